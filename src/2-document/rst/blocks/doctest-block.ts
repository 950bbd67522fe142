import type { Line } from '../../../1-source/source.ts'
import { literalNode } from '../../syntax/literal-node.ts'
import type { BlockConstruct } from './construct.ts'
import { doctestPattern } from './patterns.ts'

/** An interactive Python session: from `>>>` to the next blank line. */
export const doctestBlock: BlockConstruct = {
  name: 'doctest_block',
  starts: '>',
  read(lines, index) {
    if (!doctestPattern.test((lines[index] as Line).text)) return undefined
    let next = index
    while (next < lines.length && lines[next]?.text !== '') next++
    return { nodes: [literalNode('doctest_block', lines.slice(index, next))], next }
  },
}
