import type { Role } from '../../role.ts'

/** Names that docutils reserves for roles that nobody has written. */
const unimplemented = (name: string): Role => ({
  name,
  run: (invocation, tools) => tools.problem('rst/role-not-implemented', { role: invocation.name }),
})

export const unimplementedRoles: readonly Role[] = [
  'index',
  'named-reference',
  'anonymous-reference',
  'uri-reference',
  'footnote-reference',
  'citation-reference',
  'substitution-reference',
  'target',
].map(unimplemented)
