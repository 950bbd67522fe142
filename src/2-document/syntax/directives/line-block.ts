import { positionOfLines, textBlock } from '../../../1-source/source.ts'
import type { Directive } from '../../directive.ts'
import type { SystemMessage } from '../../nodes.ts'
import { type IndentedLine, nest } from '../nested-lines.ts'
import { indentOf, sliceLine } from '../sliced-lines.ts'
import { addName, classAndName, classesOf } from './class-and-name.ts'

/** Lines that keep their breaks and their indentation. The `|` markup does the same with less. */
export const lineBlock: Directive = {
  name: 'line-block',
  options: classAndName,
  content: true,
  run(invocation, tools) {
    const { content, options } = invocation
    if (!content.length) return [tools.error('rst/directive-empty', { directive: 'line-block' })]
    const read: IndentedLine[] = []
    const messages: SystemMessage[] = []
    for (const line of content) {
      const position = positionOfLines(line, line)
      const indent = indentOf(line.text)
      const inline = tools.parseInline(textBlock([sliceLine(line, indent)]))
      // An empty line goes with the one before it.
      read.push({
        line: { type: 'line', children: inline.nodes, position },
        indent: line.text === '' ? (read.at(-1)?.indent ?? 0) : indent,
        position,
      })
      for (const message of inline.messages) messages.push(message)
    }
    const block = { ...nest(read, 0, read.length, 0), ...classesOf(invocation) }
    addName(block, options['name'], tools)
    return [block, ...messages]
  },
}
