/**
 * The package export `hoverdeck/rst`: reStructuredText as docutils 0.23 reads it. `parse` makes the tree of a text, `resolve` does what needs
 * the whole tree, `toPseudoXml` prints it as docutils does; `rstParse` is the plugin for unified. See docs/extending.md.
 */

export type { Directive, DirectiveInvocation, DirectiveTools, OptionConverter } from './2-document/directive.ts'
export type * from './2-document/nodes.ts'
export type * from './2-document/our-fields.ts'
export { toPseudoXml } from './2-document/pseudo-xml.ts'
export { resolve } from './2-document/resolve/resolve.ts'
export type { Role, RoleInvocation, RoleTools } from './2-document/role.ts'
export { parse } from './2-document/rst/parse.ts'
export { rstParse } from './2-document/rst/plugin.ts'
export type { Settings } from './2-document/settings.ts'
/** Converters for the options of a directive of one's own. */
export {
  choice,
  classOption,
  flag,
  integer,
  lengthOrPercentageOrUnitless,
  lengthOrUnitless,
  nonnegativeInteger,
  path,
  percentage,
  positiveInteger,
  positiveIntegerList,
  unchanged,
  unchangedRequired,
  uri,
  valueOr,
} from './2-document/syntax/directives/options.ts'
