import type { MarpBackground } from './marp-background.ts'

/** What Marp's keywords in a picture's alternative text ask for (Marpit: image syntax). */
export interface MarkedAlt {
  /** The text without the keywords. */
  readonly alt: string
  readonly size: { width?: string; height?: string }
  /** CSS: the filters, one after the other. */
  readonly filter: string | undefined
  /** It is the ground of its slide. */
  readonly background?: MarpBackground
}

const length = /^(w|h|width|height):([\d.]+(?:px|ch|em|ex|rem|cm|mm|in|pt|pc|vw|vh|%)?|auto)$/

/** The filters with what each has where no value is written; a value holds nothing that ends a declaration. */
const filters: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    blur: '10px',
    brightness: '1.5',
    contrast: '2',
    'drop-shadow': '0 5px 10px rgba(0,0,0,.4)',
    grayscale: '1',
    'hue-rotate': '180deg',
    invert: '1',
    opacity: '.5',
    saturate: '2',
    sepia: '1',
  }),
)
const filter = /^([a-z-]+)(?::([\w.%#,()+-]+))?$/

/** A CSS px is 1/96 in. `em` is the text size of Marp's default theme, `ex` and `ch` about half of it, `vw` and `vh` a hundredth of its slide. */
const pixels: ReadonlyMap<string, number> = new Map(
  Object.entries<number>({
    in: 96,
    cm: 96 / 2.54,
    mm: 9.6 / 2.54,
    pt: 96 / 72,
    pc: 16,
    em: 29,
    rem: 29,
    ex: 14.5,
    ch: 14.5,
    vw: 12.8,
    vh: 7.2,
  }),
)

/** A picture's size is px or %. */
function inPixels(value: string): string {
  const [, number = '', unit = ''] = /^([\d.]+)(\D*)$/.exec(value) ?? []
  const factor = pixels.get(unit)
  return factor === undefined ? value : `${Math.round(Number(number) * factor)}px`
}

/** Undefined where the text holds no keyword. In a deck that is not Marp's (`isMarp`) `contrast` alone is a word of the description. */
export function markedAlt(alt: string, uri: string, isMarp: boolean): MarkedAlt | undefined {
  const words = alt.split(/\s+/).filter(Boolean)
  const isBackground = words.includes('bg')
  const size: MarkedAlt['size'] = {}
  const filtered: string[] = []
  const kept: string[] = []
  const background: { -readonly [Key in keyof MarpBackground]: MarpBackground[Key] } = { uri, alt: '', fit: 'cover' }
  for (const word of words) {
    const [, name, value] = length.exec(word) ?? []
    const found = filterOf(word)
    if (name && value) {
      if (value !== 'auto') size[name.startsWith('w') ? 'width' : 'height'] = inPixels(value)
    } else if (found && (isBackground || isMarp || word.includes(':'))) filtered.push(found)
    else if (!isBackground || !readBackgroundWord(word, background)) kept.push(word)
  }
  const css = filtered.length > 0 ? filtered.join(' ') : undefined
  const result: MarkedAlt = { alt: kept.join(' '), size, filter: css }
  if (isBackground) return { ...result, background: { ...background, ...size, alt: result.alt, filter: css } }
  return kept.length < words.length ? result : undefined
}

function filterOf(word: string): string | undefined {
  const [, name = '', written] = filter.exec(word) ?? []
  const usual = filters.get(name)
  if (usual === undefined) return undefined
  // Marp writes a shadow's parts with commas between them; those within brackets are a colour's.
  const value = name === 'drop-shadow' ? written?.replace(/,(?![^(]*\))/g, ' ') : written
  return `${name}(${value ?? usual})`
}

function readBackgroundWord(word: string, background: { -readonly [Key in keyof MarpBackground]: MarpBackground[Key] }): boolean {
  const [, side, share] = /^(left|right)(?::([\d.]+%))?$/.exec(word) ?? []
  if (side !== undefined) background.side = { name: side === 'left' ? 'left' : 'right', share: share ?? '50%' }
  else if (word === 'vertical' || word === 'horizontal') background.direction = word
  else if (/^(?:cover|contain|fit|auto|[\d.]+%)$/.test(word)) background.fit = word === 'fit' ? 'contain' : word
  else return word === 'bg'
  return true
}
