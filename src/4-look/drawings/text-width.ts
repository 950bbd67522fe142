/** What the width of a text depends on, as its properties are written; '' where they are not. */
export interface TextStyle {
  readonly family: string
  readonly weight: string
}

/**
 * How wide a text is, in ems: the advances of the fonts that are at hand for each kind of family, or that have the same, Helvetica (Arial,
 * Liberation Sans), Times (Liberation Serif) and Courier. A font that is none of these may be a tenth wider or narrower.
 */
export function textWidth(text: string, { family, weight }: TextStyle): number {
  const kind = kindOf(family)
  let width = 0
  for (const character of text) width += advance(character, kind)
  return (width / 1000) * (kind !== 'mono' && /^(?:bold|[6-9]00)/.test(weight) ? bolder : 1)
}

type Kind = 'sans' | 'serif' | 'mono'

/** The first family that tells its kind; browsers have a serif one where none is named. */
function kindOf(family: string): Kind {
  for (const name of family.toLowerCase().split(',')) {
    if (/mono|courier|consol|code|menlo|typewriter/.test(name)) return 'mono'
    if (/sans|arial|helvetica|verdana|tahoma|trebuchet|calibri|roboto|segoe|system-ui|inter\b|ubuntu|lato|gothic/.test(name)) return 'sans'
    if (/serif|times|roman|georgia|garamond|cambria|palatino|bookman|century/.test(name)) return 'serif'
  }
  return family.trim() === '' ? 'serif' : 'sans'
}

/** Helvetica-Bold and Times-Bold against their regular ones, for running text. */
const bolder = 1.06

/** From the blank to the tilde, in thousandths of an em (Adobe's font metrics). */
const advances: Readonly<Record<Exclude<Kind, 'mono'>, readonly number[]>> = {
  sans: numbers(
    '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584',
  ),
  serif: numbers(
    '250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500 500 500 500 500 500 500 500 278 278 564 564 564 444 921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722 667 556 611 722 722 944 722 722 611 333 278 333 469 500 333 444 500 444 500 444 333 500 500 278 278 500 278 778 500 500 500 500 333 389 278 500 500 722 500 500 444 480 200 480 541',
  ),
}

function numbers(written: string): number[] {
  return written.split(' ').map(Number)
}

const mark = /\p{M}|\p{Cf}/u
/** East Asian letters and signs fill their square, and so do pictures (Unicode Standard Annex 11). */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u

function advance(character: string, kind: Kind): number {
  if (mark.test(character)) return 0
  if (wide.test(character)) return 1000
  if (kind === 'mono') return 600
  // An accent stands on its letter.
  const known = advances[kind][(character.normalize('NFD').codePointAt(0) ?? 0) - 0x20]
  return known ?? (character === character.toLowerCase() ? 560 : 700)
}
