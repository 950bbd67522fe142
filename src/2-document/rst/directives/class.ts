import type { Directive } from '../../directive.ts'
import type { Pending } from '../../nodes.ts'
import { classOption } from './options.ts'

/** Puts classes on its content, or, without any, on the block that follows. */
export const classDirective: Directive = {
  name: 'class',
  arguments: { required: 1, finalWhitespace: true },
  content: true,
  run({ arguments: [text = ''], content, position }, tools) {
    const result = classOption(text)
    if ('problem' in result) return [tools.error('rst/bad-class', { directive: 'class', text })]
    const classes = result.value as string[]
    if (!content.length) {
      const pending: Pending = {
        type: 'pending',
        transform: 'docutils.transforms.misc.ClassAttribute',
        details: { class: classes, directive: 'class' },
        children: [],
        position,
      }
      return [pending]
    }
    const nodes = tools.parseBlocks(content)
    for (const node of nodes) node.classes = [...(node.classes ?? []), ...classes]
    return nodes
  },
}
