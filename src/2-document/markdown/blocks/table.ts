import type { AlignType, Table as MdastTable, TableRow } from 'mdast'
import type { Node } from '../../nodes.ts'
import { type TableCell, tableNode } from '../../rst/tables/table-node.ts'
import { type MarkdownContext, placeOf, writtenText } from '../context.ts'
import { withoutEdges } from '../inline/without-edges.ts'

/** A table with its columns' alignment as a class on each cell. Short rows are filled, long ones cut (GFM, section 4.10). */
export function table(node: MdastTable, context: MarkdownContext): readonly Node[] {
  const [head, ...body] = node.children
  if (!head) return []
  const columns = head.children.length
  const widths = Array.from({ length: columns }, (_, column) =>
    node.children.reduce((widest, row) => {
      const cell = row.children[column]
      return Math.max(
        widest,
        cell
          ? writtenText(cell, context)
              .replace(/^\||\|$/g, '')
              .trim().length
          : 0,
      )
    }, 1),
  )
  const cells = (row: TableRow): TableCell[] =>
    Array.from({ length: columns }, (_, column) => {
      const cell = row.children[column]
      const place = cell ? placeOf(cell, context) : undefined
      const children = cell ? withoutEdges(context.inlineOf(cell.children)) : []
      const nodes: Node[] = children.length > 0 ? [{ type: 'paragraph', children, ...(place ? { position: place } : {}) }] : []
      return { children: nodes, ...(place ? { position: place } : {}) }
    })
  const made = tableNode({
    colwidths: widths,
    head: [cells(head)],
    body: body.map(cells),
    classes: [],
    position: placeOf(node, context),
  })
  align(made, node.align ?? [])
  return [made]
}

function align(node: Node, columns: readonly AlignType[]): void {
  if (node.type === 'row') {
    for (const [index, entry] of node.children.entries()) {
      const side = columns[index]
      if (side) entry.classes = [...(entry.classes ?? []), `align-${side}`]
    }
    return
  }
  if (node.type !== 'text' && node.type !== 'entry') for (const child of node.children as Node[]) align(child, columns)
}
