import { type Line, textBlock } from '../../../1-source/source.ts'
import type { Node } from '../../nodes.ts'
import { indentOf, positionOf, positionOfLine, sliceLine } from '../../syntax/sliced-lines.ts'
import type { BlockConstruct } from './construct.ts'
import { readLiteralBlock } from './literal-block.ts'

/** Text up to a blank or an indented line. `::` at its end announces a literal block and prints as `:`, or not at all when it stands alone. */
export const paragraph: BlockConstruct = {
  name: 'paragraph',
  read(lines, index, context) {
    let next = index + 1
    while (next < lines.length && indentOf((lines[next] as Line).text) === 0 && lines[next]?.text !== '') next++
    const nodes: Node[] = []
    const { text, announcesLiteral } = withoutAnnouncement(lines.slice(index, next))
    if (text.length > 0) {
      // docutils' reader is on the paragraph's last line, or on the blank one after a paragraph of one line.
      context.reader.nameLine = positionOfLine(lines, next > index + 1 ? next - 1 : next)
      const inline = context.parseInline(textBlock(text))
      nodes.push({ type: 'paragraph', children: inline.nodes, position: positionOf(lines, index, next) })
      for (const message of inline.messages) nodes.push(message)
    }
    const indented = lines[next]
    if (indented && indented.text !== '') nodes.push(context.message('rst/unexpected-indentation', {}, positionOf([indented])))
    if (!announcesLiteral) return { nodes, next }
    const literal = readLiteralBlock(lines, next, context)
    return { nodes: [...nodes, ...literal.nodes], next: literal.next }
  },
}

function withoutAnnouncement(lines: readonly Line[]): { text: readonly Line[]; announcesLiteral: boolean } {
  const last = lines.at(-1) as Line
  const before = last.text.slice(0, -2)
  // An odd number of backslashes before the colons escapes them.
  if (!last.text.endsWith('::') || backslashesAtEnd(before) % 2 === 1) return { text: lines, announcesLiteral: false }
  const rest = lines.slice(0, -1)
  if (before === '') return { text: rest, announcesLiteral: true }
  const length = before.endsWith(' ') ? before.trimEnd().length : before.length + 1
  return { text: length === 0 ? rest : [...rest, sliceLine(last, 0, length)], announcesLiteral: true }
}

function backslashesAtEnd(text: string): number {
  let start = text.length
  while (text[start - 1] === '\\') start--
  return text.length - start
}
