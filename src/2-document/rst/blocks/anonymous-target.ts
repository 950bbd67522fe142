import { type Line, textBlock } from '../../../1-source/source.ts'
import type { ParseContext } from '../../syntax/context.ts'
import { hideEscapes } from '../../syntax/escapes.ts'
import { indentedBlock, positionOf } from '../../syntax/sliced-lines.ts'
import type { ExplicitResult } from './explicit-construct.ts'
import { finishTarget } from './hyperlink-target.ts'
import { anonymousPattern } from './patterns.ts'

/** `__ address`: the short form of `.. __: address`. */
export function readAnonymousTarget(lines: readonly Line[], index: number, context: ParseContext): ExplicitResult {
  const start = anonymousPattern.exec((lines[index] as Line).text)?.[0].length ?? 0
  const block = indentedBlock(lines, index, { first: start, untilBlank: true })
  const rest = block.lines.map((line) => hideEscapes(line.text))
  const rawsource = textBlock(lines.slice(index, block.next)).text
  return finishTarget(
    { type: 'target', children: [], position: positionOf(lines, index, block.next), rawsource },
    undefined,
    rest,
    block,
    context,
  )
}
