import type { Node as MdastNode } from 'mdast'
import type { Line } from '../../1-source/source.ts'
import { sliceLine } from '../syntax/sliced-lines.ts'
import type { MarkdownContext } from './context.ts'
import type { MarkdownText } from './text.ts'

/**
 * The lines of a node's value, which begins on line `first`, counted from 0: mdast has the text, the lines have the places. A line of the
 * value is the end of its line, or of what belongs to the node of its last line; tabs and quotes may make it other than it is written.
 */
export function linesOfValue(value: string, first: number, { lines }: MarkdownText, end?: End): Line[] {
  return value.split('\n').map((text, index) => {
    const line = (lines[first + index] ?? lines.at(-1)) as Line
    const to = end && first + index === end.line ? Math.min(end.column, line.text.length) : line.text.length
    const from = to - text.length
    return from >= 0 && line.text.startsWith(text, from) ? sliceLine(line, from, to) : rewritten(line, text)
  })
}

/** Another text for a line: no place in it lies beyond the line's end. */
export function rewritten(line: Line, text: string): Line {
  const end = line.indent + line.text.length
  return { ...line, text, columns: Array.from({ length: line.indent + text.length + 1 }, (_, column) => Math.min(column, end)) }
}

interface End {
  readonly line: number
  readonly column: number
}

/** The lines of a node whose value is what is written from its start to its end. */
export function linesOfNode(node: MdastNode & { readonly value: string }, { text }: MarkdownContext): Line[] {
  const { start, end } = node.position ?? { start: { line: 1 }, end: { line: 1, column: 1 } }
  return linesOfValue(node.value, start.line - 1, text, { line: end.line - 1, column: end.column - 1 })
}

/** What stands from `from` to `to` in lines that are joined by line feeds. */
export function cutLines(lines: readonly Line[], from: number, to: number): Line[] {
  const cut: Line[] = []
  let start = 0
  for (const line of lines) {
    const end = start + line.text.length
    if (end >= from && start <= to) cut.push(sliceLine(line, Math.max(0, from - start), Math.min(line.text.length, to - start)))
    start = end + 1
  }
  return cut
}
