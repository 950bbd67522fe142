import type { Heading, Root, RootContent, ThematicBreak } from 'mdast'
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts'
import { diagnose } from '../../../diagnostics/diagnostic.ts'
import type { Position } from '../../../diagnostics/position.ts'
import type { Document, FieldList, Node, Section, Transition } from '../../nodes.ts'
import type { Settings } from '../../settings.ts'
import { type MarkdownContext, placeOf } from '../context.ts'
import type { FieldLine, Prepared } from '../prepare/prepared.ts'
import { arrangeSlide } from './arrange-slide.ts'
import { addDecoration } from './decoration.ts'
import { addField } from './field-list.ts'
import { canvasSizes, deckFieldNames, deckMeaning, styleProperties, toolOf } from './foreign-fields.ts'
import type { Flavour, Front } from './front.ts'
import { inkStyle } from './ink.ts'
import { stepStyles } from './marp-styles.ts'
import { pictureStyle } from './picture-style.ts'
import { slideLevel } from './slide-level.ts'
import { titleSlide } from './title-slide.ts'

/** Follows the slides of a deck while its blocks are read. */
export interface SlideReader {
  readonly flavour: Flavour
  /** Whether HTML comments are the speaker's notes. */
  readonly commentsAreNotes: boolean
  begin(context: MarkdownContext): void
  /** A thematic break: the next slide begins in `target`. */
  rule(node: ThematicBreak, target: Node[], context: MarkdownContext): void
  /** Before a heading's section is opened: `target` is where it will stand. */
  heading(node: Heading, target: Node[], context: MarkdownContext): void
  /** Whether nothing but fields stands in the slide yet. */
  isAtTop(): boolean
  /** A section was opened in the slide. */
  opened(section: Section): void
  /** Something was put into the slide. */
  filled(): void
  /** Gives the slide a field, as one of its own or as its front matter's. */
  give(field: FieldLine): void
  /** A Marp directive in a comment; its name without the `_` that makes it this slide's alone. */
  directive(field: FieldLine, thisSlideOnly: boolean): void
  end(): void
}

/** What the slide that is being read has so far. */
interface OpenSlide {
  /** The list that the slide's transition stands in, and its index there. */
  readonly holder: Node[]
  readonly index: number
  readonly place: Position
  list: FieldList | undefined
  filled: boolean
  /** Fields for this slide alone that win over inherited ones. */
  readonly own: Set<string>
  /** Opened in the slide: a section may stand outside the list that the transition is in. */
  readonly sections: Section[]
}

