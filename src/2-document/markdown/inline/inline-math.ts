import type { InlineMath } from 'mdast-util-math'
import type { Inline } from '../../nodes.ts'
import { type MarkdownContext, placeOf, writtenText } from '../context.ts'

/**
 * `$x$`, by pandoc's rule (tex_math_dollars), so that prices stay text: no blank inside the dollars, no digit behind the last one.
 */
export function inlineMath(node: InlineMath, context: MarkdownContext): readonly Inline[] {
  const position = placeOf(node, context)
  const written = writtenText(node, context)
  const after = context.text.text[node.position?.end.offset ?? 0] ?? ''
  const isFormula = written.startsWith('$$') || (!/^\$\s|\s\$$/.test(written) && !/\d/.test(after))
  const value = isFormula ? node.value : written
  const text = { type: 'text' as const, value, position }
  return [isFormula ? { type: 'math', children: [text], position } : text]
}
