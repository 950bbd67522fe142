import type { Directive } from '../../directive.ts'
import { integer, unchangedRequired } from './options.ts'
import { pendingNode } from './pending.ts'

/** Numbers the sections. */
export const sectnum: Directive = {
  name: 'sectnum',
  options: { depth: integer, start: integer, prefix: unchangedRequired, suffix: unchangedRequired },
  run: (invocation) => [pendingNode(invocation, 'parts.SectNum', { ...invocation.options })],
}
