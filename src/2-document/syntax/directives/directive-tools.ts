import type { Line } from '../../../1-source/source.ts'
import type { DirectiveInvocation, DirectiveTools } from '../../directive.ts'
import type { SubstitutionDefinition } from '../../nodes.ts'
import type { ParseContext } from '../context.ts'
import { literalNode } from '../literal-node.ts'
import { findRole } from '../roles/registry.ts'
import { positionOf, trimBlank } from '../sliced-lines.ts'
import { readOptions } from './read-options.ts'

/** What a directive may ask of this parser while it runs, but for lines to insert. `written` are its lines, blank ones at the end included. */
export function directiveTools(
  { name }: DirectiveInvocation,
  written: readonly Line[],
  context: ParseContext,
  definition: SubstitutionDefinition | undefined,
): Omit<DirectiveTools, 'insertLines'> {
  const place = positionOf(written, 0, 1)
  const error: DirectiveTools['error'] = (code, args, position = place) =>
    context.message(code, args, position, [literalNode('literal_block', written)])
  return {
    settings: context.settings,
    document: context.document,
    names: context.names,
    roles: {
      find: (role) => findRole(role, context).role,
      define: (role) => void context.roles.defined.set(role.name.toLowerCase(), role),
      setDefault: (role) => {
        context.roles.byDefault = role
      },
    },
    titlesAllowed: context.reader.sections !== undefined,
    inSidebar: context.reader.inSidebar,
    definition,
    parseBlocks: (content, options) => context.parseBlocks(content, options),
    parseInline: (text) => context.parseInline(text),
    parseOptions(lines, declared) {
      const all = trimBlank(lines)
      if (all.some(({ text }) => text === '')) return { message: error('rst/directive-content-forbidden', { name }) }
      const read = readOptions(name, all, declared, error)
      return 'problem' in read ? { message: read.problem } : { values: read.values }
    },
    error,
    message: (code, args, position = place, children) => context.message(code, args, position, children),
  }
}
