import type { Line, TextBlock } from '../1-source/source.ts'
import type { MessageArguments, MessageCode } from '../diagnostics/messages/index.ts'
import type { Position } from '../diagnostics/position.ts'
import type { NameRegistry } from './names.ts'
import type { Document, Inline, Node, SubstitutionDefinition, SystemMessage } from './nodes.ts'
import type { Role } from './role.ts'
import type { Settings } from './settings.ts'

/**
 * What a directive declares; the parser validates it (docutils: howto/rst-directives). Built-ins and the directives
 * of a user's `deck.config.mjs` are declared the same way, and both languages run them.
 */
export interface Directive {
  readonly name: string
  readonly arguments?: {
    readonly required?: number
    readonly optional?: number
    /** The last argument may hold white space and run over several lines. */
    readonly finalWhitespace?: boolean
  }
  /** Option name → its converter. An option not named here is an error. */
  readonly options?: DeclaredOptions
  /** Whether a body is allowed; without it a body is an error. */
  readonly content?: boolean
  /** Returns the nodes that stand in the directive's place. An author's mistake is `return [tools.error(…)]`; it never throws. */
  readonly run: (invocation: DirectiveInvocation, tools: DirectiveTools) => Node[]
}

/** Option name → its converter. What an author wrote is looked up with `converterOf` alone (syntax/directives/read-options.ts). */
export type DeclaredOptions = Readonly<Record<string, OptionConverter>>

/** Turns an option's text (undefined for a flag without one) into its value, or says what is wrong with it. */
export type OptionConverter = (text: string | undefined) => OptionResult
export type OptionResult = { readonly value: unknown } | { readonly problem: string }

export interface DirectiveInvocation {
  /** As registered (canonical, lower case). */
  readonly name: string
  readonly arguments: readonly string[]
  /** The whole argument block with its lines, for inline parsing of a title. */
  readonly argumentBlock: TextBlock
  readonly options: Readonly<Record<string, unknown>>
  /** Each option's text as written, with its lines: for options that hold markup (`:subtitle:`) or data (`:header:`). */
  readonly optionBlocks: Readonly<Record<string, TextBlock>>
  readonly content: readonly Line[]
  /** The whole directive as written, blank lines at its end included. */
  readonly blockLines: readonly Line[]
  readonly position: Position
  /** The line that docutils gives a message for which it names none. */
  readonly readerLine: number
  /** Set when the directive defines a substitution: its name. */
  readonly substitution?: string
}

export interface InlineResult {
  readonly nodes: Inline[]
  /** docutils puts these after the block that holds the text. */
  readonly messages: SystemMessage[]
}

/** What a directive may ask of the parser that runs it (reStructuredText's or Markdown's). */
export interface DirectiveTools {
  readonly settings: Settings
  /** The whole document: its attributes, and children that go elsewhere than where the directive stands (decoration, meta). */
  readonly document: Document
  readonly names: NameRegistry
  readonly roles: RoleScope
  /** Whether a section could start where the directive stands: topics and contents may stand only there, or directly in a sidebar. */
  readonly titlesAllowed: boolean
  /** The substitution definition that the directive's nodes go into, if it stands in one. */
  readonly definition?: SubstitutionDefinition | undefined
  /** Whether the directive stands directly in a sidebar. */
  readonly inSidebar: boolean
  /** Parses a body. `sidebar` says that the nodes become a sidebar's children. */
  parseBlocks(content: readonly Line[], options?: { sidebar?: boolean }): Node[]
  parseInline(text: TextBlock): InlineResult
  /** Reads `lines` as another declaration's block (its arguments and body aside): options, or the message to return. */
  parseOptions(lines: readonly Line[], options: DeclaredOptions): OptionsResult
  /** Has the parser read these lines next, as if they stood in the directive's place (docutils: `insert_input`). */
  insertLines(lines: readonly Line[]): void
  /** A system message where the directive stands, holding the directive's text as a literal block. */
  error<Code extends MessageCode>(code: Code, args: MessageArguments<Code>, position?: Position): SystemMessage
  /** A system message without the literal block. */
  message<Code extends MessageCode>(code: Code, args: MessageArguments<Code>, position?: Position, children?: Node[]): SystemMessage
}

export type OptionsResult = { readonly values: Readonly<Record<string, unknown>> } | { readonly message: SystemMessage }

/** The roles that interpreted text may name from here on. */
export interface RoleScope {
  /** By any of its names in any case; undefined when there is none. */
  find(name: string): Role | undefined
  define(role: Role): void
  /** Undefined brings back `title-reference`. */
  setDefault(role: Role | undefined): void
}
