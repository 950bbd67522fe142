/** What is known of a slide's ground by its style attribute; a slide has each word whose signs are all in it. */
const grounds: readonly (readonly [word: string, ...signs: readonly RegExp[]])[] = [
  ['own', /background/],
  ['picture', /background/, /url\(/],
  // Beside the text, which a picture of `split` is, or what else has a half of the slide.
  ['beside', /--background/],
  ['split', /--background-image/],
  ['ink', /(?:^|[ ;])color:/],
]

/** The words for `data-ground`; empty where the style says nothing of it. */
export const groundWords = (style: string): string =>
  grounds
    .filter(([, ...signs]) => signs.every((sign) => sign.test(style)))
    .map(([word]) => word)
    .join(' ')
