import { positionOfLines, type TextBlock } from '../../../1-source/source.ts'
import type { Position } from '../../../diagnostics/position.ts'
import type { DirectiveInvocation, DirectiveTools, InlineResult } from '../../directive.ts'
import type { Node, Title } from '../../nodes.ts'

/** The place of a text block; `otherwise` if it has no lines. */
export function positionOfBlock({ lines }: TextBlock, otherwise: Position): Position {
  const [first] = lines
  const last = lines.at(-1)
  return first && last ? positionOfLines(first, last) : otherwise
}

/** Inline markup of an argument or option. docutils reports its mistakes for the directive's first line. */
export function parseInlineOf(block: TextBlock, { position }: DirectiveInvocation, tools: DirectiveTools): InlineResult {
  const result = tools.parseInline(block)
  for (const message of result.messages) message.line = position.start.line
  return result
}

/** The argument as a title, and what its inline markup has to say, both in the order in which they stand in the tree. */
export function titleOf(invocation: DirectiveInvocation, tools: DirectiveTools): Node[] {
  const { argumentBlock, position } = invocation
  const { nodes, messages } = parseInlineOf(argumentBlock, invocation, tools)
  const title: Title = { type: 'title', children: nodes, position: positionOfBlock(argumentBlock, position) }
  return [title, ...messages]
}
