import type { Directive, DirectiveTools } from '../../directive.ts'
import type { BulletList, ListItem, Node, SystemMessage } from '../../nodes.ts'
import { type TableCell, tableNode } from '../tables/table-node.ts'
import { withTitle } from './table.ts'
import { applyTableOptions, checkDimensions, columnWidths, dataTableOptions, widthsClass } from './table-options.ts'
import { titleOf } from './title-of.ts'

/** A table written as a list of rows, each a list of cells. */
export const listTable: Directive = {
  name: 'list-table',
  arguments: { optional: 1, finalWhitespace: true },
  options: dataTableOptions,
  content: true,
  run(invocation, tools) {
    const { content, options, position } = invocation
    if (!content.length) return [tools.error('rst/list-table-empty', {})]
    const [title, ...messages] = invocation.arguments.length ? titleOf(invocation, tools) : []
    const rows = rowsOf(tools.parseBlocks(content), tools)
    if (!Array.isArray(rows)) return [rows]
    const widths = columnWidths(rows[0]?.length ?? 0, options['widths'], tools)
    if (!Array.isArray(widths)) return [widths]
    const problem = checkDimensions(rows, invocation, tools)
    if (problem) return [problem]
    const headerRows = (options['header-rows'] as number | undefined) ?? 0
    const cells = rows.map((row) => row.map((item): TableCell => ({ children: item.children, position: item.position ?? position })))
    const node = tableNode({
      colwidths: widths,
      head: cells.slice(0, headerRows),
      body: cells.slice(headerRows),
      stubColumns: (options['stub-columns'] as number | undefined) ?? 0,
      classes: widthsClass(options['widths']),
      position,
    })
    applyTableOptions(node, invocation, tools)
    return [withTitle(node, title), ...messages]
  },
}

/** The cells of each row, or what is wrong with the list. */
function rowsOf([list, ...others]: readonly Node[], tools: DirectiveTools): ListItem[][] | SystemMessage {
  if (list?.type !== 'bullet_list' || others.length) return tools.error('rst/list-table-not-one-list', {})
  const rows: ListItem[][] = []
  for (const [index, item] of list.children.entries()) {
    const [inner, ...more] = item.children as readonly Node[]
    if (inner?.type !== 'bullet_list' || more.length) return tools.error('rst/list-table-row', { row: index + 1 })
    const cells = itemsOf(inner)
    const first = rows[0]?.length ?? cells.length
    if (cells.length !== first) return tools.error('rst/list-table-uneven', { row: index + 1, cells: cells.length, first })
    rows.push(cells)
  }
  return rows
}

const itemsOf = (list: BulletList): ListItem[] => list.children.filter((item): item is ListItem => item.type === 'list_item')
