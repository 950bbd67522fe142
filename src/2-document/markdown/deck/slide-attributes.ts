import { fieldOfTool } from '../../tool-fields.ts'
import { type MarkdownContext, remark } from '../context.ts'
import type { FieldLine } from './field-line.ts'
import { inkOn, inkStyle } from './ink.ts'
import { pictureStyle } from './picture-style.ts'

/** pandoc and Quarto leave `data-` out. */
const rowOf = (name: string) => fieldOfTool(name, 'reveal') ?? fieldOfTool(`data-${name}`, 'reveal')

/** Gives the slide attributes as reveal.js has them: its backgrounds are pieces of the slide's style. */
export function giveSlideAttributes(fields: readonly FieldLine[], context: MarkdownContext): void {
  const { slides } = context
  const propertyOf = (property: string): string | undefined => fields.find(({ name }) => rowOf(name)?.css === property)?.value
  const isSized = propertyOf('background-size') !== undefined
  const veil = veilOf(propertyOf('background-opacity'), propertyOf('background-color') ?? propertyOf('background'))
  const isPlacing = ({ name }: FieldLine): number => (placing.has(rowOf(name)?.css ?? '') ? 1 : 0)
  // A picture's style says where it lies; what the author says of that comes behind it.
  for (const field of fields.toSorted((one, other) => isPlacing(one) - isPlacing(other))) {
    const row = rowOf(field.name)
    if (row?.css === 'background-opacity') continue
    if (row?.css) slides.give({ ...field, name: 'style', value: backgroundStyle(row.css, field.value, { isSized, veil }) })
    else if (row?.name === 'data-visibility' && field.value === 'hidden') slides.give({ ...field, name: 'class', value: 'skip' })
    else if (row?.ours?.[0] && row.name !== 'data-visibility')
      slides.give({ ...field, name: row.ours[0], value: /^\d+$/.test(field.value) ? `${field.value}s` : field.value })
    else if (row)
      remark(context, 'markdown/no-meaning', { tool: 'reveal.js', what: `"${field.name}"`, instead: row.instead }, field.namePosition)
    else slides.give(field)
  }
}

const placing: ReadonlySet<string> = new Set(['background-size', 'background-position', 'background-repeat'])

interface PictureLook {
  /** Whether the picture's size is said elsewhere. */
  readonly isSized: boolean
  readonly veil: Veil | undefined
}

/** What lies over a picture, and the style of the text on both. */
interface Veil {
  readonly image: string
  readonly ink: string
}

/** As reveal.js has it: `data-background` may name a picture, and a picture covers the slide. */
function backgroundStyle(property: string, value: string, { isSized, veil }: PictureLook): string {
  const isPicture = property === 'background-image' ? !/^[\w-]+\(/.test(value) : property === 'background' && pictureName.test(value)
  if (isPicture) return veil === undefined ? pictureStyle(value, isSized) : veiled(pictureStyle(value, isSized), veil)
  const ink = property === 'background' || property === 'background-color' ? inkOn(value) : undefined
  return `${property}: ${value};${ink ? ` ${inkStyle(ink)}` : ''}`
}

const pictureName = /^(?:https?:|file:|data:)|\.(?:svg|png|jpe?g|gif|bmp|webp|avif)(?:[?#]|$)/i

/** A picture that shows no more than this leaves the slide's ground bright or dark enough for the theme's own ink. */
const faint = 0.4

const inkOfTheme = ' color: var(--ink, inherit); --ink-soft: var(--ink); --accent: var(--ink);'

/** CSS has no opacity for a background: the slide's ground lies over the picture, as much of it as would show through. */
function veilOf(opacity: string | undefined, given: string | undefined): Veil | undefined {
  const share = Number.parseFloat(opacity ?? '')
  if (!(share >= 0 && share < 1)) return undefined
  const ground = given === undefined || pictureName.test(given) ? undefined : given
  const color = `color-mix(in srgb, ${ground ?? 'var(--card, white)'} ${Math.round((1 - share) * 100)}%, transparent)`
  return { image: `linear-gradient(${color}, ${color})`, ink: ground === undefined && share <= faint ? inkOfTheme : '' }
}

const veiled = (style: string, { image, ink }: Veil): string => style.replace('background-image: ', `background-image: ${image}, `) + ink