export function createSlideReader(document: Document, front: Front, prepared: Prepared, mdast: Root, settings: Settings): SlideReader {
  const { flavour } = front
  const report = (diagnostic: Diagnostic): void => settings.report?.(diagnostic)
  const inherited = new Map<string, FieldLine>()
  const deckFields: FieldLine[] = []
  const firstSlide: FieldLine[] = []
  const styles: FieldLine[] = []
  const decorations: { kind: 'header' | 'footer'; field: FieldLine }[] = []
  let written: string | undefined
  let incremental = false
  let commentsAreNotes = flavour !== 'plain'
  let current: OpenSlide | undefined

  const noMeaning = ({ name, namePosition }: FieldLine): void =>
    report(diagnose('markdown/no-meaning', { tool: toolOf(flavour), what: `"${name}"` }, namePosition))

  const deckField = (field: FieldLine): void => {
    switch (deckMeaning(field.name, field.value, flavour)) {
      case 'field':
        for (const own of ownFields(field)) deckFields.push(own)
        return
      case 'slide':
        if (field.name.startsWith('_')) firstSlide.push({ ...field, name: field.name.slice(1) })
        else if (flavour === 'marp') inherited.set(field.name, field)
        else firstSlide.push(field)
        return
      case 'header':
        decorations.push({ kind: 'header', field })
        return
      case 'footer':
        decorations.push({ kind: 'footer', field })
        return
      case 'style':
        styles.push(field)
        return
      case 'slide-level':
        written = field.value
        return
      case 'incremental':
        incremental = true
        return
      case 'comments':
        commentsAreNotes = field.value === 'notes'
        return
      case 'none':
        noMeaning(field)
    }
  }
  for (const field of front.fields) deckField(field)
  const level = slideLevel(mdast, written)

  const start = (transition: Transition, target: Node[], row: number): void => {
    closeSlide()
    current = {
      holder: target,
      index: target.length,
      place: transition.position as Position,
      list: undefined,
      filled: false,
      own: new Set(),
      sections: [],
    }
    target.push(transition)
    for (const field of prepared.fields.get(row) ?? []) give(field)
    if (firstSlide.length > 0) for (const field of firstSlide.splice(0)) give(field)
  }
  const closeSlide = (): void => {
    if (!current) return
    for (const field of inherited.values()) if (!current.own.has(field.name)) apply(field)
    arrangeSlide(current.holder, current.index, incremental)
    for (const section of current.sections) arrangeSlide(section.children, -1, incremental)
    const sheets = styles.splice(0).flatMap((field) => styleSheet(field, settings))
    current.holder.splice(current.index + (current.list ? 2 : 1), 0, ...sheets)
    current = undefined
  }
  const put = (field: FieldLine): void => {
    if (!current) return
    if (!current.list) {
      current.list = { type: 'field_list', children: [] }
      current.holder.splice(current.index + 1, 0, current.list)
    }
    addField(current.list, field)
  }
  /** A foreign field as ours: a class or a piece of the slide's style. */
  const apply = (field: FieldLine): void => {
    const property = Object.hasOwn(styleProperties, field.name) ? styleProperties[field.name] : undefined
    if (field.name === 'color') put({ ...field, name: 'style', value: inkStyle(field.value) })
    else if (property) put({ ...field, name: 'style', value: `${property}: ${field.value};` })
    else if (field.name === 'background') put({ ...field, name: 'style', value: backgroundStyle(field.value) })
    else if (field.name === 'layout') {
      if (field.value !== 'default') put({ ...field, name: 'class', value: `layout-${field.value}` })
    } else if (field.name === 'routeAlias') put({ ...field, name: 'id' })
    else put(field)
  }
  const give = (field: FieldLine): void => {
    if (!field.yaml) {
      put(field)
      return
    }
    const meaning = deckMeaning(field.name, field.value, flavour === 'plain' ? 'slidev' : flavour)
    const isOwn = /^(?:data-|hovercraft-)|^(?:id|class|style|lang|dir|title)$/.test(field.name)
    if (meaning === 'none' || meaning === 'known' || (meaning === 'field' && !isOwn && flavour !== 'plain')) noMeaning(field)
    else apply(field)
  }

  return {
    flavour,
    get commentsAreNotes() {
      return commentsAreNotes
    },
    begin(context) {
      const top = prepared.fields.get(-1) ?? []
      const first = mdast.children.find((node) => !isUnseen(node, prepared))
      const isImplicit = first !== undefined && first.type !== 'thematicBreak' && !startsSlide(first, level)
      const needsTitle = front.isTitleBlock || (level.byHeadings && front.fields.some(({ name }) => name === 'title'))
      for (const field of top) if (!isImplicit || deckFieldNames.has(field.name) || field.name.startsWith('css-')) deckFields.push(field)
      if (deckFields.length > 0) {
        const list: FieldList = { type: 'field_list', children: [] }
        for (const field of deckFields) addField(list, field)
        document.children.push(list)
      }
      const place = document.position as Position
      const here = { ...place, end: place.start }
      for (const { kind, field } of decorations) addDecoration(document, kind, field, context)
      if (needsTitle) {
        start(implicitTransition(here), document.children, -2)
        document.children.push(titleSlide(front.fields))
        if (current) current.filled = true
      }
      if (isImplicit) {
        start(implicitTransition(here), document.children, -2)
        for (const field of top) if (!deckFields.includes(field)) give(field)
      }
    },
    rule(node, target, context) {
      const row = (node.position?.start.line ?? 1) - 1
      const position = placeOf(node, context)
      const text = prepared.rows[row]?.at.text.trim() ?? '-'
      const character = text === '--' ? '--' : text.charAt(0)
      start({ type: 'transition', data: { character }, children: [], position }, target, row)
    },
    heading(node, target, context) {
      const row = (node.position?.start.line ?? 1) - 1
      if (startsSlide(node, level) && !(current && !current.filled && current.holder[current.index]?.data?.['implicit'] !== true)) {
        const { start: from, source } = placeOf(node, context)
        start(implicitTransition({ start: from, end: from, source }), target, row)
      } else {
        const fields = prepared.fields.get(row)
        if (!fields) return
        if (this.isAtTop()) fields.forEach(give)
        else
          for (const { name, namePosition } of fields)
            report(diagnose('markdown/attribute-without-element', { attribute: name }, namePosition))
      }
    },
    isAtTop: () => current !== undefined && !current.filled,
    opened(section) {
      current?.sections.push(section)
    },
    filled() {
      if (current) current.filled = true
    },
    give,
    directive(field, thisSlideOnly) {
      const meaning = deckMeaning(field.name, field.value, 'marp')
      if (meaning === 'slide') {
        if (thisSlideOnly) {
          current?.own.add(field.name)
          apply(field)
        } else inherited.set(field.name, field)
      } else if (meaning === 'none') noMeaning(field)
      else if ((meaning === 'header' || meaning === 'footer' || field.name === 'paginate') && (thisSlideOnly || current?.index !== 0)) {
        if (field.value !== '' && field.value !== 'true') noMeaning(field)
      } else if (meaning === 'style') styles.push(field)
    },
    end() {
      closeSlide()
    },
  }
}

