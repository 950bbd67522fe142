import type { Line } from '../../../1-source/source.ts'
import { readBlockQuotes } from '../../syntax/block-quotes.ts'
import { indentedBlock, positionOf } from '../../syntax/sliced-lines.ts'
import type { BlockConstruct } from './construct.ts'
import { unindentWarning } from './unindent.ts'

/** An indented text, with an attribution (`-- Name`) or without. An attribution ends one quote; what follows it is the next. */
export const blockQuote: BlockConstruct = {
  name: 'block_quote',
  starts: ' ',
  read(lines, index, context) {
    if (lines[index]?.text.charCodeAt(0) !== 0x20) return undefined
    const block = indentedBlock(lines, index)
    context.reader.nameLine = positionOf([block.lines.at(-1) as Line])
    const nodes = readBlockQuotes(block.lines, context)
    return { nodes: [...nodes, ...unindentWarning('block quote', block.blankFinish, lines, block.next, context)], next: block.next }
  },
}
