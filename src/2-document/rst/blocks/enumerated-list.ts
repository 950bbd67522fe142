import type { Line } from '../../../1-source/source.ts'
import type { EnumeratedList, Node } from '../../nodes.ts'
import { positionOf } from '../../syntax/sliced-lines.ts'
import type { BlockConstruct } from './construct.ts'
import { type Enumerator, enumeratorFormats, isEnumeratedItem, readEnumerator } from './enumerator.ts'
import { readItems, readListItem } from './list-item.ts'

/** Items numbered in one format and one sequence without a gap; `#.` numbers by itself. */
export const enumeratedList: BlockConstruct = {
  name: 'enumerated_list',
  read(lines, index, context) {
    const first = readEnumerator((lines[index] as Line).text)
    if (!first || !isEnumeratedItem(first, lines[index + 1]?.text)) return undefined
    const list = listOf(first)
    const nodes: Node[] = [list]
    if (list.start !== undefined) {
      const args = { text: first.text, ordinal: list.start }
      nodes.push(context.message('rst/enumeration-start', args, positionOf(lines, index, index + 1)))
    }
    let last = first
    let auto = false
    const { next, warnings } = readItems(list, 'enumerated list', lines, index, context, (at) => {
      const item = at === index ? first : following(lines, at, list, last, auto)
      if (!item) return undefined
      last = item
      auto ||= item.sequence === '#'
      return readListItem(lines, at, item.width, context)
    })
    return { nodes: [...nodes, ...warnings], next }
  },
}

function listOf({ sequence, format, ordinal = 1 }: Enumerator): EnumeratedList {
  const enumtype = sequence === '#' ? 'arabic' : sequence
  return { type: 'enumerated_list', enumtype, ...enumeratorFormats[format], ...(ordinal === 1 ? {} : { start: ordinal }), children: [] }
}

/** The list's next item, if the line begins one. After `#.` no item may have a number of its own. */
function following(lines: readonly Line[], at: number, list: EnumeratedList, last: Enumerator, auto: boolean): Enumerator | undefined {
  const item = readEnumerator(lines[at]?.text ?? '', list.enumtype)
  if (!item || item.format !== last.format) return undefined
  const isNext = item.sequence === list.enumtype && !auto && item.ordinal === (last.ordinal ?? 0) + 1
  return (item.sequence === '#' || isNext) && isEnumeratedItem(item, lines[at + 1]?.text) ? item : undefined
}
