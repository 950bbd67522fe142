import { type Line, textBlock } from '../../1-source/source.ts'
import type { BlockQuote, Node } from '../nodes.ts'
import type { ParseContext } from './context.ts'
import { indentOf, positionOf, skipBlank, sliceLine, trimBlank } from './sliced-lines.ts'

/** Reads dedented lines as block quotes (also for the directives epigraph, highlights and pull-quote). */
export function readBlockQuotes(lines: readonly Line[], context: Pick<ParseContext, 'parseBlocks' | 'parseInline'>): Node[] {
  const nodes: Node[] = []
  for (let start = skipBlank(lines, 0); start < lines.length; ) {
    const attribution = findAttribution(lines, start)
    const end = attribution?.start ?? lines.length
    const quote: BlockQuote = { type: 'block_quote', children: [], position: positionOf(lines, start, attribution?.end ?? end) }
    nodes.push(quote)
    quote.children = context.parseBlocks(lines.slice(start, end))
    if (attribution) {
      const text = textBlock(attribution.lines)
      const inline = context.parseInline(text)
      quote.children.push({ type: 'attribution', children: inline.nodes, position: positionOf(attribution.lines) })
      for (const message of inline.messages) nodes.push(message)
    }
    start = skipBlank(lines, attribution?.end ?? end)
  }
  return nodes
}

interface AttributionLines {
  readonly start: number
  readonly end: number
  /** Without the dash and the indentation. */
  readonly lines: readonly Line[]
}

const dash = /^(?:---?(?!-)|\u2014) *(?=[^ ])/

/** An attribution begins with a dash, after a blank line after other content; its further lines are indented alike. */
function findAttribution(lines: readonly Line[], from: number): AttributionLines | undefined {
  for (let start = from + 1; start < lines.length; start++) {
    const line = lines[start] as Line
    if (line.text === '' || lines[start - 1]?.text !== '') continue
    const marker = dash.exec(line.text)
    if (!marker) continue
    let end = start + 1
    const indent = indentOf(lines[end]?.text ?? '')
    while (end < lines.length && lines[end]?.text !== '' && indentOf(lines[end]?.text ?? '') === indent) end++
    if (end < lines.length && lines[end]?.text !== '') continue
    const rest = lines.slice(start + 1, end).map((further) => sliceLine(further, indent))
    return { start, end, lines: trimBlank([sliceLine(line, marker[0].length), ...rest]) }
  }
  return undefined
}
