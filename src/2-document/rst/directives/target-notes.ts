import type { Directive } from '../../directive.ts'
import { addName, classAndName } from './class-and-name.ts'
import { pendingNode } from './pending.ts'

/** A footnote with the address of every external link. */
export const targetNotes: Directive = {
  name: 'target-notes',
  options: classAndName,
  run(invocation, tools) {
    const { name, ...details } = invocation.options
    const node = pendingNode(invocation, 'references.TargetNotes', details)
    addName(node, name, tools)
    return [node]
  },
}
