import type { Heading, Root, RootContent, ThematicBreak } from 'mdast'
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts'
import { diagnose } from '../../../diagnostics/diagnostic.ts'
import type { Position } from '../../../diagnostics/position.ts'
import { deckFieldNames, mediumPrefix, shownFieldNames } from '../../fields.ts'
import type { Document, Field, FieldList, Node, Raw, Reference, Section, Transition } from '../../nodes.ts'
import { textOf } from '../../resolve/tree.ts'
import type { Settings } from '../../settings.ts'
import { type MarkdownContext, placeOf, writtenText } from '../context.ts'
import type { Dialect, Division } from '../dialects/dialect.ts'
import type { DialectName } from '../dialects/names.ts'
import { pandocDialects } from '../dialects/pandoc-dialects.ts'
import type { ChosenDialect } from '../dialects/registry.ts'
import { putAround } from './around-slides.ts'
import type { SlideMark, SlideMarks } from './arrange-slide.ts'
import { addDeckField, headingDivider, noMeaning, readDeckFields } from './deck-fields.ts'
import { readValue } from './decoration.ts'
import { divide } from './divide.ts'
import type { FieldLine } from './field-line.ts'
import { addField } from './field-list.ts'
import { aroundNames, deckMeaning } from './foreign-fields.ts'
import type { Front } from './front.ts'
import type { PlacedBackground } from './marp-background.ts'
import { applyField, closeSlide, implicitTransition, isImplicit, type OpenSlide, openSlide, putField } from './open-slide.ts'
import type { OwnSeparators } from './own-separators.ts'
import { hasStacks, leadToSlides, placeStacks } from './reveal-stacks.ts'
import { rulesUnderText } from './rules-under-text.ts'
import { belowMark, isSeparatorMark, slideMark } from './separator-marks.ts'
import { fieldsFrom, isUnseen } from './slide-fields.ts'
import { plainValue, titleSlide } from './title-slide.ts'
import { unoStyles } from './uno-styles.ts'

/** Follows the slides of a deck while its blocks are read. */
export interface SlideReader {
  readonly dialect: DialectName
  /** Whether HTML comments are the speaker's notes. */
  readonly commentsAreNotes: boolean
  /** Whether code that another tool would run is not shown, where it does not say so itself. */
  readonly hidesCode: boolean
  begin(context: MarkdownContext): void
  /** Whether a rule begins a slide; another one is a line in its slide. */
  isSlideRule(node: ThematicBreak, context: MarkdownContext): boolean
  /** A thematic break, and the fields below it: the next slide begins in `target`. */
  rule(node: ThematicBreak, fields: readonly FieldLine[], target: Node[], context: MarkdownContext): void
  /** Before a heading's section is opened: `target` is where it will stand. */
  heading(node: Heading, fields: readonly FieldLine[], target: Node[], context: MarkdownContext): void
  /** The node stands where the slide's content is to be arranged. */
  mark(node: Node, mark: SlideMark): void
  /** Whether nothing but fields and notes stands in the slide yet. */
  isAtTop(): boolean
  /** Puts a node at the end of the slide. */
  foot(node: Node): void
  /** A section was opened in the slide. */
  opened(section: Section): void
  /** Something was put into the slide. */
  filled(): void
  /** The link, or one in the HTML, may lead to a slide by its place (reveal.js). */
  leads(link: Reference | Raw): void
  /** The picture is the slide's ground (Marp). */
  background(background: PlacedBackground): void
  /** The slide's own header or footer. */
  around(name: 'header' | 'footer', nodes: Node[], position: Position): void
  /** Gives the slide a field, as one of its own or as its front matter's. */
  give(field: FieldLine): void
  /** A Marp directive in a comment; its name without the `_` that makes it this slide's alone. */
  directive(field: FieldLine, thisSlideOnly: boolean): void
  end(context: MarkdownContext): void
}

/** What a deck is read from. */
export interface DeckSource {
  readonly front: Front
  readonly chosen: ChosenDialect
  readonly mdast: Root
  readonly separators: OwnSeparators | undefined
}

