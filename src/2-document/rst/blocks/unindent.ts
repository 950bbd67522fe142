import type { Line } from '../../../1-source/source.ts'
import type { SystemMessage } from '../../nodes.ts'
import type { ParseContext } from '../context.ts'
import { positionOf } from './indented.ts'

/** The warning about a block that the line at `next` ends without a blank line; none after a proper end. */
export function unindentWarning(
  block: string,
  blankFinish: boolean,
  lines: readonly Line[],
  next: number,
  context: ParseContext,
): SystemMessage[] {
  if (blankFinish || next >= lines.length) return []
  return [context.message('rst/unexpected-unindent', { block }, positionOf(lines, next, next + 1))]
}
