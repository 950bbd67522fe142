import { colourOf } from './uno-colours.ts'

/**
 * Rules for the classes that Slidev's decks use most (UnoCSS, preset Wind). A slide is 980 px wide there and 1280 px here, so a unit of length grows with
 * it; text is larger by as much again, since a slide's text is larger here.
 */
export interface UnoRule {
  readonly css: string
  /** Whether it may stand on the slide itself: what it says is inherited or painted, and moves nothing. */
  readonly isOfSlide: boolean
}

/** px: a quarter of a rem. */
const unit = 5.2

/** px */
const textRem = 26

const lengthOf = (value: string): string | undefined => {
  const own = /^\[([\w.%()+*/-]+)\]$/.exec(value)?.[1]
  if (own !== undefined) return own.replaceAll('_', ' ')
  if (/^\d+(?:\.\d+)?$/.test(value)) return `${round(Number(value) * unit)}px`
  if (/^\d+(?:\.\d+)?(?:px|em|%|vh|vw)$/.test(value)) return value
  if (/^\d+(?:\.\d+)?rem$/.test(value)) return `${round(Number.parseFloat(value) * 4 * unit)}px`
  const [, part, whole] = /^(\d+)\/(\d+)$/.exec(value) ?? []
  if (part !== undefined) return `${round((100 * Number(part)) / Number(whole))}%`
  return words.get(value)
}

const round = (value: number): number => Math.round(value * 100) / 100

const words: ReadonlyMap<string, string> = new Map(
  Object.entries({
    px: '1px',
    auto: 'auto',
    full: '100%',
    screen: '100%',
    fit: 'fit-content',
    min: 'min-content',
    max: 'max-content',
    none: 'none',
    xs: '418px',
    sm: '502px',
    md: '585px',
    lg: '669px',
    xl: '753px',
    '2xl': '878px',
    '3xl': '1003px',
    '4xl': '1171px',
  }),
)

/** In rem. */
const textSizes: ReadonlyMap<string, number> = new Map(
  Object.entries({
    xs: 0.75,
    sm: 0.875,
    base: 1,
    lg: 1.125,
    xl: 1.25,
    '2xl': 1.5,
    '3xl': 1.875,
    '4xl': 2.25,
    '5xl': 3,
    '6xl': 3.75,
    '7xl': 4.5,
    '8xl': 6,
    '9xl': 8,
  }),
)

const sides: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({ '': [''], t: ['-top'], r: ['-right'], b: ['-bottom'], l: ['-left'], x: ['-left', '-right'], y: ['-top', '-bottom'] }),
)

const corners: ReadonlyMap<string, string> = new Map(
  Object.entries({ '': '5px', none: '0', sm: '3px', md: '8px', lg: '10px', xl: '16px', '2xl': '21px', '3xl': '31px', full: '9999px' }),
)

const places = 'start|end|center|between|around|evenly|stretch|baseline'

const placed = (name: string): string => (/^(?:between|around|evenly)$/.test(name) ? `space-${name}` : name)

/** `display: block` for a class of that name, and the like; parted by blanks. */
const plain: readonly (readonly [classes: string, property: string])[] = [
  ['block inline inline-block flex inline-flex grid inline-grid', 'display'],
  ['absolute relative', 'position'],
  ['underline line-through overline', 'text-decoration'],
  ['uppercase lowercase capitalize', 'text-transform'],
  ['italic', 'font-style'],
]

