import type { Position } from '../../../diagnostics/position.ts'
import type { ColumnSpec, Entry, Node, Row, Table, TableGroup } from '../../nodes.ts'
import { widthsClass } from './table-options.ts'

/** What a cell becomes, and where it stands. */
export interface DataCell {
  readonly nodes: Node[]
  readonly position: Position
}

export interface DataTable {
  readonly head: readonly (readonly DataCell[])[]
  readonly body: readonly (readonly DataCell[])[]
  readonly columnWidths: readonly number[]
  readonly stubColumns: number
  /** The option `:widths:`, for the table's class. */
  readonly widths: unknown
  readonly position: Position
}

/** A table of rows and columns without spans (docutils: states.py, build_table; ListTable.build_table_from_list). */
export function dataTable({ head, body, columnWidths, stubColumns, widths, position }: DataTable): Table {
  const columns = columnWidths.map(
    (colwidth, index): ColumnSpec => ({ type: 'colspec', colwidth, ...(index < stubColumns ? { stub: 1 } : {}), children: [], position }),
  )
  const rows = (cells: readonly (readonly DataCell[])[]): Row[] => cells.map((row) => tableRow(row, position))
  const group: TableGroup = { type: 'tgroup', cols: columnWidths.length, children: columns, position }
  if (head.length) group.children.push({ type: 'thead', children: rows(head), position })
  group.children.push({ type: 'tbody', children: rows(body), position })
  const classes = widthsClass(widths)
  return { type: 'table', ...(classes.length ? { classes } : {}), children: [group], position }
}

const tableRow = (cells: readonly DataCell[], position: Position): Row => ({
  type: 'row',
  children: cells.map((cell): Entry => ({ type: 'entry', children: cell.nodes, position: cell.position })),
  position: cells[0]?.position ?? position,
})
