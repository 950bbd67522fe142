import type { Directive } from '../../directive.ts'
import { classOption } from './options.ts'
import { pendingNode } from './pending.ts'

/** A footnote with the address of every external link. */
export const targetNotes: Directive = {
  name: 'target-notes',
  options: { class: classOption },
  run(invocation) {
    return [pendingNode(invocation, 'references.TargetNotes', { ...invocation.options })]
  },
}
