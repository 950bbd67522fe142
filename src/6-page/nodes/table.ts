import type { Properties } from 'hast'
import type { Entry, Node, Row, TableGroup } from '../../2-document/nodes.ts'
import { element, type Html } from '../hast.ts'
import { attributesOf, type Handlers, type RenderContext } from './context.ts'

const spans = (entry: Entry): Properties => ({
  ...(entry.morecols ? { colSpan: entry.morecols + 1 } : {}),
  ...(entry.morerows ? { rowSpan: entry.morerows + 1 } : {}),
})

const cell = (tagName: 'td' | 'th', entry: Entry, context: RenderContext): Html => {
  const own = tagName === 'th' && entry.stub ? ['stub'] : []
  const attributes = { ...attributesOf(entry, context, own), ...spans(entry) }
  return element(tagName, attributes, context.render(entry.children, context))
}

const row = (node: Row, head: boolean, context: RenderContext): Html =>
  element(
    'tr',
    attributesOf(node, context),
    node.children.map((entry) => cell(head || entry.stub ? 'th' : 'td', entry, context)),
  )

const rows = (nodes: readonly Node[], head: boolean, context: RenderContext): Html[] =>
  nodes.flatMap((child) => (child.type === 'row' ? [row(child, head, context)] : context.render([child], context)))

/** Widths are given out only where the table's own is set: else they would stretch it to the slide's. */
const columns = (group: TableGroup): Html[] => {
  const widths = group.children.flatMap((child) => (child.type === 'colspec' ? [Number(child.colwidth)] : []))
  const total = widths.reduce((sum, width) => sum + width, 0)
  if (!(total > 0)) return []
  const cols = widths.map((width) => element('col', { style: `width:${Math.round((width / total) * 1000) / 10}%` }))
  return [element('colgroup', {}, cols)]
}

export const tableHandlers: Handlers<'table' | 'tgroup' | 'colspec' | 'thead' | 'tbody' | 'row' | 'entry'> = {
  table: (node, context) => {
    const style = node.width === undefined ? {} : { style: `width:${cssLength(node.width)}` }
    const own = node.align === undefined ? [] : [`align-${node.align}`]
    const attributes: Properties = { cellPadding: '0', cellSpacing: '0', ...attributesOf(node, context, own), ...style }
    const children = node.children.flatMap((child): Html[] => {
      if (child.type === 'title') return [element('caption', attributesOf(child, context), context.render(child.children, context))]
      return [...(node.width === undefined ? [] : columns(child)), ...context.render(child.children, context)]
    })
    return [element('table', attributes, children)]
  },
  tgroup: (node, context) => context.render(node.children, context),
  colspec: () => [],
  thead: (node, context) => [element('thead', attributesOf(node, context), rows(node.children, true, context))],
  tbody: (node, context) => [element('tbody', attributesOf(node, context), rows(node.children, false, context))],
  row: (node, context) => [row(node, false, context)],
  entry: (node, context) => [cell('td', node, context)],
}

/** A bare number is px. */
export const cssLength = (length: string): string => (/^[\d.]+$/.test(length) ? `${length}px` : length.replace(/\s+/g, ''))
