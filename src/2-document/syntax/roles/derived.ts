import type { Role } from '../../role.ts'

interface DerivedRole extends Role {
  /** What it comes from in the end, however many roles lie between: a chain of calls could be longer than the stack. */
  readonly origin: Role
  readonly preset: Readonly<Record<string, unknown>>
}

const isDerived = (role: Role): role is DerivedRole => 'origin' in role

/**
 * The role that `.. role:: name(base)` makes: the base with options set. Where the base is itself derived, these options win over
 * those it set.
 */
export function derivedRole(name: string, base: Role, options: Readonly<Record<string, unknown>>): Role {
  const origin = isDerived(base) ? base.origin : base
  const preset = isDerived(base) ? { ...base.preset, ...options } : options
  const role: DerivedRole = {
    name,
    ...(base.options ? { options: base.options } : {}),
    run: (invocation, tools) => origin.run({ ...invocation, options: { ...preset, ...invocation.options } }, tools),
    origin,
    preset,
  }
  return role
}
