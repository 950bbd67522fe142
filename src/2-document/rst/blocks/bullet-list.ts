import type { Line } from '../../../1-source/source.ts'
import type { BulletList } from '../../nodes.ts'
import type { BlockConstruct } from '../context.ts'
import { positionOf, skipBlank } from './indented.ts'
import { readListItem } from './list-item.ts'
import { bulletPattern } from './patterns.ts'
import { unindentWarning } from './unindent.ts'

/** Items that begin with the same one of `-+*•‣⁃`. */
export const bulletList: BlockConstruct = {
  name: 'bullet_list',
  read(lines, index, context) {
    let marker = bulletPattern.exec((lines[index] as Line).text)
    if (!marker) return undefined
    const bullet = marker[0].charAt(0)
    const list: BulletList = { type: 'bullet_list', bullet, children: [] }
    let next = index
    let blankFinish = true
    for (let at = index; marker?.[0].charAt(0) === bullet; marker = bulletPattern.exec(lines[at]?.text ?? '')) {
      const read = readListItem(lines, at, marker[0].length, context)
      list.children.push(read.item)
      ;({ next, blankFinish } = read)
      at = skipBlank(lines, next)
    }
    list.position = positionOf(lines, index, next)
    return { nodes: [list, ...unindentWarning('bullet list', blankFinish, lines, next, context)], next }
  },
}
