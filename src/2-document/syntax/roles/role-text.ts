import type { Text } from '../../nodes.ts'
import type { RoleInvocation } from '../../role.ts'

/** The interpreted text as a node; none if it is empty. */
export const textOf = ({ text, textPosition }: RoleInvocation): Text[] =>
  text === '' ? [] : [{ type: 'text', value: text, position: textPosition }]

/** The same with its backslashes as written, for roles that read another language. */
export const rawTextOf = ({ rawText, textPosition }: RoleInvocation): Text[] =>
  rawText === '' ? [] : [{ type: 'text', value: rawText, position: textPosition }]

/** The classes of a derived role. */
export const classesOf = ({ options }: RoleInvocation): { classes?: string[] } => {
  const classes = classList(options)
  return classes.length ? { classes } : {}
}

export const classList = (options: RoleInvocation['options']): string[] => {
  const classes = options['class']
  return Array.isArray(classes) ? classes.map(String) : []
}
