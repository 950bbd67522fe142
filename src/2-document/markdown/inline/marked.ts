import type { Delete, Emphasis, InlineCode, Strong } from 'mdast'
import type { Inline } from '../../nodes.ts'
import { type MarkdownContext, placeOf } from '../context.ts'
import { withoutEdges } from './without-edges.ts'

type Mark = 'emphasis' | 'strong' | 'inline'

/** A mark around nothing but a comment is as little there as the comment. */
function marked(type: Mark, node: Emphasis | Strong | Delete, context: MarkdownContext): readonly Inline[] {
  const children = withoutEdges(context.inlineOf(node.children))
  return children.length > 0 ? [{ type, children, position: placeOf(node, context) }] : []
}

export const emphasis = (node: Emphasis, context: MarkdownContext): readonly Inline[] => marked('emphasis', node, context)

export const strong = (node: Strong, context: MarkdownContext): readonly Inline[] => marked('strong', node, context)

/** `~~text~~`: docutils has no element for it. */
export const deleted = (node: Delete, context: MarkdownContext): readonly Inline[] =>
  marked('inline', node, context).map((made): Inline => ({ ...made, classes: ['strike'] }))

export function inlineCode(node: InlineCode, context: MarkdownContext): readonly Inline[] {
  const position = placeOf(node, context)
  return [{ type: 'literal', children: [{ type: 'text', value: node.value.replace(/\r?\n|\r/g, ' '), position }], position }]
}
