import { type Line, pointAt, positionOfLines } from '../../../1-source/source.ts'
import type { Node, SystemMessage } from '../../nodes.ts'
import type { ParseContext } from '../../syntax/context.ts'
import { literalNode } from '../../syntax/literal-node.ts'
import { type TableCell, tableNode } from '../../syntax/tables/table-node.ts'
import { isProblem, type TableProblem, type TextCell, type TextTable } from '../../syntax/tables/text-table.ts'
import type { BlockResult } from '../blocks/construct.ts'

/** The table, or the message that it is malformed. */
export function tableNodes(result: TextTable | TableProblem, block: readonly Line[], context: ParseContext): Node[] {
  if (isProblem(result)) return [malformedTable(result, block, context)]
  const cells = [...result.head, ...result.body].reduce((sum, row) => sum + row.length, 0)
  const written = block.reduce((sum, { text }) => sum + text.length, 0)
  const over = context.settings.budget?.spend({ nodes: Math.max(0, cells - written), name: 'table' })
  if (!over) return [build(result, block, context)]
  const [first, last] = [block[0], block.at(-1)] as [Line, Line]
  const unread = literalNode('literal_block', block)
  return over.isTold ? [unread] : [context.message('document/too-much-generated', over, positionOfLines(first, last), [unread])]
}

function build({ colwidths, head, body }: TextTable, block: readonly Line[], context: ParseContext): Node {
  const end = block.at(-1) as Line
  const cell = ({ lines, morerows, morecols }: TextCell): TableCell => {
    const [first, last] = [lines[0], lines.at(-1)]
    context.reader.nameLine = positionOfLines(end, end)
    const children = lines.some((line) => line.text) ? context.parseBlocks(lines) : []
    return { children, morerows, morecols, ...(first && last ? { position: positionOfLines(first, last) } : {}) }
  }
  const rows = (cells: TextTable['body']) => cells.map((row) => row.map(cell))
  return tableNode({ colwidths, head: rows(head), body: rows(body), position: positionOfLines(block[0] as Line, end) })
}

/** The message that holds the drawing as a literal block. `at` is the line at fault where it is not one of the block. */
export function malformedTable(
  { reason, advice, offset }: TableProblem,
  block: readonly Line[],
  context: ParseContext,
  at: Line = block[offset] ?? (block[0] as Line),
): SystemMessage {
  return context.message('rst/malformed-table', { reason, advice }, positionOfLines(at, at), [literalNode('literal_block', block)])
}

/** Adds the message that a blank line is missing where `next` is not one and the table did not end well. */
export function finishTable(nodes: Node[], lines: readonly Line[], next: number, isWellEnded: boolean, context: ParseContext): BlockResult {
  if (isWellEnded) return { nodes, next }
  const line = lines[next] ?? (lines.at(-1) as Line)
  const point = pointAt(line, 0)
  const position = { start: point, end: pointAt(line, line.text.length), source: line.source.path }
  return { nodes: [...nodes, context.message('rst/table-without-blank-line', {}, position)], next }
}
