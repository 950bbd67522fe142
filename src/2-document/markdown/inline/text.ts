import type { Text as MdastText } from 'mdast'
import type { Inline } from '../../nodes.ts'
import { type MarkdownContext, placeOf } from '../context.ts'

/** Text. Marp breaks a line where the source does (Marp Core: `breaks`). */
export function text({ value, ...node }: MdastText, context: MarkdownContext): readonly Inline[] {
  const position = placeOf(node, context)
  if (context.slides.dialect !== 'marp' || !value.includes('\n')) return [{ type: 'text', value, position }]
  const line: Inline = { type: 'line', children: [], position }
  return value
    .split('\n')
    .flatMap((part, index): Inline[] => [
      ...(index > 0 ? [line] : []),
      ...(part === '' ? [] : [{ type: 'text' as const, value: part, position }]),
    ])
}
