import type { Line } from '../../../1-source/source.ts'
import type { EnumeratedList, Node } from '../../nodes.ts'
import type { BlockConstruct } from '../context.ts'
import { type Enumerator, enumeratorFormats, isEnumeratedItem, readEnumerator } from './enumerator.ts'
import { positionOf, skipBlank } from './indented.ts'
import { readListItem } from './list-item.ts'
import { unindentWarning } from './unindent.ts'

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
    let auto = first.sequence === '#'
    let next = index
    let blankFinish = true
    for (let at = index, item: Enumerator | undefined = first; item; ) {
      const read = readListItem(lines, at, item.width, context)
      list.children.push(read.item)
      ;({ next, blankFinish } = read)
      at = skipBlank(lines, next)
      item = following(lines, at, list, item, auto)
      auto ||= item?.sequence === '#'
    }
    list.position = positionOf(lines, index, next)
    return { nodes: [...nodes, ...unindentWarning('enumerated list', blankFinish, lines, next, context)], next }
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
