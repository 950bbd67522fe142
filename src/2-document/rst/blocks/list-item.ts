import type { Line } from '../../../1-source/source.ts'
import type { Position } from '../../../diagnostics/position.ts'
import type { ListItem, SystemMessage } from '../../nodes.ts'
import type { ParseContext } from '../../syntax/context.ts'
import { indentedBlock, positionOf, skipBlank, trimBlankStart } from '../../syntax/sliced-lines.ts'
import { unindentWarning } from './unindent.ts'

export interface ReadItem<Item> {
  readonly item: Item
  readonly next: number
  readonly blankFinish: boolean
}

/** A list of any kind. */
interface ItemList<Item> {
  readonly children: Item[]
  position?: Position
}

/**
 * Reads items into a list, with or without blank lines between them, until `readItem` finds none where the next would begin. Returns the
 * first line after them, and the warning if no blank line stands before it; `kind` is the list's name in that.
 */
export function readItems<Item>(
  list: ItemList<Item>,
  kind: string,
  lines: readonly Line[],
  index: number,
  context: ParseContext,
  readItem: (at: number) => ReadItem<Item> | undefined,
): { readonly next: number; readonly warnings: SystemMessage[] } {
  let next = index
  let blankFinish = true
  for (let read = readItem(index); read; read = readItem(skipBlank(lines, next))) {
    list.children.push(read.item)
    ;({ next, blankFinish } = read)
  }
  if (next > index) list.position = positionOf(lines, index, next)
  return { next, warnings: unindentWarning(kind, blankFinish, lines, next, context) }
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
