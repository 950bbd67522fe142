import type { Text as MdastText } from 'mdast'
import { collapseSpace } from '../../identifiers.ts'
import type { Inline } from '../../nodes.ts'
import { classesIn, readAttributes } from '../attributes.ts'
import { type MarkdownContext, placeOf, writtenText } from '../context.ts'

const span = /\[([^[\]]+)\](?=\{[^{}]*\})/g

/** Text; in it pandoc's `[words]{.class}`. Marp breaks a line where the source does (Marp Core: `breaks`). */
export function text(node: MdastText, context: MarkdownContext): readonly Inline[] {
  const { value } = node
  if (context.slides.dialect !== 'marp' || !value.includes('\n')) return textWithSpans(node, context)
  const line: Inline = { type: 'line', children: [], position: placeOf(node, context) }
  return value
    .split('\n')
    .flatMap((part, index) => [...(index > 0 ? [line] : []), ...(part === '' ? [] : textWithSpans({ ...node, value: part }, context))])
}

function textWithSpans(node: MdastText, context: MarkdownContext): readonly Inline[] {
  const { value } = node
  const position = placeOf(node, context)
  if (!value.includes(']{')) return [{ type: 'text', value, position }]
  const written = writtenText(node, context)
  const nodes: Inline[] = []
  let read = 0
  span.lastIndex = 0
  for (let match = span.exec(value); match; match = span.exec(value)) {
    const line = { text: value, source: { path: '', text: value }, number: 1, start: 0, indent: 0 }
    const attributes = readAttributes(line, span.lastIndex)
    const classes = attributes ? classesIn(attributes).map((name) => collapseSpace(name === 'fragment' ? 'substep' : name)) : []
    // Escaped brackets are text.
    if (!attributes || classes.length === 0 || !written.includes(value.slice(match.index, attributes.end))) continue
    if (match.index > read) nodes.push({ type: 'text', value: value.slice(read, match.index), position })
    nodes.push({ type: 'inline', classes, children: [{ type: 'text', value: match[1] ?? '', position }], position })
    read = attributes.end
    span.lastIndex = read
  }
  if (read < value.length) nodes.push({ type: 'text', value: value.slice(read), position })
  return nodes
}
