import { cellLimit } from '../../syntax/tables/cell-limit.ts'
import { type ColumnLine, cellLines, isBlank } from '../../syntax/tables/columns.ts'
import type { TableProblem, TextCell, TextTable } from '../../syntax/tables/text-table.ts'

/** From the first column to before the last. */
interface Span {
  readonly start: number
  readonly end: number
}

interface SimpleRow {
  readonly cells: readonly TextCell[]
  /** The row's first line. */
  readonly start: number
}

/** What the rows are read with; the last column grows with the text in it. */
interface Layout {
  readonly lines: readonly ColumnLine[]
  readonly columns: Span[]
  /** Where the borders end. */
  readonly borderEnd: number
  /** How many rows it may have. */
  readonly rowLimit: number
}

const headSeparator = /^=[ =]*$/
const spanLine = /^-[ -]*$/

/** Reads the rows of a simple table from its top border to its bottom one (docutils: tableparser.py, SimpleTableParser). */
export function simpleRows(lines: readonly ColumnLine[]): TextTable | TableProblem {
  const last = lines.length - 1
  const separators = lines.flatMap((line, at) => (at > 0 && at < last && headSeparator.test(line.columns) ? [at] : []))
  const [separator, second] = separators
  if (second !== undefined)
    return {
      reason: 'a second line of “=” would end its head again',
      advice: 'Keep one line of “=” between head and body.',
      offset: second,
    }
  const borders = new Set([0, last, ...separators])
  const drawn = lines.map((line, at) => (borders.has(at) ? { ...line, columns: line.columns.replaceAll('=', '-') } : line))
  const columns = spansOf(drawn[0]?.columns ?? '')
  const length = lines.reduce((sum, line) => sum + line.columns.length, 0)
  const rowLimit = cellLimit(length) / columns.length
  const layout: Layout = { lines: drawn, columns, borderEnd: columns.at(-1)?.end ?? 0, rowLimit }
  const rows: SimpleRow[] = []
  const problem = readRows(layout, rows)
  if (problem) return problem
  const firstBody = separator === undefined ? 0 : rows.findIndex((row) => row.start > separator)
  // As in docutils, a table whose rows all stand above the separator has no head.
  const headRows = Math.max(0, firstBody)
  const cells = rows.map((row) => row.cells)
  return { colwidths: layout.columns.map(({ start, end }) => end - start), head: cells.slice(0, headRows), body: cells.slice(headRows) }
}

/** A row ends at a line of `-` or where the next one has text in the first column. */
function readRows(layout: Layout, rows: SimpleRow[]): TableProblem | undefined {
  const { start: firstStart, end: firstEnd } = layout.columns[0] as Span
  let start = 1
  let hasText = false
  for (let at = 1; at < layout.lines.length; at++) {
    const columns = layout.lines[at]?.columns ?? ''
    if (spanLine.test(columns)) {
      const problem = readRow(layout, rows, start, at, true)
      if (problem) return problem
      start = at + 1
      hasText = false
    } else if (!isBlank(columns, firstStart, firstEnd)) {
      const problem = hasText && at !== start ? readRow(layout, rows, start, at, false) : undefined
      if (problem) return problem
      start = at
      hasText = true
    } else if (!hasText) start = at + 1
  }
  return undefined
}

/** Reads the row of lines from `start` to before `end`; a span line at `end` says which columns it joins. */
function readRow(layout: Layout, rows: SimpleRow[], start: number, end: number, isSpanned: boolean): TableProblem | undefined {
  if (rows.length >= layout.rowLimit) return { ...tooManyCells, offset: start }
  const spans = isSpanned ? spansOf(layout.lines[end]?.columns ?? '') : [...layout.columns]
  const lastSpan = spans.length - 1
  if (isSpanned) {
    if (spans[lastSpan]?.end !== layout.borderEnd) return { ...spanIncomplete, offset: end }
    spans[lastSpan] = { start: (spans[lastSpan] as Span).start, end: (layout.columns.at(-1) as Span).end }
  }
  const lines = layout.lines.slice(start, end)
  const overflow = checkMargins(layout, lines, spans)
  if (overflow !== undefined) return { ...textInMargin, offset: start + overflow }
  const cells: TextCell[] = []
  let column = 0
  for (const span of spans) {
    const first = column
    while (layout.columns[column] && layout.columns[column]?.end !== span.end) column++
    if (layout.columns[first]?.start !== span.start || !layout.columns[column]) return { ...spanMisaligned, offset: start + 1 }
    cells.push({ lines: cellLines(lines, span.start, span.end), morerows: 0, morecols: column - first })
    column++
  }
  rows.push({ cells, start })
  return undefined
}

/**
 * Between the columns must be nothing; text that runs over the last one widens it. Returns the line at fault. docutils goes column by
 * column, and so does the choice of that line.
 */
function checkMargins(layout: Layout, lines: readonly ColumnLine[], spans: Span[]): number | undefined {
  const last = spans.length - 1
  let fault: { column: number; line: number } | undefined
  for (const [at, { columns }] of lines.entries())
    for (let index = 0; index < last && (spans[index] as Span).end < columns.length; index++) {
      if (fault && index >= fault.column) break
      if (!isBlank(columns, (spans[index] as Span).end, (spans[index + 1] as Span).start)) fault = { column: index, line: at }
    }
  if (fault) return fault.line
  for (const { columns } of lines) {
    const { start, end } = spans[last] as Span
    if (isBlank(columns, end)) continue
    const main = layout.columns.at(-1) as Span
    const widest = Math.max(main.end, columns.trimEnd().length)
    spans[last] = { start, end: widest }
    layout.columns[layout.columns.length - 1] = { start: main.start, end: widest }
  }
  return undefined
}

const spansOf = (columns: string): Span[] =>
  [...columns.matchAll(/-+/g)].map((run) => ({ start: run.index, end: run.index + run[0].length }))

const tooManyCells: Omit<TableProblem, 'offset'> = {
  reason: 'it has far more cells than characters',
  advice: 'Write several tables, or fewer columns.',
}
const spanIncomplete: Omit<TableProblem, 'offset'> = {
  reason: 'this line of “-” does not reach the end of the table',
  advice: 'Underline every column, up to the last.',
}
const spanMisaligned: Omit<TableProblem, 'offset'> = {
  reason: 'a line of “-” does not start and end where the columns do',
  advice: 'Let each run of “-” start where a column starts and end where one ends.',
}
const textInMargin: Omit<TableProblem, 'offset'> = {
  reason: 'text stands in the gap between two columns',
  advice: 'Move it into a column, or make the runs of “=” longer.',
}