export function createSlideReader(document: Document, { front, chosen, mdast, separators }: DeckSource, settings: Settings): SlideReader {
  const dialect = chosen.dialect.name
  const report = (diagnostic: Diagnostic): void => settings.report?.(diagnostic)
  const deck = readDeckFields(front, dialect, report)
  const found = divide(chosen, mdast, headingDivider(mdast) ?? deck.slideLevel)
  const division = separators?.divides ? { ...found, isSlideRule: isSeparatorMark } : found
  let count = 0
  let current: OpenSlide | undefined
  const slides: OpenSlide[] = []
  const links: (Reference | Raw)[] = []
  let reader: MarkdownContext | undefined
  const marks: SlideMarks = new Map()
  /** What comments before the first slide give it. */
  const waiting: ((slide: OpenSlide) => void)[] = []
  const withSlide = (act: (slide: OpenSlide) => void): void => {
    if (current) act(current)
    else waiting.push(act)
  }

  const close = (): void => {
    if (!current) return
    closeSlide(current, deck, marks, settings)
    slides.push(current)
  }
  const start = (transition: Transition, target: Node[], fields: readonly FieldLine[]): void => {
    close()
    const notes = count === 0 ? takeNotes(target) : []
    current = openSlide(transition, target)
    count++
    for (const field of fields) give(field)
    for (const field of deck.firstSlide.splice(0)) {
      current.own.add(field.name)
      give(field)
    }
    for (const act of waiting.splice(0)) act(current)
    target.push(...notes)
  }
  const give = (field: FieldLine): void => {
    if (!field.yaml) {
      const body = reader && shownFieldNames.has(field.name) ? readValue(field, reader) : undefined
      withSlide((slide) => putField(slide, field, body))
      return
    }
    const meaning = deckMeaning(field.name, field.value, dialect === 'marp' ? 'marp' : 'slidev')
    const isForeign = dialect === 'marp' || dialect === 'slidev'
    const isOwn = /^(?:data-|hovercraft-)|^(?:id|class|style|lang|dir|title)$/.test(field.name)
    const isNothing = meaning === 'none' || meaning === 'known' || (meaning === 'field' && !isOwn && isForeign)
    if (isNothing && !(dialect === 'marp' && aroundNames.has(field.name))) report(noMeaning(field, dialect))
    else withSlide((slide) => applyField(slide, field))
  }

  return {
    dialect,
    commentsAreNotes: deck.commentsAreNotes,
    hidesCode: deck.hidesCode,
    begin(context) {
      reader = context
      const top = fieldsFrom(mdast.children, 0, { report, dialect })
      const first = mdast.children.find((node) => !isUnseen(node, deck.hidesCode))
      const isImplicit = first !== undefined && !startsSlide(first, division, context)
      if (division.heading) report(diagnose('markdown/headings-and-rules', { level: division.level }, placeOf(division.heading, context)))
      for (const rule of separators?.divides ? [] : rulesUnderText(mdast, dialect))
        report(diagnose('markdown/rule-under-text', {}, placeOf(rule, context)))
      const needsTitle =
        front.isTitleBlock || (hasTitleSlide(chosen.dialect, division) && front.fields.some(({ name }) => name === 'title'))
      const isOfDeck = ({ name }: FieldLine): boolean => !isImplicit || deckFieldNames.has(name) || name.startsWith(mediumPrefix)
      deck.own.push(...top.filter(isOfDeck))
      const isText = ({ name }: FieldLine): boolean => /^(?:title|author)$/.test(name) && pandocDialects.includes(dialect)
      putDeckFields(
        document,
        deck.own.splice(0).map((field) => (isText(field) ? { ...field, value: plainValue(field, context) } : field)),
      )
      const place = document.position as Position
      const here = { ...place, end: place.start }
      if (needsTitle) {
        start(implicitTransition(here), document.children, [])
        document.children.push(titleSlide(front.fields, context))
        this.filled()
      }
      if (isImplicit) {
        start(implicitTransition(here), document.children, [])
        for (const field of top) if (!isOfDeck(field)) give(field)
      }
    },
    isSlideRule: (node, context) => division.isSlideRule(writtenText(node, context)),
    rule(node, fields, target, context) {
      const position = placeOf(node, context)
      const text = writtenText(node, context).trim()
      const isBelow = text === belowMark || text === '--' || (dialect === 'reveal-md' && text === '----')
      const character = isBelow ? '--' : text === slideMark ? '-' : text.charAt(0)
      start({ type: 'transition', character, children: [], position }, target, fields)
    },
    heading(node, fields, target, context) {
      const isOpened = current !== undefined && !current.filled && !isImplicit(current.holder[current.index])
      if (node.depth <= division.level && !isOpened) {
        const { start: from, source } = placeOf(node, context)
        start(implicitTransition({ start: from, end: from, source }), target, fields)
        return
      }
      if (this.isAtTop()) fields.forEach(give)
      else
        for (const { name, namePosition } of fields)
          report(diagnose('markdown/attribute-without-element', { attribute: name }, namePosition))
    },
    mark: (node, mark) => void marks.set(node, mark),
    foot: (node) => withSlide(({ feet }) => void feet.push(node)),
    isAtTop: () => current !== undefined && !current.filled,
    opened(section) {
      current?.sections.push(section)
    },
    filled() {
      if (current) current.filled = true
    },
    background(background) {
      withSlide((slide) => slide.backgrounds.push(background))
    },
    leads: (link) => void (hasStacks(dialect) && links.push(link)),
    around: (name, nodes, position) =>
      withSlide((slide) => putField(slide, { name, value: '', namePosition: position, valuePosition: position }, nodes)),
    give,
    directive(field, thisSlideOnly) {
      const { name, value } = field
      const meaning = deckMeaning(name, value, 'marp')
      if (meaning === 'slide' || aroundNames.has(name)) {
        if (!thisSlideOnly) deck.inherited.set(name, field)
        else
          withSlide((slide) => {
            slide.own.add(name)
            applyField(slide, field)
          })
      } else if (meaning !== 'slide-level') addDeckField(deck, field, 'marp', report)
    },
    end(context) {
      close()
      // From here on no slide is open whose index what follows could change.
      if (hasStacks(dialect)) {
        leadToSlides(links, slides)
        placeStacks(slides)
      }
      if (dialect === 'slidev') putStyles(slides[0], unoStyles(document, context), settings)
      putAround(slides, deck, document, context)
      replaceDeckFields(document, deck.own)
    },
  }
}

