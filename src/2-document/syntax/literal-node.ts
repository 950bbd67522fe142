import { type Line, positionOfLines } from '../../1-source/source.ts'
import type { Comment, DoctestBlock, LiteralBlock } from '../nodes.ts'
import { literalText } from './literal-text.ts'

/** A node that holds its lines as they are written. */
export function literalNode<Type extends 'literal_block' | 'doctest_block' | 'comment'>(
  type: Type,
  lines: readonly Line[],
): Extract<LiteralBlock | DoctestBlock | Comment, { type: Type }> {
  const position = positionOfLines(lines[0] as Line, lines.at(-1) as Line)
  return { type, 'xml:space': 'preserve', children: literalText(lines), position } as unknown as Extract<
    LiteralBlock | DoctestBlock | Comment,
    { type: Type }
  >
}
