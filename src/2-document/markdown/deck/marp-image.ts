import { type PictureSide, splitStyle } from './picture-style.ts'

/** What Marp's keywords in a picture's alternative text ask for (Marpit: image syntax). */
export interface MarkedAlt {
  /** The text without the keywords. */
  readonly alt: string
  readonly size: { width?: string; height?: string }
  /** Fields of the slide that show the picture behind it. */
  readonly background?: readonly { name: string; value: string }[]
  /** Filters, which nothing here has. */
  readonly without: readonly string[]
}

const length = /^(w|h|width|height):([\d.]+(?:px|em|rem|cm|mm|in|pt|pc|vw|vh|%)?|auto)$/
const filter = /^(?:blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia)(?::\S*)?$/

/** A CSS px is 1/96 in. `em` is the text size of Marp's default theme, `vw` and `vh` are a hundredth of its slide. */
const pixels: ReadonlyMap<string, number> = new Map(
  Object.entries<number>({
    in: 96,
    cm: 96 / 2.54,
    mm: 9.6 / 2.54,
    pt: 96 / 72,
    pc: 16,
    em: 29,
    rem: 29,
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

/** Undefined where the text holds no keyword. */
export function markedAlt(alt: string, uri: string): MarkedAlt | undefined {
  const words = alt.split(/\s+/).filter(Boolean)
  const isBackground = words.includes('bg')
  if (!isBackground && !words.some((word) => length.test(word))) return undefined
  const size: MarkedAlt['size'] = {}
  const without: string[] = []
  const kept: string[] = []
  let side: PictureSide | undefined
  let fit = 'cover'
  for (const word of words) {
    const [, name, value] = length.exec(word) ?? []
    const split = isBackground ? /^(left|right)(?::([\d.]+%))?$/.exec(word) : null
    if (name && value) {
      if (value !== 'auto') size[name.startsWith('w') ? 'width' : 'height'] = inPixels(value)
    } else if (split) side = { name: split[1] === 'left' ? 'left' : 'right', share: split[2] ?? '50%' }
    else if (isBackground && /^(?:cover|contain|fit|auto|[\d.]+%)$/.test(word)) fit = word === 'fit' ? 'contain' : word
    else if (filter.test(word)) without.push(word)
    else if (word !== 'bg' && word !== 'vertical') kept.push(word)
  }
  const result = { alt: kept.join(' '), size, without }
  if (!isBackground) return result
  const url = `url("${uri.replace(/["\\\n]/g, (character) => encodeURIComponent(character))}")`
  const extent = size.width || size.height ? `${cssSize(size.width)} ${cssSize(size.height)}` : fit
  const value = side
    ? splitStyle(url, extent, side)
    : `background-image: ${url}; background-size: ${extent}; background-repeat: no-repeat; background-position: center;`
  return { ...result, background: [{ name: 'style', value }] }
}

const cssSize = (size = 'auto'): string => (/^[\d.]+$/.test(size) ? `${size}px` : size)
