import type { Line, TextBlock } from '../../1-source/source.ts'
import type { MessageArguments, MessageCode } from '../../diagnostics/messages/index.ts'
import type { Position } from '../../diagnostics/position.ts'
import type { InlineResult } from '../directive.ts'
import type { NameRegistry } from '../names.ts'
import type { Document, Node, SystemMessage } from '../nodes.ts'
import type { Role } from '../role.ts'
import type { Settings } from '../settings.ts'

/** What one parse shares. Made in parse.ts, handed down; there is no module state. */
export interface ParseContext {
  readonly settings: Settings
  readonly document: Document
  readonly names: NameRegistry
  /** Roles defined in the text by `.. role::`, by lower-case name. */
  readonly customRoles: Map<string, Role>
  /** Set by `.. default-role::`. */
  defaultRole: Role | undefined
  /** How many blocks are open around this one; beyond the limit a block stays literal, with a message. */
  depth: number
  /** Parses the blocks of a body. `titles` allows sections in it (include). */
  parseBlocks(lines: readonly Line[], options?: { titles?: boolean }): Node[]
  parseInline(text: TextBlock): InlineResult
  /** Makes a system message for the tree and records the diagnostic. */
  message<Code extends MessageCode>(code: Code, args: MessageArguments<Code>, position: Position, children?: Node[]): SystemMessage
}

/** A block construct: one file, one entry in blocks/registry.ts. */
export interface BlockConstruct {
  readonly name: string
  /** Reads the construct if it starts at `lines[index]`; undefined if it does not. `next` is the first line not read. */
  read(lines: readonly Line[], index: number, context: ParseContext): BlockResult | undefined
}

export interface BlockResult {
  readonly nodes: Node[]
  readonly next: number
}
