import type { TextBlock } from '../../../1-source/source.ts'
import { positionOfLines } from '../../../1-source/source.ts'
import type { Inline } from '../../nodes.ts'
import type { MarkdownContext } from '../context.ts'

/** The inline markup of a text block: a title, a caption. What would be a block (`1. Start`) is text. */
export function readInline(block: TextBlock, context: MarkdownContext): Inline[] {
  const [first] = block.lines
  const last = block.lines.at(-1)
  if (!first || !last || block.text.trim() === '') return []
  const [paragraph, ...others] = context.readLines(block.lines)
  if (paragraph?.type === 'paragraph' && others.length === 0) return paragraph.children
  if (paragraph?.type === 'image' && others.length === 0) return [paragraph]
  const position = positionOfLines(first, last)
  return [{ type: 'text', value: block.text, position }]
}
