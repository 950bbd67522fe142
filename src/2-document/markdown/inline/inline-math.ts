import type { InlineMath } from 'mdast-util-math'
import type { Inline } from '../../nodes.ts'
import { type MarkdownContext, placeOf } from '../context.ts'

/** `$x$` (constructs/formula.ts). */
export function inlineMath(node: InlineMath, context: MarkdownContext): readonly Inline[] {
  const position = placeOf(node, context)
  return [{ type: 'math', children: [{ type: 'text', value: node.value.trim(), position }], position }]
}
