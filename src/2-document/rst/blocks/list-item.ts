import type { Line } from '../../../1-source/source.ts'
import type { ListItem } from '../../nodes.ts'
import type { ParseContext } from '../context.ts'
import { indentedBlock, positionOf, trimBlankStart } from './indented.ts'

export interface ReadItem<Item> {
  readonly item: Item
  readonly next: number
  readonly blankFinish: boolean
}

/** Reads the item of a bullet or enumerated list whose marker ends at column `marker`: an empty first line leaves the indentation open. */
export function readListItem(lines: readonly Line[], index: number, marker: number, context: ParseContext): ReadItem<ListItem> {
  const hasText = (lines[index] as Line).text.length > marker
  const block = indentedBlock(lines, index, hasText ? { known: marker } : { first: marker })
  const item: ListItem = { type: 'list_item', children: [], position: positionOf(lines, index, block.next) }
  const body = trimBlankStart(block.lines)
  if (body.length > 0) item.children = context.parseBlocks(body)
  return { item, next: block.next, blankFinish: block.blankFinish }
}
