import { placeInModule, thrownText } from '../diagnostics/thrown.ts'
import type { Directive, InlineResult, OptionConverter, OptionResult } from './directive.ts'
import type { Role } from './role.ts'
import type { Settings } from './settings.ts'

/** The directive of that name, in any case, of the user's configuration. Whatever it does comes out as nodes: a throw is a message in its place. */
export function ownDirective({ directives }: Settings, name: string): Directive | undefined {
  const found = directives?.find((directive) => directive.name.toLowerCase() === name.toLowerCase())
  return found && guardedDirective(found)
}

/** The same of a role. */
export function ownRole({ roles }: Settings, name: string): Role | undefined {
  const found = roles?.find((role) => role.name.toLowerCase() === name.toLowerCase())
  return found && guardedRole(found)
}

const guardedDirective = (own: Directive): Directive => ({
  name: own.name,
  ...(own.arguments ? { arguments: own.arguments } : {}),
  ...(own.options ? { options: guardedOptions(own.options) } : {}),
  ...(own.content === undefined ? {} : { content: own.content }),
  run(invocation, tools) {
    const what = `directive “${own.name}”`
    try {
      const nodes = own.run(invocation, tools)
      return isListOfNodes(nodes) ? nodes : [tools.error('rst/own-returns', { what, expected: 'a list of nodes' })]
    } catch (thrown) {
      return [tools.error('rst/own-throws', { what, reason: thrownText(thrown), place: placeInModule(thrown) })]
    }
  },
})

const guardedRole = (own: Role): Role => ({
  name: own.name,
  ...(own.options ? { options: guardedOptions(own.options) } : {}),
  run(invocation, tools) {
    const what = `role “${own.name}”`
    try {
      const result: InlineResult | undefined = own.run(invocation, tools)
      const isRight = isListOfNodes(result?.nodes) && isListOfNodes(result?.messages)
      return result && isRight ? result : tools.problem('rst/own-returns', { what, expected: 'nodes and messages' })
    } catch (thrown) {
      return tools.problem('rst/own-throws', { what, reason: thrownText(thrown), place: placeInModule(thrown) })
    }
  },
})

const guardedOptions = (own: Readonly<Record<string, OptionConverter>>): Record<string, OptionConverter> =>
  Object.fromEntries(Object.entries(own).map(([name, convert]) => [name, guardedOption(convert)]))

const guardedOption =
  (convert: OptionConverter): OptionConverter =>
  (text) => {
    try {
      const result: OptionResult | undefined = convert(text)
      const isRight = typeof result === 'object' && result !== null && ('value' in result || 'problem' in result)
      return isRight ? result : { problem: 'its converter returns neither a value nor a problem' }
    } catch (thrown) {
      const place = placeInModule(thrown)
      return { problem: `its converter throws ${thrownText(thrown)}${place === undefined ? '' : ` (${place})`}` }
    }
  }

/** Whatever the types promise, an author's module is plain JavaScript. What is within a node shows where it is used. */
const isListOfNodes = (nodes: unknown): boolean =>
  Array.isArray(nodes) && nodes.every((node) => typeof node === 'object' && node !== null && typeof node.type === 'string')
