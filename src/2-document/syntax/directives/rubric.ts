import type { Directive } from '../../directive.ts'
import type { Rubric } from '../../nodes.ts'
import { addName, classAndName, classesOf } from './class-and-name.ts'
import { parseInlineOf } from './title-of.ts'

/** A heading that is not in the table of contents. */
export const rubric: Directive = {
  name: 'rubric',
  arguments: { required: 1, finalWhitespace: true },
  options: classAndName,
  run(invocation, tools) {
    const { argumentBlock, options, position } = invocation
    const { nodes, messages } = parseInlineOf(argumentBlock, invocation, tools)
    const node: Rubric = { type: 'rubric', ...classesOf(invocation), children: nodes, position }
    addName(node, options['name'], tools)
    return [node, ...messages]
  },
}
