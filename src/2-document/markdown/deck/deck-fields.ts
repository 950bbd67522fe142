import type { Root } from 'mdast'
import { type Diagnostic, diagnose, type Report } from '../../../diagnostics/diagnostic.ts'
import type { Position } from '../../../diagnostics/position.ts'
import { fieldOfTool, type ToolField, toolField } from '../../tool-fields.ts'
import type { DialectName } from '../dialects/names.ts'
import { toolOf } from '../dialects/names.ts'
import type { FieldLine } from './field-line.ts'
import { canvasSizes, deckMeaning } from './foreign-fields.ts'
import type { Front } from './front.ts'
import { slidevCanvas } from './slidev-canvas.ts'
import type { NestedField } from './yaml-fields.ts'

/** What front matter says, and Marp's directives that speak of the whole deck. */
export interface DeckFields {
  /** Under our names. */
  readonly own: FieldLine[]
  /** Marp's: for every slide from here on that has none of its own, by name. */
  readonly inherited: Map<string, FieldLine>
  readonly firstSlide: FieldLine[]
  readonly styles: FieldLine[]
  /** The level of the headings that begin slides. */
  slideLevel: string | undefined
  /** Whether every list unfolds item by item. */
  incremental: boolean
  /** Whether HTML comments are the speaker's notes. */
  commentsAreNotes: boolean
  /** Whether code that another tool would run is not shown, where it does not say so itself (Quarto: `execute: echo: false`). */
  hidesCode: boolean
}

export function readDeckFields({ fields, nested }: Front, dialect: DialectName, report: Report): DeckFields {
  const deck: DeckFields = {
    own: [],
    inherited: new Map(),
    firstSlide: [],
    styles: [],
    slideLevel: undefined,
    incremental: false,
    commentsAreNotes: dialect === 'marp' || dialect === 'slidev',
    hidesCode: false,
  }
  for (const field of fields) addDeckField(deck, field, dialect, report)
  deck.own.push(...slidevCanvas(fields, dialect, report))
  for (const field of nested) {
    const settings = dialect === 'pandoc' || dialect === 'quarto' ? takeSettings(deck, field) : []
    if (settings.length === 0 || settings.length < field.inner.length) report(nestedFields(field, dialect, settings))
  }
  return deck
}

export function addDeckField(deck: DeckFields, field: FieldLine, dialect: DialectName, report: Report): void {
  if (dialect === 'marp' && field.name === 'paginate') {
    deck.inherited.set(field.name, field)
    return
  }
  const meaning = deckMeaning(field.name, field.value, dialect)
  switch (meaning) {
    case 'field':
      deck.own.push(...ownFields(field, dialect))
      return
    case 'slide':
      if (field.name.startsWith('_')) deck.firstSlide.push({ ...field, name: field.name.slice(1) })
      else if (dialect === 'marp') deck.inherited.set(field.name, field)
      else deck.firstSlide.push(field)
      return
    case 'header':
    case 'footer':
      deck.inherited.set(field.name, field)
      return
    case 'style':
      deck.styles.push(field)
      return
    case 'slide-level':
      deck.slideLevel = field.value
      return
    case 'incremental':
      deck.incremental = true
      return
    case 'comments':
      deck.commentsAreNotes = field.value === 'notes'
      return
    case 'separator':
      // Where a deck of another tool has it, nothing else tells.
      if (dialect !== 'reveal' && dialect !== 'reveal-md') report(noMeaning(field, dialect))
      return
    case 'none':
      report(noMeaning(field, dialect))
  }
}

/** What pandoc's and Quarto's formats ask for of the deck (`format: revealjs: slide-level: 1`); the names that have a meaning. */
function takeSettings(deck: DeckFields, { inner }: NestedField): string[] {
  return inner.filter((field) => takeSetting(deck, field)).map(({ name }) => name)
}

function takeSetting(deck: DeckFields, field: FieldLine): boolean {
  const { value } = field
  const setting = field.name.slice(field.name.lastIndexOf('.') + 1)
  switch (setting) {
    case 'slide-level':
      deck.slideLevel ??= value
      return true
    case 'incremental':
      deck.incremental ||= value === 'true'
      return true
    case 'echo':
    case 'include':
      deck.hidesCode ||= value === 'false'
      return true
    case 'footer':
      if (value !== 'false') deck.inherited.set('footer', { ...field, name: 'footer' })
      return true
    case 'slide-number':
      if (value !== 'false') deck.own.push({ ...field, name: 'slide-numbers', value: 'true' })
      return true
    case 'width':
    case 'height':
      if (/^\d+$/.test(value)) deck.own.push({ ...field, name: `data-${setting}` })
      return /^\d+$/.test(value)
    case 'css':
      deck.own.push({ ...field, name: 'css' })
      return true
    default:
      return false
  }
}

/** So many of the names in a nested field are told. */
const namesTold = 6

/** In another tool's deck a field of more than texts is that tool's; `taken` are the names in it that have a meaning here. */
export function nestedFields({ name, namePosition, inner }: NestedField, dialect: DialectName, taken: readonly string[] = []): Diagnostic {
  if (dialect === 'plain') return diagnose('markdown/front-matter-value', { field: name }, namePosition)
  const names = [...new Set(inner.map((field) => field.name))].filter((inside) => inside !== '' && !taken.includes(inside))
  const more = names.length > namesTold ? ', …' : ''
  const within = names.length === 0 ? '' : ` (${names.slice(0, namesTold).join(', ')}${more})`
  return withoutMeaning({ tool: dialect, what: `"${name}"${within}`, row: fieldOfTool(name, dialect) }, namePosition)
}

/** `dialect` is the deck's; a slide of a deck that is not Marp's is read as Slidev's. */
export function noMeaning({ name, value, namePosition }: FieldLine, dialect: DialectName): Diagnostic {
  const row = toolField(name, value, dialect) ?? toolField(name, value, 'slidev')
  return withoutMeaning({ tool: row?.tool ?? dialect, what: `"${name}"`, row }, namePosition)
}

interface WithoutMeaning {
  readonly tool: DialectName
  readonly what: string
  readonly row: ToolField | undefined
}

const withoutMeaning = ({ tool, what, row }: WithoutMeaning, position: Position): Diagnostic =>
  diagnose('markdown/no-meaning', { tool: tool === 'plain' ? 'Another tool' : toolOf(tool), what, instead: row?.instead }, position)

/** Fields of other tools that ours say in other words. */
function ownFields(field: FieldLine, dialect: DialectName): FieldLine[] {
  const [first, second] = toolField(field.name, field.value, dialect)?.ours ?? []
  if (first === undefined) return [field]
  if (second === undefined) return [{ ...field, name: first }]
  const [width, height] = canvasSizes.get(field.value) ?? []
  if (width === undefined || height === undefined) return [field]
  return [
    { ...field, name: first, value: width },
    { ...field, name: second, value: height },
  ]
}

/** Marp's `headingDivider`, which may stand in a comment anywhere; the slides must be known before comments are read. */
export function headingDivider({ children }: Root): string | undefined {
  const comments = children.flatMap((node) => (node.type === 'html' && node.value.includes('headingDivider') ? [node.value] : []))
  return comments
    .map((comment) => /^(?:<!--)?\s*headingDivider\s*:\s*\[?\s*(\d)/m.exec(comment)?.[1])
    .findLast((level) => level !== undefined)
}