/** A style sheet for the whole deck, at the top of its first slide. */
function putStyles(slide: OpenSlide | undefined, css: string, { rawEnabled }: Settings): void {
  const position = slide?.holder[slide.index]?.position
  if (!slide || !position || css === '' || rawEnabled === false) return
  const sheet = { type: 'text' as const, value: `<style>${css}</style>`, position }
  slide.holder.splice(slide.index + (slide.list ? 2 : 1), 0, {
    type: 'raw',
    format: 'html',
    'xml:space': 'preserve',
    children: [sheet],
    position,
  })
}

/** Notes in comments before the first slide. */
function takeNotes(nodes: Node[]): Node[] {
  const notes = nodes.filter(({ type }) => type === 'note')
  if (notes.length > 0) nodes.splice(0, nodes.length, ...nodes.filter(({ type }) => type !== 'note'))
  return notes
}

/** The deck's fields stand first in the document. Those of comments replace what was there; of several the last one counts, as in Marp. */
function replaceDeckFields(document: Document, fields: readonly FieldLine[]): void {
  const last = new Map(fields.map((field) => [field.name, field]))
  const [list] = document.children
  const nameOf = ({ children: [name] }: Field): string => (name?.type === 'field_name' ? textOf(name) : '')
  if (list?.type === 'field_list') list.children = list.children.filter((field) => !last.has(nameOf(field)))
  putDeckFields(document, [...last.values()])
}

function putDeckFields({ children }: Document, fields: readonly FieldLine[]): void {
  if (fields.length === 0) return
  const [first] = children
  const list: FieldList = first?.type === 'field_list' ? first : { type: 'field_list', children: [] }
  if (list !== first) children.unshift(list)
  for (const field of fields) addField(list, field)
}

const startsSlide = (node: RootContent, { isSlideRule, level }: Division, context: MarkdownContext): boolean =>
  node.type === 'thematicBreak' ? isSlideRule(writtenText(node, context)) : node.type === 'heading' && node.depth <= level

const hasTitleSlide = ({ titleSlide }: Dialect, { level }: Division): boolean =>
  titleSlide === 'always' || (titleSlide === 'byHeadings' && level > 0)
