import { type Line, textBlock } from '../../1-source/source.ts'
import type { Text } from '../nodes.ts'
import { Cursor } from './cursor.ts'

/** Lines as they are written: one text, or, in a table, where other cells stand between them, a text for each line. */
export function literalText(lines: readonly Line[]): Text[] {
  const block = textBlock(lines)
  const cursor = new Cursor(block)
  return cursor
    .pieces(0, block.text.length)
    .map(([start, end]) => ({ type: 'text', value: block.text.slice(start, end), position: cursor.position(start, end) }))
}
