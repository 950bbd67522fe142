import { positionOfLines } from '../../../1-source/source.ts'
import type { Directive, DirectiveTools } from '../../directive.ts'
import type { SystemMessage } from '../../nodes.ts'
import type { Role } from '../../role.ts'
import { derivedRole } from '../roles/derived.ts'
import { inlineRole } from '../roles/generic.ts'
import { htmlRolesPath } from './definition-files.ts'
import { classOption } from './options.ts'

// Letters and digits with single joints between them (docutils: Inliner.simplename); the base role in parentheses.
const roleName = String.raw`[\p{L}\p{N}]+(?:[-._+:][\p{L}\p{N}]+)*`
/** Made where it is used: a pattern of Unicode's classes takes time, and few decks have roles of their own. */
const roleArgument = (): RegExp => new RegExp(String.raw`^(${roleName})\s*(?:\(\s*(${roleName})\s*\)\s*)?$`, 'u')

/** Defines a role for interpreted text: `name`, or `name(base)` with options for the base. */
export const role: Directive = {
  name: 'role',
  content: true,
  run({ blockLines, content, position }, tools) {
    const [line, ...rest] = content
    if (!line || line.number > position.start.line + 1) return [tools.error('rst/role-no-name', {})]
    const match = roleArgument().exec(line.text)
    // The place is the name's, the line docutils': the directive's.
    if (!match)
      return [{ ...tools.error('rst/role-bad-name', { text: line.text }, positionOfLines(line, line)), line: position.start.line }]
    const [, name = '', baseName] = match
    const base = baseName === undefined ? inlineRole : tools.roles.find(baseName)
    if (!base) return unknownRole(baseName ?? '', tools)
    const result = tools.parseOptions(rest, { class: classOption, ...base.options })
    if ('message' in result) return [result.message]
    const classes = 'class' in result.values ? { value: result.values['class'] } : classOption(name)
    if ('problem' in classes) return [tools.error('rst/bad-class', { directive: 'role', text: name })]
    const element = blockLines[0]?.source.path === htmlRolesPath ? { element: name } : {}
    tools.roles.define(derivedRole(name, base, { ...result.values, class: classes.value, ...element }))
    return []
  },
}

/** Sets what interpreted text without a role is from here on; without an argument, back to a title reference. */
export const defaultRole: Directive = {
  name: 'default-role',
  arguments: { optional: 1 },
  run({ arguments: [name] }, tools) {
    const found: Role | undefined = name === undefined ? undefined : tools.roles.find(name)
    if (name !== undefined && !found) return unknownRole(name, tools)
    tools.roles.setDefault(found)
    return []
  },
}

const unknownRole = (name: string, tools: DirectiveTools): SystemMessage[] => [
  tools.message('rst/role-not-registered', { role: name }),
  tools.error('rst/unknown-role', { role: name }),
]
