import { type Line, positionOfLines } from '../../../1-source/source.ts'
import type { Node } from '../../nodes.ts'
import type { ParseContext } from '../../syntax/context.ts'
import { columnLine } from '../../syntax/tables/columns.ts'
import { gridCells } from '../../syntax/tables/grid-cells.ts'
import type { TableProblem } from '../../syntax/tables/text-table.ts'
import type { BlockConstruct, BlockResult } from '../blocks/construct.ts'
import { gridTablePattern } from '../blocks/patterns.ts'
import { finishTable, malformedTable, tableNodes } from './text-table.ts'

/** A table drawn with `+`, `-` and `|`; `=` parts its head from its body (docutils: states.py, isolate_grid_table). */
export const gridTable: BlockConstruct = {
  name: 'grid table',
  starts: '+',
  read(lines, index, context) {
    if (!gridTablePattern.test(lines[index]?.text ?? '')) return undefined
    return read(lines, index, context)
  },
}

function read(lines: readonly Line[], index: number, context: ParseContext): BlockResult {
  const { end, indented, isCut } = blockEnd(lines, index)
  const trailing: Node[] = []
  if (indented) trailing.push(context.message('rst/unexpected-indentation', {}, positionOfLines(indented, indented)))
  const block = lines.slice(index, end)
  const bottom = lastBorder(block)
  if (bottom < 0) {
    // docutils names the line at which its search for the bottom border stopped.
    const offset = block.length > 3 ? 2 : isCut ? block.length : block.length - 1
    const nodes = [malformedTable({ ...noBottom, offset }, block, context, lines[index + offset])]
    return finishTable([...trailing, ...nodes], lines, end, !indented && !isCut, context)
  }
  const table = block.slice(0, bottom + 1)
  const columns = table.map((line) => columnLine(line, 'counted'))
  const width = columns[0]?.columns.length ?? 0
  const ragged = columns.findIndex((line) => line.columns.length !== width || !/[+|]$/.test(line.columns))
  const isWellEnded = !indented && !isCut && table.length === block.length
  if (ragged >= 0) {
    const message = malformedTable({ ...noRight, offset: ragged }, table, context)
    return finishTable([...trailing, message], lines, index + table.length, isWellEnded, context)
  }
  return finishTable([...tableNodes(gridCells(columns), table, context), ...trailing], lines, index + table.length, isWellEnded, context)
}

const noBottom: Omit<TableProblem, 'offset'> = {
  reason: 'its bottom border is missing or incomplete',
  advice: 'Close it with a line of “+” and “-” like the one it starts with.',
}
const noRight: Omit<TableProblem, 'offset'> = {
  reason: 'its right border is missing here or not in line with the first one',
  advice: 'End each line with “|” or “+” in the same column.',
}

/** The table's lines run up to a blank line, one without a left border, or an indented one, which has a message wherever the table ends. */
function blockEnd(lines: readonly Line[], index: number): { end: number; indented: Line | undefined; isCut: boolean } {
  let end = index + 1
  while (end < lines.length && !/^(?: |$)/.test(lines[end]?.text ?? '')) end++
  const indented = lines[end]?.text ? lines[end] : undefined
  let cut = index + 1
  while (cut < end && /^\s*[+|]/.test(lines[cut]?.text ?? '')) cut++
  return { end: cut, indented, isCut: cut < end }
}

/** The last line, if it is a border; else the last border that has a line of text above it. */
function lastBorder(block: readonly Line[]): number {
  const isBorder = (at: number) => gridTablePattern.test(block[at]?.text ?? '')
  if (isBorder(block.length - 1)) return block.length - 1
  let at = block.length - 2
  while (at > 1 && !isBorder(at)) at--
  return at > 1 ? at : -1
}
