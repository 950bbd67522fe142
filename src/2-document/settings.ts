import type { Report } from '../diagnostics/diagnostic.ts'
import type { Directive } from './directive.ts'
import type { Role } from './role.ts'

/** Settings of parse and resolve; names are docutils' runtime settings in camelCase. All have defaults. */
export interface Settings {
  /** The name printed as `source` and put on positions. Default `<string>`. */
  readonly source?: string
  /**
   * Reads a file that the text names (include, raw, csv-table), `from` being the file that names it. Returns the text and the path that
   * positions will carry, or undefined where there is none. Without it, file insertion is off as in docutils' `file_insertion_enabled`.
   */
  readonly readFile?: (path: string, from: string, encoding?: string) => { readonly path: string; readonly text: string } | undefined
  readonly fileInsertionEnabled?: boolean
  readonly rawEnabled?: boolean
  readonly tabWidth?: number
  readonly lineLengthLimit?: number
  /** Messages below this level (1 to 5) stay out of the tree. Default 1: all are in. Diagnostics are not affected. */
  readonly reportLevel?: number
  readonly idPrefix?: string
  readonly autoIdPrefix?: string
  readonly characterLevelInlineMarkup?: boolean
  readonly syntaxHighlight?: string
  readonly doctitleXform?: boolean
  readonly docinfoXform?: boolean
  readonly sectnumXform?: boolean
  /** What `.. date::` prints; the time of the parse where it is absent. */
  readonly now?: Date
  /** Further directives and roles; a name given here wins over a built-in. */
  readonly directives?: readonly Directive[]
  readonly roles?: readonly Role[]
  /** Gets every mistake found, whether or not it has a place in the tree. */
  readonly report?: Report
}
