/** The package export `hoverdeck/rst`: reStructuredText as docutils reads it. */

export type { Directive, DirectiveInvocation, DirectiveTools, OptionConverter } from './2-document/directive.ts'
export type * from './2-document/nodes.ts'
export { toPseudoXml } from './2-document/pseudo-xml.ts'
export { resolve } from './2-document/resolve/resolve.ts'
export type { Role, RoleInvocation, RoleTools } from './2-document/role.ts'
export { parse } from './2-document/rst/parse.ts'
export { rstParse } from './2-document/rst/plugin.ts'
export type { Settings } from './2-document/settings.ts'
