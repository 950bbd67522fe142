import type { Inline, Plain } from '../../nodes.ts'
import type { Role, RoleInvocation } from '../../role.ts'
import { classesOf, textOf } from './role-text.ts'

/** A role that wraps the text in an element and does nothing else. */
const generic = (name: string, type: Plain['type'] | 'literal'): Role => ({
  name,
  run: (invocation) => ({ nodes: [element(type, invocation)], messages: [] }),
})

const element = (type: Plain['type'] | 'literal', invocation: RoleInvocation): Inline => ({
  type,
  ...classesOf(invocation),
  ...elementOf(invocation),
  children: textOf(invocation),
  position: invocation.position,
})

/** The element of HTML that a role of <html-roles.txt> stands for. */
const elementOf = ({ options }: RoleInvocation): { htmlElement?: string } =>
  typeof options['element'] === 'string' ? { htmlElement: options['element'] } : {}

export const abbreviation: Role = generic('abbreviation', 'abbreviation')
export const acronym: Role = generic('acronym', 'acronym')
export const emphasis: Role = generic('emphasis', 'emphasis')
export const literal: Role = generic('literal', 'literal')
export const strong: Role = generic('strong', 'strong')
export const subscript: Role = generic('subscript', 'subscript')
export const superscript: Role = generic('superscript', 'superscript')
export const titleReference: Role = generic('title-reference', 'title_reference')

/** What `.. role:: name` derives from when it names no other role. */
export const inlineRole: Role = generic('inline', 'inline')