const fixed: ReadonlyMap<string, string> = new Map([
  ...plain.flatMap(([classes, property]) => classes.split(' ').map((name) => [name, `${property}: ${name}`] as const)),
  ...Object.entries({
    hidden: 'display: none',
    'no-underline': 'text-decoration: none',
    'not-italic': 'font-style: normal',
    'font-thin': 'font-weight: 100',
    'font-light': 'font-weight: 300',
    'font-normal': 'font-weight: 400',
    'font-medium': 'font-weight: 500',
    'font-semibold': 'font-weight: 600',
    'font-bold': 'font-weight: 700',
    'font-extrabold': 'font-weight: 800',
    'font-black': 'font-weight: 900',
    'font-mono': 'font-family: var(--code-font, monospace)',
    'font-serif': 'font-family: serif',
    'flex-col': 'flex-direction: column',
    'flex-row': 'flex-direction: row',
    'flex-wrap': 'flex-wrap: wrap',
    'flex-1': 'flex: 1 1 0; min-width: 0',
    'flex-grow': 'flex-grow: 1',
    grow: 'flex-grow: 1',
    'flex-none': 'flex: none',
    'shrink-0': 'flex-shrink: 0',
    'flex-shrink-0': 'flex-shrink: 0',
    'list-none': 'list-style: none',
    'overflow-hidden': 'overflow: hidden',
    'overflow-auto': 'overflow: auto',
    'overflow-scroll': 'overflow: auto',
    'whitespace-nowrap': 'white-space: nowrap',
    'aspect-video': 'aspect-ratio: 16 / 9',
    'aspect-square': 'aspect-ratio: 1',
    'object-cover': 'object-fit: cover',
    'object-contain': 'object-fit: contain',
    'float-left': 'float: left',
    'float-right': 'float: right',
    'leading-none': 'line-height: 1',
    'leading-tight': 'line-height: 1.25',
    'leading-snug': 'line-height: 1.375',
    'leading-normal': 'line-height: 1.5',
    'leading-relaxed': 'line-height: 1.625',
    'leading-loose': 'line-height: 2',
    border: 'border: 1px solid',
    'border-dashed': 'border-style: dashed',
    shadow: 'box-shadow: 0 1px 4px #0003',
    'shadow-md': 'box-shadow: 0 4px 8px #0003',
    'shadow-lg': 'box-shadow: 0 10px 20px #0003',
    'shadow-xl': 'box-shadow: 0 20px 32px #0003',
    'inset-0': 'inset: 0',
    'abs-tl': 'position: absolute; top: 0; left: 0',
    'abs-tr': 'position: absolute; top: 0; right: 0',
    'abs-bl': 'position: absolute; bottom: 0; left: 0',
    'abs-br': 'position: absolute; bottom: 0; right: 0',
    'bg-cover': 'background-size: cover',
    'bg-contain': 'background-size: contain',
    'bg-center': 'background-position: center',
  }),
])

/** What is for pointers, motion and other screens: a slide needs none of it. */
const needless =
  /^(?:dark|hover|focus|print|group-hover|active):|^(?:cursor|transition|duration|ease|delay|animate|select|pointer-events|will-change)(?:-|$)|^(?:transform|transform-gpu|antialiased|group|prose|relative-root)$/

type Pattern = readonly [pattern: RegExp, css: (...parts: string[]) => string | undefined]

const declared = (property: string, value: string | undefined): string | undefined =>
  value === undefined ? undefined : `${property}: ${value}`

const negated = (sign: string, length: string | undefined): string | undefined =>
  sign === '' || length === undefined ? length : `calc(-1 * ${length})`

