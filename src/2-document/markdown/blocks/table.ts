import type { AlignType, Table as MdastTable, TableRow } from 'mdast'
import type { Node } from '../../nodes.ts'
import { cellLimit } from '../../syntax/tables/cell-limit.ts'
import { type TableCell, tableNode } from '../../syntax/tables/table-node.ts'
import { type MarkdownContext, placeOf, writtenText } from '../context.ts'
import { giveAttributes, takeElementAttributes } from '../deck/element-attributes.ts'
import { withoutEdges } from '../inline/without-edges.ts'

/**
 * A table with its columns' alignment as a class on each cell. Short rows are filled, long ones cut (GFM, section 4.10); where that would make a large
 * table of a few cells, short rows stay short.
 */
export function table(node: MdastTable, context: MarkdownContext): readonly Node[] {
  const [head, ...body] = node.children
  if (!head) return []
  const columns = head.children.length
  const written = node.children.reduce((sum, row) => sum + row.children.length, 0)
  const missing = columns * node.children.length - written
  const mayBeFilled = columns * node.children.length <= cellLimit(written)
  const over = mayBeFilled ? context.settings.budget?.spend({ nodes: Math.max(0, missing), name: 'table' }) : undefined
  const isFilled = mayBeFilled && !over
  const widths = new Array<number>(columns).fill(1)
  for (const row of node.children) {
    for (const [column, cell] of row.children.slice(0, columns).entries())
      widths[column] = Math.max(
        widths[column] ?? 1,
        writtenText(cell, context)
          .replace(/^\||\|$/g, '')
          .trim().length,
      )
  }
  const cells = (row: TableRow): TableCell[] => {
    const made = row.children.slice(0, columns).map((cell): TableCell => {
      const place = placeOf(cell, context)
      const { own, children: written } = takeElementAttributes(cell.children, context)
      const children = withoutEdges(context.inlineOf(written))
      const nodes: Node[] = children.length > 0 ? [{ type: 'paragraph', children, ...(place ? { position: place } : {}) }] : []
      for (const paragraph of nodes) giveAttributes(paragraph, own, context)
      return { children: nodes, ...(place ? { position: place } : {}) }
    })
    while (isFilled && made.length < columns) made.push({ children: [] })
    return made
  }
  const made = tableNode({
    colwidths: widths,
    head: [cells(head)],
    body: body.map(cells),
    classes: [],
    position: placeOf(node, context),
  })
  alignColumns(made, node.align ?? [])
  return over && !over.isTold ? [made, context.message('document/too-much-generated', over, placeOf(node, context))] : [made]
}

/** Each cell has its column's side as a class. */
export function alignColumns(node: Node, columns: readonly AlignType[]): void {
  if (node.type === 'row') {
    for (const [index, entry] of node.children.entries()) {
      const side = columns[index]
      if (side) entry.classes = [...(entry.classes ?? []), `align-${side}`]
    }
    return
  }
  if (node.type !== 'text' && node.type !== 'entry') for (const child of node.children as Node[]) alignColumns(child, columns)
}
