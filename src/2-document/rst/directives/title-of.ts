import { positionOfLines, type TextBlock } from '../../../1-source/source.ts'
import type { Position } from '../../../diagnostics/position.ts'
import type { DirectiveInvocation, DirectiveTools } from '../../directive.ts'
import type { Node, Title } from '../../nodes.ts'

/** The place of a text block; `otherwise` if it has no lines. */
export function positionOfBlock({ lines }: TextBlock, otherwise: Position): Position {
  const [first] = lines
  const last = lines.at(-1)
  return first && last ? positionOfLines(first, last) : otherwise
}

/** The argument as a title, and what its inline markup has to say, both in the order in which they stand in the tree. */
export function titleOf({ argumentBlock, position }: DirectiveInvocation, tools: DirectiveTools): Node[] {
  const { nodes, messages } = tools.parseInline(argumentBlock)
  const title: Title = { type: 'title', children: nodes, position: positionOfBlock(argumentBlock, position) }
  return [title, ...messages]
}
