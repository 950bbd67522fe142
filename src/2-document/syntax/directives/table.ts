import type { Directive, DirectiveTools } from '../../directive.ts'
import type { ColumnSpec, Node, SystemMessage, Table } from '../../nodes.ts'
import { positiveIntegerList, valueOr } from './options.ts'
import { applyTableOptions, columnWidths, tableOptions, widthsClass } from './table-options.ts'
import { titleOf } from './title-of.ts'

/** A grid or simple table with a title and options. */
export const table: Directive = {
  name: 'table',
  arguments: { optional: 1, finalWhitespace: true },
  options: { ...tableOptions, widths: valueOr(['auto', 'grid'], positiveIntegerList) },
  content: true,
  run(invocation, tools) {
    const { content, options } = invocation
    if (!content.length) return [tools.error('rst/table-empty', { directive: 'table' })]
    const [title, ...messages] = invocation.arguments.length ? titleOf(invocation, tools) : []
    const [node, ...others] = tools.parseBlocks(content)
    if (node?.type !== 'table' || others.length) return [tools.error('rst/table-not-one', {})]
    const problem = setWidths(node, options['widths'], tools)
    if (problem) return [problem]
    // docutils puts the classes of `:class:` before the one for the widths.
    const given = widthsClass(options['widths'])
    applyTableOptions(node, invocation, tools)
    if (given.length) node.classes = [...(node.classes ?? []), ...given]
    node.position = invocation.position
    return [withTitle(node, title), ...messages]
  },
}

function setWidths(node: Table, widths: unknown, tools: DirectiveTools): SystemMessage | undefined {
  const group = node.children.find(({ type }) => type === 'tgroup')
  if (!Array.isArray(widths) || group?.type !== 'tgroup') return undefined
  const given = columnWidths(group.cols, widths, tools)
  if (!Array.isArray(given)) return given
  const columns = group.children.filter((child): child is ColumnSpec => child.type === 'colspec')
  for (const [index, width] of given.entries()) if (columns[index]) columns[index].colwidth = width
  return undefined
}

/** Puts a title first. */
export function withTitle(node: Table, title: Node | undefined): Table {
  if (title?.type === 'title') node.children.unshift(title)
  return node
}
