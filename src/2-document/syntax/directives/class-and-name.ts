import type { DirectiveInvocation, DirectiveTools, OptionConverter } from '../../directive.ts'
import { normalizeName } from '../../identifiers.ts'
import type { Node } from '../../nodes.ts'
import { classOption, unchanged } from './options.ts'

/** The options that nearly every directive takes. */
export const classAndName: Readonly<Record<'class' | 'name', OptionConverter>> = { class: classOption, name: unchanged }

/** The `classes` attribute: the given ones and those of `:class:`; nothing at all where there is none. */
export function classesOf({ options }: DirectiveInvocation, ...given: readonly string[]): { classes?: string[] } {
  const classes = [...given, ...((options['class'] as string[] | undefined) ?? [])]
  return classes.length ? { classes } : {}
}

/** Makes the node the target that `:name:` names (docutils: Directive.add_name). */
export function addName(node: Node, name: unknown, tools: DirectiveTools): void {
  if (typeof name !== 'string') return
  node.names = [...(node.names ?? []), normalizeName(name)]
  tools.names.noteExplicitTarget(node, node)
}