const patterns: readonly Pattern[] = [
  [
    /^grid-(cols|rows)-(\d{1,2})$/,
    (way, count) => `grid-template-${way === 'cols' ? 'columns' : 'rows'}: repeat(${count}, minmax(0, 1fr))`,
  ],
  [
    /^grid-(cols|rows)-\[([\w.%(),_-]+)\]$/,
    (way, list = '') => `grid-template-${way === 'cols' ? 'columns' : 'rows'}: ${list.replace(/[_,](?![^(]*\))/g, ' ')}`,
  ],
  [
    /^(col|row)-span-(\d{1,2}|full)$/,
    (way, count) => `grid-${way === 'col' ? 'column' : 'row'}: ${count === 'full' ? '1 / -1' : `span ${count}`}`,
  ],
  [/^columns-(\d)$/, (count) => `columns: ${count}`],
  [/^gap-(?:(x|y)-)?(.+)$/, (way, size = '') => declared(way === 'x' ? 'column-gap' : way === 'y' ? 'row-gap' : 'gap', lengthOf(size))],
  [
    new RegExp(`^(items|justify-items|self|justify-self|content|justify|place-content|place-items)-(${places})$`),
    (what, place = '') => {
      const property =
        what === 'items' || what === 'self' || what === 'content' ? `align-${what}` : what === 'justify' ? 'justify-content' : what
      return `${property}: ${placed(place)}`
    },
  ],
  [
    /^(-?)([mp])([trblxy]?)-(.+)$/,
    (sign = '', kind, side = '', size = '') => {
      const value = negated(sign, lengthOf(size))
      const property = kind === 'm' ? 'margin' : 'padding'
      return value && (sides.get(side) ?? []).map((edge) => `${property}${edge}: ${value}`).join('; ')
    },
  ],
  [/^(min-|max-)?([wh])-(.+)$/, (bound = '', side, size = '') => declared(`${bound}${side === 'w' ? 'width' : 'height'}`, lengthOf(size))],
  [
    /^size-(.+)$/,
    (size = '') => {
      const value = lengthOf(size)
      return value && `width: ${value}; height: ${value}`
    },
  ],
  [/^(-?)(top|right|bottom|left)-(.+)$/, (sign = '', side = '', size = '') => declared(side, negated(sign, lengthOf(size)))],
  [
    /^(-?)translate-([xy])-(.+)$/,
    (sign = '', axis, size = '') => {
      const value = negated(sign, lengthOf(size))
      return value && `translate: ${axis === 'x' ? value : `0 ${value}`}`
    },
  ],
  [/^(-?)rotate-(\d+)$/, (sign, degrees) => `rotate: ${sign}${degrees}deg`],
  [/^scale-(\d+)$/, (percent) => `scale: ${Number(percent) / 100}`],
  [/^z-(\d+)$/, (level) => `z-index: ${level}`],
  [/^opacity-(\d{1,3})$/, (percent) => `opacity: ${Number(percent) / 100}`],
  [/^text-(left|center|right|justify)$/, (way) => `text-align: ${way}`],
  [
    /^text-(.+)$/,
    (size = '') => {
      const rem = textSizes.get(size)
      const length = rem === undefined ? /^\[?(\d+(?:\.\d+)?)(px|rem|em|%)\]?$/.exec(size) : undefined
      if (rem !== undefined) return `font-size: ${round(rem * textRem)}px; line-height: 1.35`
      if (length)
        return `font-size: ${length[2] === 'rem' ? `${round(Number(length[1]) * textRem)}px` : length[2] === 'px' ? `${round((Number(length[1]) / 16) * textRem)}px` : `${length[1]}${length[2]}`}`
      return declared('color', colourOf(size))
    },
  ],
  [/^(?:color|c)-(.+)$/, (name = '') => declared('color', colourOf(name))],
  [/^bg-(.+)$/, (name = '') => declared('background-color', colourOf(name))],
  [
    /^border-(?:([trblxy])(?:-(\d))?|(\d))$/,
    (side, width, all) =>
      side === undefined
        ? `border: ${all}px solid`
        : (sides.get(side) ?? []).map((edge) => `border${edge}: ${width ?? 1}px solid`).join('; '),
  ],
  [/^border-(.+)$/, (name = '') => declared('border-color', colourOf(name))],
  [/^rounded(?:-(.+))?$/, (size = '') => declared('border-radius', corners.get(size) ?? (size === '' ? undefined : lengthOf(size)))],
]

const ofSlide = /^(?:text|color|c|bg|font|opacity|leading|italic|uppercase)(?:-|$)/

/** The rule for a class; `null` for one that a slide needs none for; undefined for one that is not known. */
export function unoRule(written: string): UnoRule | null | undefined {
  const name = written.replace(/^(?:(?:sm|md|lg|xl):)*/, '')
  const isImportant = name.startsWith('!')
  const bare = isImportant ? name.slice(1) : name
  if (needless.test(bare)) return null
  const css = fixed.get(bare) ?? byPattern(bare)
  if (css === undefined) return undefined
  return { css: isImportant ? css.replace(/(?=;|$)/g, ' !important') : css, isOfSlide: ofSlide.test(bare) }
}

function byPattern(name: string): string | undefined {
  for (const [pattern, css] of patterns) {
    const found = pattern.exec(name)
    const rule = found ? css(...found.slice(1)) : undefined
    if (rule) return rule
  }
  return undefined
}
