import type { BulletList } from '../../nodes.ts'
import type { BlockConstruct } from './construct.ts'
import { readItems, readListItem } from './list-item.ts'
import { bulletPattern } from './patterns.ts'

/** Items that begin with the same one of `-+*•‣⁃`. */
export const bulletList: BlockConstruct = {
  name: 'bullet_list',
  starts: '-+*\u2022\u2023\u2043',
  read(lines, index, context) {
    const bullet = bulletPattern.exec(lines[index]?.text ?? '')?.[0].charAt(0)
    if (bullet === undefined) return undefined
    const list: BulletList = { type: 'bullet_list', bullet, children: [] }
    const { next, warnings } = readItems(list, 'bullet list', lines, index, context, (at) => {
      const marker = bulletPattern.exec(lines[at]?.text ?? '')?.[0]
      return marker?.startsWith(bullet) ? readListItem(lines, at, marker.length, context) : undefined
    })
    return { nodes: [list, ...warnings], next }
  },
}
