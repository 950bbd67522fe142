import type { Line } from '../../../1-source/source.ts'
import type { SystemMessage } from '../../nodes.ts'
import type { ParseContext } from '../../syntax/context.ts'
import { positionOfLine } from '../../syntax/sliced-lines.ts'

/**
 * The warning about a block that the line at `next` ends without a blank line; none after a proper end. At the end of the text it is about
 * a line of the block itself, which docutils' reader left unread.
 */
export function unindentWarning(
  block: string,
  blankFinish: boolean,
  lines: readonly Line[],
  next: number,
  context: ParseContext,
): SystemMessage[] {
  if (blankFinish) return []
  return [context.message('rst/unexpected-unindent', { block }, positionOfLine(lines, next))]
}
