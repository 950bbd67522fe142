import type { Line } from '../../../1-source/source.ts'
import type { ExplicitConstruct } from './explicit-construct.ts'
import { indentedBlock, isBlankAt, positionOf, trimBlank } from './indented.ts'
import { literalNode } from './literal-block.ts'

/** `..` and any text that is nothing else. A `..` alone before a blank line is a comment by itself: the indented text below it is not part of it. */
export const readComment: ExplicitConstruct = (lines, index, start) => {
  const line = lines[index] as Line
  const isEmpty = line.text.length <= start
  if (isEmpty && isBlankAt(lines, index + 1)) return { nodes: [emptyComment(line)], next: index + 1, blankFinish: true }
  const block = indentedBlock(lines, index, { first: start })
  const body = trimBlank(block.lines)
  const comment = body.length > 0 ? { ...literalNode('comment', body), position: positionOf(lines, index, block.next) } : emptyComment(line)
  return { nodes: [comment], next: block.next, blankFinish: block.blankFinish }
}

const emptyComment = (line: Line) => ({
  type: 'comment' as const,
  'xml:space': 'preserve' as const,
  children: [],
  position: positionOf([line]),
})
