import type { Role } from '../../role.ts'

/**
 * The role that `.. role:: name(base)` makes: the base with options set. Where the base is itself derived, these options win over
 * those it set.
 */
export const derivedRole = (name: string, base: Role, options: Readonly<Record<string, unknown>>): Role => ({
  name,
  ...(base.options ? { options: base.options } : {}),
  run: (invocation, tools) => base.run({ ...invocation, options: { ...options, ...invocation.options } }, tools),
})
