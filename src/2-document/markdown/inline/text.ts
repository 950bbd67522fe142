import type { Text as MdastText } from 'mdast'
import type { Position } from '../../../diagnostics/position.ts'
import type { Inline } from '../../nodes.ts'
import { type MarkdownContext, placeOf, remark, writtenText } from '../context.ts'
import { pandocDialects } from '../dialects/pandoc-dialects.ts'
import { withEmoji } from './emoji.ts'

/** Vue's `{{ expressions }}` are worked out when Slidev shows the page. */
function withoutExpressions(written: string, position: Position, context: MarkdownContext): string {
  return written.replace(/\{\{[^{}]*\}\}/g, (expression) => {
    remark(context, 'markdown/no-meaning', { tool: 'Slidev', what: `"${expression}"` }, position)
    return ''
  })
}

/** Text. pandoc has a hard blank. Marp breaks a line where the source does, and has shortcodes for emoji (Marp Core: `breaks`, `emoji`). */
export function text({ value: written, ...node }: MdastText, context: MarkdownContext): readonly Inline[] {
  const position = placeOf(node, context)
  if (pandocDialects.includes(context.slides.dialect)) {
    // A blank behind a backslash is one that does not break (pandoc: Backslash escapes).
    const isHard = written.includes('\\ ') && !writtenText({ ...node, type: 'text' }, context).includes('\\\\')
    return [{ type: 'text', value: isHard ? written.replaceAll('\\ ', '\u00a0') : written, position }]
  }
  if (context.slides.dialect === 'slidev' && written.includes('{{'))
    return [{ type: 'text', value: withoutExpressions(written, position, context), position }]
  if (context.slides.dialect !== 'marp') return [{ type: 'text', value: written, position }]
  const isPlain = !written.includes(':') || writtenText({ ...node, type: 'text' }, context).includes('\\:')
  const value = isPlain ? written : withEmoji(written)
  if (!value.includes('\n')) return [{ type: 'text', value, position }]
  const line: Inline = { type: 'line', children: [], position }
  return value
    .split('\n')
    .flatMap((part, index): Inline[] => [
      ...(index > 0 ? [line] : []),
      ...(part === '' ? [] : [{ type: 'text' as const, value: part, position }]),
    ])
}
