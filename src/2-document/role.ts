import type { MessageArguments, MessageCode } from '../diagnostics/messages/index.ts'
import type { Position } from '../diagnostics/position.ts'
import type { DeclaredOptions, InlineResult } from './directive.ts'
import type { SystemMessage } from './nodes.ts'
import type { Settings } from './settings.ts'

/** What interpreted text with a role becomes (docutils: howto/rst-roles). Declared alike by built-ins and by `deck.config.mjs`. */
export interface Role {
  readonly name: string
  /** Options that `.. role:: x(name)` may set on a derived role. */
  readonly options?: DeclaredOptions
  readonly run: (invocation: RoleInvocation, tools: RoleTools) => InlineResult
}

export interface RoleInvocation {
  /** As the author wrote it. */
  readonly name: string
  /** The interpreted text with its escapes resolved. */
  readonly text: string
  /** The interpreted text with backslashes as written. */
  readonly rawText: string
  /** From the role marker or the first backquote to the last. */
  readonly position: Position
  /** Of the text between the backquotes. */
  readonly textPosition: Position
  /** Values set by a derived role: `class` (a list), `format`, `language` … */
  readonly options: Readonly<Record<string, unknown>>
}

export interface RoleTools {
  readonly settings: Settings
  /** A `problematic` node over the whole role and the message it links to. */
  problem<Code extends MessageCode>(code: Code, args: MessageArguments<Code>): InlineResult
  message<Code extends MessageCode>(code: Code, args: MessageArguments<Code>, position?: Position): SystemMessage
}
