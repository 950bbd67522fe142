import type { Decoration, Document } from '../../nodes.ts'
import type { MarkdownContext } from '../context.ts'
import type { FieldLine } from './field-line.ts'

/** The deck's header or footer; a second one is left to the first. */
export function addDecoration(document: Document, kind: 'header' | 'footer', field: FieldLine, context: MarkdownContext): void {
  const { value, valuePosition: position } = field
  let decoration = document.children.find((node): node is Decoration => node.type === 'decoration')
  if (!decoration) {
    decoration = { type: 'decoration', children: [], position }
    document.children.splice(document.children[0]?.type === 'field_list' ? 1 : 0, 0, decoration)
  }
  if (decoration.children.some(({ type }) => type === kind)) {
    context.message('markdown/no-meaning', { tool: 'Marp', what: `second ${kind}` }, position)
    return
  }
  const source = { path: position.source, text: value }
  const children = context.readLines([
    {
      text: value,
      source,
      number: position.start.line,
      start: position.start.offset - position.start.column + 1,
      indent: position.start.column - 1,
    },
  ])
  decoration.children.push({ type: kind, children, position })
}
