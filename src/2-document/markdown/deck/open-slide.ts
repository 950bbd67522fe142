import type { Position } from '../../../diagnostics/position.ts'
import type { FieldList, Node, Section, Transition } from '../../nodes.ts'
import { textOf } from '../../resolve/tree.ts'
import type { Settings } from '../../settings.ts'
import { fieldOfTool } from '../../tool-fields.ts'
import { arrangeSlide, type SlideMarks } from './arrange-slide.ts'
import type { DeckFields } from './deck-fields.ts'
import type { FieldLine } from './field-line.ts'
import { addField } from './field-list.ts'
import { aroundNames } from './foreign-fields.ts'
import { inkStyle } from './ink.ts'
import { groundOf, type PlacedBackground } from './marp-background.ts'
import { stepStyles } from './marp-styles.ts'
import { pictureStyle } from './picture-style.ts'
import { layoutFields, layoutFrame, layoutNames } from './slidev-layout.ts'

/** What the slide that is being read has so far. */
export interface OpenSlide {
  /** The list that the slide's transition stands in, and its index there. */
  readonly holder: Node[]
  readonly index: number
  list: FieldList | undefined
  /** Whether something else than fields and notes stands in it. */
  filled: boolean
  /** Slidev's `layout`, `image`, `backgroundSize` and `url`, which mean something together. */
  readonly layout: Map<string, FieldLine>
  /** Marp's `header`, `footer` and `paginate` on this slide. */
  readonly around: Map<string, FieldLine>
  /** Marp's pictures behind the text. */
  readonly backgrounds: PlacedBackground[]
  /** Fields for this slide alone that win over inherited ones. */
  readonly own: Set<string>
  /** Opened in the slide: a section may stand outside the list that the transition is in. */
  readonly sections: Section[]
  /** What stands at its end. */
  readonly feet: Node[]
}

/** Begins a slide at the end of `holder`. */
export function openSlide(transition: Transition, holder: Node[]): OpenSlide {
  const slide: OpenSlide = {
    holder,
    index: holder.length,
    list: undefined,
    filled: false,
    layout: new Map(),
    backgrounds: [],
    around: new Map(),
    own: new Set(),
    sections: [],
    feet: [],
  }
  holder.push(transition)
  return slide
}

/** Gives the slide what the deck has for it, and puts its columns and pauses in order. */
export function closeSlide(slide: OpenSlide, deck: DeckFields, marks: SlideMarks, settings: Settings): void {
  const { holder, index } = slide
  const incremental = unfoldsLists(slide, deck)
  for (const field of deck.inherited.values()) if (!slide.own.has(field.name)) applyField(slide, field)
  for (const field of layoutFields(slide.layout)) putField(slide, field)
  const { styles, pictures } = groundOf(slide.backgrounds)
  for (const { value, position } of styles) putField(slide, { name: 'style', value, namePosition: position, valuePosition: position })
  arrangeSlide(holder, index, { marks, incremental })
  for (const section of slide.sections) {
    const isOwn = section.classes?.includes('incremental') === true
    const isOff = section.classes?.includes('nonincremental') === true
    arrangeSlide(section.children, -1, { marks, incremental: isOwn || (incremental && !isOff) })
  }
  const last = slide.sections.at(-1)?.children ?? holder
  last.push(...slide.feet)
  const frame = layoutFrame(slide.layout, settings)
  if (frame) holder.push(frame)
  const sheets = deck.styles.splice(0).flatMap((field) => styleSheet(field, settings))
  holder.splice(index + (slide.list ? 2 : 1), 0, ...(pictures ? [pictures] : []), ...sheets)
}

/** Whether all lists of the slide unfold: its heading's `.incremental` and `.nonincremental` win over what the deck says (pandoc). */
function unfoldsLists({ list }: OpenSlide, { incremental }: DeckFields): boolean {
  const classes = (list?.children ?? []).flatMap(({ children: [name, body] }) =>
    name && textOf(name) === 'class' && body ? textOf(body).split(/\s+/) : [],
  )
  return classes.includes('incremental') || (incremental && !classes.includes('nonincremental'))
}

/** Puts a field under its name into the slide; `body` is its value where that is more than plain text. */
export function putField(slide: OpenSlide, field: FieldLine, body?: Node[]): void {
  if (!slide.list) {
    slide.list = { type: 'field_list', children: [] }
    slide.holder.splice(slide.index + 1, 0, slide.list)
  }
  addField(slide.list, field, body)
}

/** A foreign field as ours: a class or a piece of the slide's style. */
export function applyField(slide: OpenSlide, field: FieldLine): void {
  const { name, value } = field
  if (aroundNames.has(name)) {
    slide.around.set(name, field)
    return
  }
  const { css, ours } = fieldOfTool(name, 'marp') ?? fieldOfTool(name, 'slidev') ?? {}
  if (layoutNames.has(name)) slide.layout.set(name, field)
  if (css === 'color') putField(slide, { ...field, name: 'style', value: inkStyle(value) })
  else if (css === 'background') putField(slide, { ...field, name: 'style', value: backgroundStyle(value) })
  else if (css) putField(slide, { ...field, name: 'style', value: `${css}: ${value};` })
  else if (!layoutNames.has(name)) putField(slide, { ...field, name: ours?.[0] ?? name })
  else if (name === 'layout' && value !== 'default') putField(slide, { ...field, name: 'class', value: `layout-${value}` })
}

/** Slidev's `background:` is a picture's path, a URL or a colour. */
const backgroundStyle = (value: string): string => (/[/.]/.test(value) ? pictureStyle(value) : `background: ${value};`)

function styleSheet({ value, valuePosition: position }: FieldLine, { rawEnabled }: Settings): Node[] {
  if (rawEnabled === false) return []
  const text = { type: 'text' as const, value: `<style>${stepStyles(value)}</style>`, position }
  return [{ type: 'raw', format: 'html', 'xml:space': 'preserve', children: [text], position }]
}

/** A transition that nobody wrote. */
export const isImplicit = (node: Node | undefined): boolean => node?.type === 'transition' && node.implicit === true

/** A transition where nobody wrote one. */
export const implicitTransition = (position: Position): Transition => ({
  type: 'transition',
  character: '-',
  implicit: true,
  children: [],
  position,
})
