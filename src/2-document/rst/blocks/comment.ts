import type { Line } from '../../../1-source/source.ts'
import type { ParseContext } from '../../syntax/context.ts'
import { literalNode } from '../../syntax/literal-node.ts'
import { indentedBlock, isBlankAt, positionOf, trimBlank } from '../../syntax/sliced-lines.ts'
import type { ExplicitConstruct, ExplicitResult } from './explicit-construct.ts'

/** `..` and any text that is nothing else. A `..` alone before a blank line is a comment by itself: the indented text below it is not part of it. */
export const readComment: ExplicitConstruct = (lines, index, start) => {
  const line = lines[index] as Line
  const isEmpty = line.text.length <= start
  if (isEmpty && isBlankAt(lines, index + 1)) return { nodes: [emptyComment(line)], next: index + 1, blankFinish: true }
  return readCommentText(lines, index, start)
}

/** Reads the comment's text from column `start` of a line on. */
function readCommentText(lines: readonly Line[], index: number, start: number): ExplicitResult {
  const block = indentedBlock(lines, index, { first: start })
  const body = trimBlank(block.lines)
  const position = positionOf(lines, index, block.next)
  const comment = body.length > 0 ? { ...literalNode('comment', body), position } : emptyComment(lines[index] as Line)
  return { nodes: [comment], next: block.next, blankFinish: block.blankFinish }
}

/**
 * What is left of markup that turned out malformed after lines `index` to before `next`: a comment of the last of them, and a warning there
 * (docutils' reader does not go back).
 */
export function readMalformed(
  code: 'rst/malformed-target' | 'rst/malformed-substitution',
  lines: readonly Line[],
  next: number,
  start: number,
  context: ParseContext,
): ExplicitResult {
  const comment = readCommentText(lines, next - 1, start)
  // Of a blank line nothing is left: the comment stands where the markup ends.
  const { end, source } = positionOf(lines, 0, next)
  const isBlank = (lines[next - 1] as Line).text === ''
  const left = isBlank ? comment.nodes.map((node) => ({ ...node, position: { start: end, end, source } })) : comment.nodes
  return { ...comment, nodes: [...left, context.message(code, {}, positionOf(lines, next - 1, next))] }
}

const emptyComment = (line: Line) => ({
  type: 'comment' as const,
  'xml:space': 'preserve' as const,
  children: [],
  position: positionOf([line]),
})
