import type { Line } from '../../../../1-source/source.ts'
import { sliceLine } from '../../../syntax/sliced-lines.ts'
import { type ColumnLine, columnLine } from '../../../syntax/tables/columns.ts'
import { gridCells } from '../../../syntax/tables/grid-cells.ts'
import { isProblem } from '../../../syntax/tables/text-table.ts'
import type { ReadTable, Side } from './drawn-table.ts'

const border = /^\+(?:[-=:]+\+)+$/
const headBorder = /^\+(?:[=:]+\+)+$/

/**
 * A table drawn as in reStructuredText, with Markdown in its cells. Colons in the line below its head, or in its first one, say the side of a
 * column (pandoc, grid_tables).
 */
export const gridTable: ReadTable = (lines) => {
  const read: Line[] = []
  for (let line = lines(0); line && /^[+|]/.test(line.text); line = lines(read.length))
    read.push(sliceLine(line, 0, line.text.trimEnd().length))
  if (read.length < 3 || !border.test(read[0]?.text ?? '') || !border.test(read.at(-1)?.text ?? '')) return undefined
  const heads = read.flatMap(({ text }, index) => (headBorder.test(text) ? [index] : []))
  // A last one of them ends the table's foot, which is a row as others are.
  const head = heads[0] === read.length - 1 ? undefined : heads[0]
  const rows = read.map((line, index) => withoutColons(columnLine(line, 'counted'), index === head))
  const width = rows[0]?.columns.length
  if (rows.some(({ columns }) => columns.length !== width || !/[+|]$/.test(columns))) return undefined
  const table = gridCells(rows)
  if (isProblem(table)) return undefined
  return { ...table, sides: sidesIn(read[head ?? 0]?.text ?? ''), length: read.length }
}

/** A border as reStructuredText has it: only the one below the head has `=`. */
function withoutColons(line: ColumnLine, isHead: boolean): ColumnLine {
  return border.test(line.columns) ? { ...line, columns: line.columns.replace(/[-=:]/g, isHead ? '=' : '-') } : line
}

const sidesIn = (text: string): Side[] =>
  text
    .slice(1, -1)
    .split('+')
    .map((part) => (part.startsWith(':') ? (part.endsWith(':') ? 'center' : 'left') : part.endsWith(':') ? 'right' : null))
