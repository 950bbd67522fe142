/** What is known of a slide's ground by its style attribute; a slide has each word for which the pattern is found in it. */
const grounds: readonly (readonly [word: string, sign: RegExp])[] = [
  ['own', /background/],
  ['picture', /background.*url\(|url\(.*background/s],
  // Beside the text, which a picture of `split` is, or what else has a half of the slide.
  ['beside', /--background/],
  ['split', /--background-image/],
  ['ink', /(?:^|[ ;])color:/],
]

/** The words for `data-ground`; empty where the style says nothing of it. */
export const groundWords = (style: string): string =>
  grounds
    .filter(([, sign]) => sign.test(style))
    .map(([word]) => word)
    .join(' ')
