import type { AlignType, TableCell, TableRow } from 'mdast'
import type { Entry, Node, Row, Table, TableGroup } from '../../nodes.ts'
import { childrenOf, textIn } from '../../syntax/print/print-report.ts'
import { inlineContent, oneLine } from './inline.ts'
import { asRst, type BlockPrinters, type MarkdownPrinter } from './printer.ts'
import { isSayable } from './sayable.ts'

export const tablePrinters: BlockPrinters<'table'> = {
  table: (node, printer) => {
    const group = node.children.find((child): child is TableGroup => child.type === 'tgroup')
    if (!group || !isPlain(node, group, printer)) return asRst(node)
    const rows = group.children.flatMap((child) => (child.type === 'thead' || child.type === 'tbody' ? child.children : []))
    return [{ type: 'table', align: (rows[0]?.children ?? []).map(sideOf), children: rows.map(rowOf) }]
  },
}

/** A table of GFM has one row of heads, and a line of text in each cell; widths of columns and much else it has no words for. */
function isPlain(node: Table, group: TableGroup, { notes }: MarkdownPrinter): boolean {
  const rows = group.children.flatMap((child) => (child.type === 'thead' || child.type === 'tbody' ? child.children : []))
  const heads = group.children.flatMap((child) => (child.type === 'thead' ? child.children : []))
  const [head] = heads
  const sides = head?.children.map(sideOf)
  return (
    heads.length === 1 &&
    !node.classes?.length &&
    node.align === undefined &&
    node.width === undefined &&
    node.children.length === 1 &&
    !group.children.some((child) => child.type === 'colspec' && child.stub) &&
    rows.every(({ children }) => children.length === group.cols && children.every((cell, index) => isLine(cell, sides?.[index], notes)))
  )
}

function isLine(cell: Entry, side: AlignType | undefined, notes: MarkdownPrinter['notes']): boolean {
  const [paragraph, ...others] = cell.children
  if (cell.morecols || cell.morerows || others.length > 0 || sideOf(cell) !== side) return false
  if ((cell.classes?.length ?? 0) > (side ? 1 : 0)) return false
  if (!paragraph) return true
  return (
    paragraph.type === 'paragraph' &&
    !paragraph.classes?.length &&
    !paragraph.names &&
    isSayable(paragraph.children, notes) &&
    !needsBlock(paragraph)
  )
}

/** A break would end the row, a bar in a formula or HTML the cell. */
const needsBlock = (node: Node): boolean =>
  node.type === 'line' || ((node.type === 'math' || node.type === 'raw') && textIn(node).includes('|')) || childrenOf(node).some(needsBlock)

const sideOf = (cell: Entry): AlignType => {
  const side = cell.classes?.find((name) => /^align-(?:left|center|right)$/.test(name))
  return side === undefined ? null : (side.slice('align-'.length) as AlignType)
}

const rowOf = (row: Row): TableRow => ({
  type: 'tableRow',
  children: row.children.map(
    (cell): TableCell => ({ type: 'tableCell', children: oneLine(inlineContent(cell.children.flatMap(childrenOf))) }),
  ),
})
