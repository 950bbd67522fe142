import type { Break } from 'mdast'
import type { Inline } from '../../nodes.ts'
import { type MarkdownContext, placeOf } from '../context.ts'

/** A hard break: a line that ends where it begins. */
export const breakNode = (node: Break, context: MarkdownContext): readonly Inline[] => [
  { type: 'line', children: [], position: placeOf(node, context) },
]
