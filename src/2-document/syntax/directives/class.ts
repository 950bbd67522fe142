import type { Directive } from '../../directive.ts'
import { classOption } from './options.ts'
import { pendingNode } from './pending.ts'

/** Puts classes on its content, or, without any, on the block that follows. */
export const classDirective: Directive = {
  name: 'class',
  arguments: { required: 1, finalWhitespace: true },
  content: true,
  run(invocation, tools) {
    const {
      arguments: [text = ''],
      content,
    } = invocation
    const result = classOption(text)
    if ('problem' in result) return [tools.error('rst/bad-class', { directive: 'class', text })]
    const classes = result.value as string[]
    if (!content.length) return [pendingNode(invocation, 'misc.ClassAttribute', { class: classes, directive: 'class' })]
    const nodes = tools.parseBlocks(content)
    for (const node of nodes) node.classes = [...(node.classes ?? []), ...classes]
    return nodes
  },
}
