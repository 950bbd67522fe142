import { type Line as SourceLine, textBlock } from '../../../1-source/source.ts'
import type { Position } from '../../../diagnostics/position.ts'
import type { Container, Line, Node } from '../../nodes.ts'
import type { ParseContext } from '../../syntax/context.ts'
import { type IndentedLine, nest } from '../../syntax/nested-lines.ts'
import { indentedBlock, positionOf, trimBlank } from '../../syntax/sliced-lines.ts'
import type { BlockConstruct } from './construct.ts'
import { lineBlockPattern } from './patterns.ts'

/** Lines that begin with `| ` and keep their breaks; more blanks nest a line deeper. A further line is indented. */
export const lineBlock: BlockConstruct = {
  name: 'line_block',
  starts: '|',
  read(lines, index, context) {
    let marker = lineBlockPattern.exec((lines[index] as SourceLine).text)
    if (!marker) return undefined
    const { parent } = context.reader
    // A message about a name in the first line stands after the block; one in a further line would stand between lines, where none may.
    const after: Container = { type: 'container', children: [] }
    context.reader.parent = parent && after
    const read: IndentedLine[] = []
    const messages: Node[] = []
    let next = index
    let blankFinish = true
    for (; marker; marker = blankFinish ? null : lineBlockPattern.exec(lines[next]?.text ?? '')) {
      const block = indentedBlock(lines, next, { first: marker[0].length, untilBlank: true })
      const inline = context.parseInline(textBlock(trimBlank(block.lines)))
      const line: Line = { type: 'line', children: inline.nodes, position: positionOf(lines, next, block.next) }
      // An empty line goes with the one before it.
      const indent = lines[next]?.text === '|' ? (read.at(-1)?.indent ?? 0) : (marker[1] ?? '').length - 1
      read.push({ line, indent, position: line.position as Position })
      // docutils names the line of the bar even where the text begins in the next one.
      for (const message of inline.messages) messages.push(Object.assign(message, { line: (lines[next] as SourceLine).number }))
      ;({ next, blankFinish } = block)
      context.reader.parent = undefined
    }
    context.reader.parent = parent
    const list = nest(read, 0, read.length, 0)
    return { nodes: [list, ...after.children, ...messages, ...unfinished(lines, index, next, blankFinish, context)], next }
  },
}

/** docutils reports an unfinished line block at the line after its first. */
function unfinished(lines: readonly SourceLine[], index: number, next: number, blankFinish: boolean, context: ParseContext): Node[] {
  if (blankFinish || next >= lines.length) return []
  return [context.message('rst/line-block-unfinished', {}, positionOf(lines, index + 1, index + 2))]
}
