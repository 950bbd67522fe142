import type { Line } from '../../../1-source/source.ts'
import type { Node } from '../../nodes.ts'
import type { ParseContext } from '../../syntax/context.ts'
import { literalNode } from '../../syntax/literal-node.ts'
import { indentedBlock, positionOf, positionOfLine, skipBlank, trimBlank } from '../../syntax/sliced-lines.ts'
import { unindentWarning } from './unindent.ts'

/** What follows a paragraph that ends in `::`, from the line after it on: indented lines, or lines that one character quotes. */
export function readLiteralBlock(lines: readonly Line[], index: number, context: ParseContext): { nodes: Node[]; next: number } {
  const block = indentedBlock(lines, index)
  const body = trimBlank(block.lines)
  if (body.length === 0) return readQuotedLiteralBlock(lines, index, context)
  const warning = unindentWarning('literal block', block.blankFinish, lines, block.next, context)
  return { nodes: [literalNode('literal_block', body), ...warning], next: block.next }
}

const quote = /^[!-/:-@[-`{-~]/

function readQuotedLiteralBlock(lines: readonly Line[], index: number, context: ParseContext): { nodes: Node[]; next: number } {
  const start = skipBlank(lines, index)
  const character = quote.exec(lines[start]?.text ?? '')?.[0]
  // At the end of the text docutils reports the line after the last.
  if (character === undefined)
    return { nodes: [context.message('rst/literal-block-missing', {}, positionOfLine(lines, start))], next: start }
  let next = start
  while (lines[next]?.text.startsWith(character)) next++
  const nodes: Node[] = [literalNode('literal_block', lines.slice(start, next))]
  const after = lines[next]
  if (after && after.text !== '') {
    const code = after.text.startsWith(' ') ? 'rst/unexpected-indentation' : 'rst/literal-quoting-inconsistent'
    nodes.push(context.message(code, {}, positionOf([after])))
  }
  return { nodes, next }
}
