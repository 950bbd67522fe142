import type { Budget } from '../1-source/budget.ts'
import type { Report } from '../diagnostics/diagnostic.ts'
import type { Directive } from './directive.ts'
import type { DialectName } from './markdown/dialects/names.ts'
import type { Role } from './role.ts'

/** Why a file cannot be read, and what to do about it. */
export interface FileProblem {
  readonly problem: string
  readonly advice?: string
}

/** Settings of parse and resolve; names are docutils' runtime settings in camelCase. All have defaults. */
export interface Settings {
  /** The name printed as `source` and put on positions. Default `<string>`. */
  readonly source?: string
  /**
   * Reads a file that the text names (include, raw, csv-table), `from` being the file that names it. Returns the text and the path that
   * positions will carry; where there is none, what to tell the author of it (a sentence each), or undefined to leave that to the parser.
   * Without it, file insertion is off as in docutils' `file_insertion_enabled`.
   */
  readonly readFile?: (
    path: string,
    from: string,
    encoding?: string,
  ) => { readonly path: string; readonly text: string } | FileProblem | undefined
  /** What the text may make beyond what is written; one for a whole deck. Each of `parse` and `resolve` has its own where it is absent. */
  readonly budget?: Budget
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
  /** False: transitions stay where they are written, and none is refused for its place. What a deck needs; docutils has no such setting. */
  readonly transitionXform?: boolean
  /**
   * Whether a field's first paragraph holds no inline markup where sections may stand: a deck's fields mean what is written. Default false;
   * docutils has no such setting.
   */
  readonly fieldsAsWritten?: boolean
  /** Whether a lone section in a section becomes its subtitle. Default false. */
  readonly sectsubtitleXform?: boolean
  /** Where section titles lead back to: their entry in the contents (the default), the contents' top, or nowhere. */
  readonly tocBacklinks?: 'entry' | 'top' | 'none'
  /** The document's title as metadata, unless `.. title::` sets one. */
  readonly title?: string
  readonly stripComments?: boolean
  /** Whether the blank before a footnote reference goes away. Default false. */
  readonly trimFootnoteReferenceSpace?: boolean
  /**
   * Whether `resolve` ends the document with a section “Docutils System Messages” of all messages that have no other place, as docutils'
   * writers do. Default false: they are diagnostics alone.
   */
  readonly messageSection?: boolean
  /** What `.. date::` prints; the time of the parse where it is absent. */
  readonly now?: Date
  /** Further directives and roles; a name given here wins over a built-in. */
  readonly directives?: readonly Directive[]
  readonly roles?: readonly Role[]
  /** The tool whose Markdown it is; absent, the text shows it. */
  readonly dialect?: DialectName
  /** Gets every mistake found, whether or not it has a place in the tree. */
  readonly report?: Report
}