const implicitTransition = (position: Position): Transition => ({
  type: 'transition',
  data: { character: '-', implicit: true },
  children: [],
  position,
})

const startsSlide = (node: RootContent, { byHeadings, level }: ReturnType<typeof slideLevel>): boolean =>
  byHeadings && node.type === 'heading' && node.depth <= level

/** Directives that put nothing where they stand. */
const unseenDirectives: ReadonlySet<string> = new Set(['header', 'footer', 'meta', 'title', 'role', 'default-role'])

function isUnseen(node: RootContent, { directives }: Prepared): boolean {
  if (node.type === 'containerDirective' || node.type === 'leafDirective') {
    const name = directives.get((node.position?.start.line ?? 0) - 1)?.name.toLowerCase()
    return name !== undefined && unseenDirectives.has(name)
  }
  return node.type === 'definition' || (node.type === 'html' && /^\s*(?:<!--[\s\S]*?-->\s*)+$/.test(node.value))
}

/** Fields of other tools that ours say in other words. */
function ownFields(field: FieldLine): FieldLine[] {
  if (field.name === 'paginate' || field.name === 'slideNumber') return [{ ...field, name: 'slide-numbers' }]
  const size = field.name === 'size' && Object.hasOwn(canvasSizes, field.value) ? canvasSizes[field.value] : undefined
  if (size) {
    return [
      { ...field, name: 'data-width', value: size[0] },
      { ...field, name: 'data-height', value: size[1] },
    ]
  }
  return [field]
}

/** Slidev's `background:` is a picture's path, a URL or a colour. */
const backgroundStyle = (value: string): string => (/[/.]/.test(value) ? pictureStyle(value) : `background: ${value};`)

function styleSheet({ value, valuePosition: position }: FieldLine, { rawEnabled }: Settings): Node[] {
  if (rawEnabled === false) return []
  return [
    {
      type: 'raw',
      format: 'html',
      'xml:space': 'preserve',
      children: [{ type: 'text', value: `<style>${stepStyles(value)}</style>`, position }],
      position,
    },
  ]
}
