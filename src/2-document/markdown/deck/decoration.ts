import type { Decoration, Document, Node } from '../../nodes.ts'
import type { MarkdownContext } from '../context.ts'
import type { FieldLine } from './field-line.ts'

/** The deck's header or footer. */
export function addDecoration(document: Document, kind: 'header' | 'footer', field: FieldLine, context: MarkdownContext): void {
  const { valuePosition: position } = field
  let decoration = document.children.find((node): node is Decoration => node.type === 'decoration')
  if (!decoration) {
    decoration = { type: 'decoration', children: [], position }
    document.children.splice(document.children[0]?.type === 'field_list' ? 1 : 0, 0, decoration)
  }
  decoration.children.push({ type: kind, children: readValue(field, context), position })
}

/** A field's value as Markdown. Of several lines (YAML's `|`) the first one's place is known. */
export function readValue({ value, valuePosition: { start, source } }: FieldLine, context: MarkdownContext): Node[] {
  const place = {
    source: { path: source, text: value },
    number: start.line,
    start: start.offset - start.column + 1,
    indent: start.column - 1,
  }
  return context.readLines(value.split(/\r\n|\n|\r/).map((text) => ({ ...place, text })))
}
