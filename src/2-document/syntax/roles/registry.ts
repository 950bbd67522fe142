import { ownRole } from '../../own.ts'
import type { Role } from '../../role.ts'
import type { ParseContext } from '../context.ts'
import { code } from './code.ts'
import { abbreviation, acronym, emphasis, literal, strong, subscript, superscript, titleReference } from './generic.ts'
import { math } from './math.ts'
import { pepReference, rfcReference } from './number-reference.ts'
import { raw } from './raw.ts'
import { unimplementedRoles } from './unimplemented.ts'

/** Every built-in role by its canonical name (docutils: parsers/rst/roles.py). */
const builtIn: readonly Role[] = [
  abbreviation,
  acronym,
  code,
  emphasis,
  literal,
  math,
  pepReference,
  raw,
  rfcReference,
  strong,
  subscript,
  superscript,
  titleReference,
  ...unimplementedRoles,
]

/** Further names (docutils: parsers/rst/languages/en.py). */
const aliases: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    ab: 'abbreviation',
    ac: 'acronym',
    i: 'index',
    sub: 'subscript',
    sup: 'superscript',
    title: 'title-reference',
    t: 'title-reference',
    pep: 'pep-reference',
    rfc: 'rfc-reference',
    uri: 'uri-reference',
    url: 'uri-reference',
  }),
)

/** Every name of every built-in role. */
export const roles: ReadonlyMap<string, Role> = new Map([
  ...builtIn.map((role) => [role.name, role] as const),
  ...[...aliases].flatMap(([alias, name]) => builtIn.filter((role) => role.name === name).map((role) => [alias, role] as const)),
])

export interface FoundRole {
  readonly role?: Role
  /** False where docutils says that it tries the name as a canonical one. */
  readonly isRegistered: boolean
}

/**
 * The role of that name in any case: one defined in the text, one of the user's configuration, or a built-in. The empty name is the
 * default role.
 */
export function findRole(name: string, { roles: { defined, byDefault }, settings }: Pick<ParseContext, 'roles' | 'settings'>): FoundRole {
  if (name === '') return { role: byDefault ?? titleReference, isRegistered: true }
  const key = name.toLowerCase()
  const role = defined.get(key) ?? ownRole(settings, key) ?? roles.get(key)
  return role ? { role, isRegistered: true } : { isRegistered: false }
}
