import type { Line } from '../../../../1-source/source.ts'
import { cellLines, columnLine } from '../../../syntax/tables/columns.ts'
import type { TextCell } from '../../../syntax/tables/text-table.ts'
import { isBlank } from '../../lines.ts'
import type { DrawnTable, LinesFrom, ReadTable, Side } from './drawn-table.ts'

/** Two columns at least: one row of dashes alone is a rule or a heading's line. */
const dashesOfColumns = /^ *-+(?: +-+)+ *$/
const dashesOfTable = /^ *-{3,} *$/

const isDashes = (line: Line | undefined): boolean => dashesOfColumns.test(line?.text ?? '')
const isEnd = (line: Line | undefined): boolean => isDashes(line) || dashesOfTable.test(line?.text ?? '')

/** So many lines has a table of several lines a row: its end is looked for no further. */
const longest = 300

/**
 * A line of headings, a line with as many rows of dashes as there are columns, lines of cells up to a blank one; without headings a further
 * line of dashes ends it (pandoc, simple_tables).
 */
const simpleTable: ReadTable = (lines) => {
  const hasHead = isDashes(lines(1)) && !isEnd(lines(0)) && !isBlank(lines(0)?.text ?? '')
  const dashes = lines(hasHead ? 1 : 0)
  if (!dashes || !isDashes(dashes)) return undefined
  const body: Line[][] = []
  let at = hasHead ? 2 : 1
  for (let line = lines(at); line && !isBlank(line.text) && !isEnd(line); line = lines(at)) {
    body.push([line])
    at++
  }
  const isEnded = isEnd(lines(at))
  const head = hasHead ? [lines(0) as Line] : []
  if (body.length === 0 || (!hasHead && !isEnded)) return undefined
  return tableOf(dashes, head, body, at + (isEnded ? 1 : 0))
}

/**
 * The same between two lines of dashes, with rows of several lines, which blank ones part; without headings it begins and ends with the dashes of
 * the columns (pandoc, multiline_tables).
 */
const multilineTable: ReadTable = (lines) => {
  const head: Line[] = []
  let at = 0
  if (!isDashes(lines(0))) {
    if (!isEnd(lines(0))) return undefined
    for (let line = lines(1); line && !isBlank(line.text) && !isEnd(line); line = lines(head.length + 1)) head.push(line)
    at = head.length + 1
  }
  const dashes = lines(at)
  if (!dashes || !isDashes(dashes) || (at > 0 && head.length === 0)) return undefined
  // Without headings, and above a blank line, they are a rule.
  if (head.length === 0 && isBlank(lines(at + 1)?.text ?? '')) return undefined
  const body: Line[][] = [[]]
  let isParted = false
  for (at++; at < longest; at++) {
    const line = lines(at)
    if (!line) return undefined
    if (isEnd(line)) {
      const rows = body.filter(({ length }) => length > 0)
      return rows.length > 0 && (isParted || head.length > 0) ? tableOf(dashes, head, rows, at + 1) : undefined
    }
    if (isBlank(line.text)) {
      isParted = true
      if (lines(at + 1) === undefined || isBlank(lines(at + 1)?.text ?? '')) return undefined
      body.push([])
    } else body.at(-1)?.push(line)
  }
  return undefined
}

function tableOf(dashes: Line, head: readonly Line[], body: readonly (readonly Line[])[], length: number): DrawnTable {
  const columns = [...dashes.text.matchAll(/-+/g)].map(({ index, 0: { length: width } }) => ({ start: index, end: index + width }))
  const bounds = columns.map(({ start }, index): Bounds => [index === 0 ? 0 : start, columns[index + 1]?.start ?? Number.POSITIVE_INFINITY])
  const row = (lines: readonly Line[]): TextCell[] =>
    bounds.map(([from, to]) => ({
      lines: lines.flatMap((line) => cellLines([columnLine(line, 'counted')], from, to)),
      morerows: 0,
      morecols: 0,
    }))
  const texts = (head.length > 0 ? head : (body[0] ?? [])).map(({ text }) => text)
  return {
    colwidths: columns.map(({ start, end }) => end - start),
    head: head.length > 0 ? [row(head)] : [],
    body: body.map(row),
    sides: columns.map(({ start, end }, index) => sideOf(texts, [start, columns[index + 1]?.start ?? Number.POSITIVE_INFINITY], end)),
    length,
  }
}

type Bounds = readonly [from: number, to: number]

/** Where the shortest line of a column's heading stands above its dashes: flush with one end of them, with both, or between. */
function sideOf(texts: readonly string[], [start, next]: Bounds, end: number): Side {
  const [word = ''] = texts
    .map((text) => text.slice(start, next).trimEnd())
    .filter((text) => text !== '')
    .sort((one, other) => one.length - other.length)
  const isLeft = word !== '' && !word.startsWith(' ')
  const isRight = start + word.length === end
  if (isLeft) return isRight ? null : 'left'
  return isRight ? 'right' : 'center'
}

/** Those that are drawn with dashes; one of several lines a row is tried first, since the other ends with its first blank line. */
export const dashedTables = (lines: LinesFrom): DrawnTable | undefined => multilineTable(lines) ?? simpleTable(lines)
