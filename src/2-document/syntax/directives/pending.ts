import { textBlock } from '../../../1-source/source.ts'
import type { DirectiveInvocation } from '../../directive.ts'
import type { Pending } from '../../nodes.ts'
import { trimBlankEnd } from '../sliced-lines.ts'

/**
 * Holds the place of what needs the whole tree; `transform` is docutils' name for it, without `docutils.transforms.`. A message about it is of the
 * last line that docutils' reader took for the directive, blank or not.
 */
export const pendingNode = (
  { blockLines, position }: DirectiveInvocation,
  transform: string,
  details: Record<string, unknown>,
): Pending => ({
  type: 'pending',
  transform: `docutils.transforms.${transform}`,
  details,
  children: [],
  position,
  rawsource: textBlock(trimBlankEnd(blockLines)).text,
  lastLine: blockLines.at(-1)?.number,
})
