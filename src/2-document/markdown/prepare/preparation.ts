import { type Line, positionOfLines } from '../../../1-source/source.ts'
import { diagnose, type Report } from '../../../diagnostics/diagnostic.ts'
import type { Directive } from '../../directive.ts'
import { sliceLine } from '../../rst/blocks/indented.ts'
import type { Attributes } from './attributes.ts'
import { isBlank } from './lines.ts'
import type { DirectiveOpening, FieldLine, Row } from './prepared.ts'

export interface PrepareOptions {
  /** Whether slides may begin in the text: it is a deck and no directive's body. */
  readonly slides: boolean
  /** Slidev's `---` begins a slide even under a text, where CommonMark has a heading. */
  readonly rulesUnderText?: boolean
  readonly findDirective: (name: string) => Directive | undefined
  readonly report: Report
}

/** A text that is being prepared (prepared.ts says for what). */
export interface Preparation {
  readonly lines: readonly Line[]
  readonly options: PrepareOptions
  readonly rows: { text: string; readonly at: Line }[]
  readonly directives: Map<number, DirectiveOpening>
  readonly fields: Map<number, readonly FieldLine[]>
  readonly headings: Map<number, Attributes>
  /** From the outermost on. */
  readonly open: OpenDirective[]
  /** Rows of directives' fences; how many colons each needs is known at the end. */
  readonly fences: { readonly row: number; readonly opening: DirectiveOpening; readonly prefix: string; readonly isOpening: boolean }[]
  /** The innermost directive, if its body is no Markdown. */
  literal: OpenDirective | undefined
  /** The row whose slide the next lines may give fields to; -1 at the text's start. */
  begun: number | undefined
  /** Whether the last line belongs to code, a formula or HTML. */
  wasInRegion: boolean
}

/** A directive whose body is being read. */
export interface OpenDirective {
  readonly opening: DirectiveOpening
  readonly row: number
  readonly colons: number
  readonly indent: number
  /** The marks of the quotes around it: a line without them would end the quotes. */
  readonly quotes: string
  /** A note of reveal.js, which the slide's end closes. */
  readonly endsWithSlide: boolean
}

/** What a line says of the directive that it begins. */
export type Opening = Pick<DirectiveOpening, 'name' | 'argument' | 'titled' | 'attributes'>

/** A line in its place: `prefix` are the marks of quotes and items, and the blanks, that it begins with. */
export interface LineHere {
  readonly line: Line
  readonly text: string
  readonly index: number
  readonly prefix: string
}

/** Reads one line's syntax, and says how many further lines it took; undefined where the line is something else. */
export type LineReader = (here: LineHere, preparation: Preparation) => number | undefined

export const startPreparation = (lines: readonly Line[], options: PrepareOptions): Preparation => ({
  lines,
  options,
  rows: [],
  directives: new Map(),
  fields: new Map(),
  headings: new Map(),
  open: [],
  fences: [],
  literal: undefined,
  begun: options.slides ? -1 : undefined,
  wasInRegion: false,
})

/** A row of the parser's text, for a line. */
export const put = ({ rows }: Preparation, text: string, at: Line): void => void rows.push({ text, at })

/** An empty row before `line`, without which it would belong to the text above. */
export const putBlank = (preparation: Preparation, line: Line): void => put(preparation, '', sliceLine(line, 0, 0))

export const previousIsBlank = ({ rows }: Preparation): boolean => rows.length === 0 || isBlank((rows.at(-1) as Row).text)

export const addFields = ({ fields }: Preparation, row: number, more: readonly FieldLine[]): void =>
  void fields.set(row, [...(fields.get(row) ?? []), ...more])

/** A directive of another tool's syntax. */
export const named = (name: string): Opening => ({ name, argument: undefined, titled: false, attributes: undefined })

/** A directive without a body. */
export function putLeaf(preparation: Preparation, line: Line, opening: Opening, prefix = ''): void {
  preparation.directives.set(preparation.rows.length, { ...opening, options: [], line, body: [], close: undefined, height: 0 })
  put(preparation, `${prefix}::x`, line)
}

interface OpenOptions {
  readonly colons?: number
  readonly prefix?: string
  readonly endsWithSlide?: boolean
  /** `:option: value` lines. */
  readonly options?: readonly Line[]
}

/** Begins a directive; whether its body is Markdown is the caller's to say. */
export function openDirective(
  preparation: Preparation,
  line: Line,
  opening: Opening,
  { colons = 3, prefix = '', endsWithSlide = false, options = [] }: OpenOptions = {},
): OpenDirective {
  const row = preparation.rows.length
  const whole: DirectiveOpening = { ...opening, options, line, body: [], close: undefined, height: 0 }
  preparation.directives.set(row, whole)
  preparation.fences.push({ row, opening: whole, prefix, isOpening: true })
  put(preparation, '', line)
  return { opening: whole, row, colons, indent: prefix.length, quotes: quotesOf(prefix), endsWithSlide }
}

const quotesOf = (prefix: string): string => (prefix.includes('>') ? prefix.replace(/[^\s>]/g, ' ') : '')

/** Ends the innermost directive, on the line `close` if there is one. */
export function closeDirective(preparation: Preparation, close: Line | undefined, prefix = ''): void {
  const { open, rows, fences, lines, options } = preparation
  const closed = open.pop()
  if (!closed) return
  const { opening } = closed
  const around = open.at(-1)?.opening
  if (around) around.height = Math.max(around.height, opening.height + 1)
  opening.close = close
  if (close && opening.body.at(-1)?.number === close.number) opening.body.pop()
  const at = close ?? lines[Math.max(0, (rows.at(-1)?.at.number ?? 1) - 1)] ?? opening.line
  fences.push({ row: rows.length, opening, prefix, isOpening: false })
  put(preparation, '', close ?? sliceLine(at, at.text.length))
  if (!close && !closed.endsWithSlide)
    options.report(diagnose('markdown/directive-not-closed', { name: opening.name }, positionOfLines(opening.line, opening.line)))
}

/** Ends the notes that last until the slide's end; the rule that ends the slide is no part of them. */
export function endSlide(preparation: Preparation, rule: Line): void {
  const { open } = preparation
  for (let last = open.at(-1); last?.endsWithSlide; last = open.at(-1)) {
    if (last.opening.body.at(-1)?.number === rule.number) last.opening.body.pop()
    closeDirective(preparation, undefined)
  }
}

/** Gives each fence as many colons as the directives within it need. */
export function writeFences({ fences, rows }: Preparation): void {
  for (const { row, opening, prefix, isOpening } of fences) {
    const target = rows[row]
    if (target) target.text = `${prefix}${':'.repeat(3 + opening.height)}${isOpening ? 'x' : ''}`
  }
}
