import type { Math as MdastMath } from 'mdast-util-math'
import type { Node } from '../../nodes.ts'
import { type MarkdownContext, placeOf } from '../context.ts'

/** A formula between `$$` lines. */
export function math(node: MdastMath, context: MarkdownContext): readonly Node[] {
  const position = placeOf(node, context)
  if (node.value.trim() === '') return []
  return [{ type: 'math_block', 'xml:space': 'preserve', children: [{ type: 'text', value: node.value, position }], position }]
}
