import { textBlock } from '../../../1-source/source.ts'
import type { Directive } from '../../directive.ts'
import type { LiteralBlock } from '../../nodes.ts'
import { addName, classAndName, classesOf } from './class-and-name.ts'
import { parseInlineOf } from './title-of.ts'

/** A literal block in which inline markup works. */
export const parsedLiteral: Directive = {
  name: 'parsed-literal',
  options: classAndName,
  content: true,
  run(invocation, tools) {
    const { content, options, position } = invocation
    if (!content.length) return [tools.error('rst/directive-empty', { directive: 'parsed-literal' })]
    const { nodes, messages } = parseInlineOf(textBlock(content), invocation, tools)
    const node: LiteralBlock = { type: 'literal_block', 'xml:space': 'preserve', ...classesOf(invocation), children: nodes, position }
    addName(node, options['name'], tools)
    return [node, ...messages]
  },
}
