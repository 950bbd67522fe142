import type { Role } from '../../role.ts'
import { classList, rawTextOf } from './role-text.ts'

/** Code: a literal with the class `code` and its language, which a derived role sets. `none` is no language. */
export const code: Role = {
  name: 'code',
  options: { language: (text) => ({ value: text ?? '' }) },
  run(invocation) {
    const classes = ['code', ...classList(invocation.options)]
    const language = invocation.options['language']
    if (typeof language === 'string' && language && language !== 'none' && !classes.includes(language)) classes.push(language)
    return { nodes: [{ type: 'literal', classes, children: rawTextOf(invocation), position: invocation.position }], messages: [] }
  },
}
