import type { Position } from '../../../diagnostics/position.ts'
import type { ColumnSpec, Entry, Node, Row, Table, TableGroup } from '../../nodes.ts'

/** A cell as it goes into the tree. */
export interface TableCell {
  readonly children: Node[]
  /** Further rows and columns that it spans. */
  readonly morerows?: number
  readonly morecols?: number
  readonly position?: Position
}

export interface TableContent {
  /** In characters or per cent. */
  readonly colwidths: readonly (number | string)[]
  readonly head: readonly (readonly TableCell[])[]
  readonly body: readonly (readonly TableCell[])[]
  /** How many columns from the left hold headings. */
  readonly stubColumns?: number
  readonly classes?: readonly string[]
  readonly position?: Position
}

/** The table element that docutils' states.py `build_table` makes; used by grid, simple, csv and list tables. */
export function tableNode({ colwidths, head, body, stubColumns = 0, classes, position }: TableContent): Table {
  const at = position ? { position } : {}
  const columns = colwidths.map(
    (colwidth, index): ColumnSpec => ({ type: 'colspec', colwidth, ...(index < stubColumns ? { stub: 1 } : {}), children: [], ...at }),
  )
  const rows = (cells: TableContent['body']) => cells.map((row) => rowNode(row, position))
  const group: TableGroup = {
    type: 'tgroup',
    cols: colwidths.length,
    children: [
      ...columns,
      ...(head.length ? [{ type: 'thead' as const, children: rows(head), ...at }] : []),
      { type: 'tbody', children: rows(body), ...at },
    ],
    ...at,
  }
  return { type: 'table', ...(classes?.length ? { classes: [...classes] } : {}), children: [group], ...at }
}

function rowNode(cells: readonly TableCell[], fallback: Position | undefined): Row {
  const position = coverOf(cells) ?? fallback
  return { type: 'row', children: cells.map((cell) => entryNode(cell, fallback)), ...(position ? { position } : {}) }
}

/** The span that covers all cells of a row, one of which may reach down further than the last. */
function coverOf(cells: readonly TableCell[]): Position | undefined {
  let cover: Position | undefined
  for (const { position } of cells) {
    if (!position) return undefined
    if (!cover) cover = position
    else if (position.end.offset > cover.end.offset) cover = { ...cover, end: position.end }
  }
  return cover
}

function entryNode({ children, morerows, morecols, position }: TableCell, fallback: Position | undefined): Entry {
  const at = position ?? fallback
  return {
    type: 'entry',
    ...(morerows ? { morerows } : {}),
    ...(morecols ? { morecols } : {}),
    children,
    ...(at ? { position: at } : {}),
  }
}
