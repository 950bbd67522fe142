import type { Role } from '../../role.ts'
import { classesOf, rawTextOf } from './role-text.ts'

/** LaTeX maths. */
export const math: Role = {
  name: 'math',
  run: (invocation) => ({
    nodes: [{ type: 'math', ...classesOf(invocation), children: rawTextOf(invocation), position: invocation.position }],
    messages: [],
  }),
}
