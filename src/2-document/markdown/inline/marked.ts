import type { Delete, Emphasis, InlineCode, Strong } from 'mdast'
import type { Inline } from '../../nodes.ts'
import { type MarkdownContext, placeOf } from '../context.ts'

export const emphasis = (node: Emphasis, context: MarkdownContext): readonly Inline[] => [
  { type: 'emphasis', children: context.inlineOf(node.children), position: placeOf(node, context) },
]

export const strong = (node: Strong, context: MarkdownContext): readonly Inline[] => [
  { type: 'strong', children: context.inlineOf(node.children), position: placeOf(node, context) },
]

/** `~~text~~`: docutils has no element for it. */
export const deleted = (node: Delete, context: MarkdownContext): readonly Inline[] => [
  { type: 'inline', classes: ['strike'], children: context.inlineOf(node.children), position: placeOf(node, context) },
]

export function inlineCode(node: InlineCode, context: MarkdownContext): readonly Inline[] {
  const position = placeOf(node, context)
  return [{ type: 'literal', children: [{ type: 'text', value: node.value.replace(/\r?\n|\r/g, ' '), position }], position }]
}
