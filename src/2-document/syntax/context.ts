import type { Line, TextBlock } from '../../1-source/source.ts'
import type { MessageArguments, MessageCode } from '../../diagnostics/messages/index.ts'
import type { Position } from '../../diagnostics/position.ts'
import type { InlineResult } from '../directive.ts'
import type { NameRegistry } from '../names.ts'
import type { Container, Document, Node, Section, SubstitutionDefinition, SystemMessage } from '../nodes.ts'
import type { Role } from '../role.ts'
import type { Settings } from '../settings.ts'

/** What one parse shares. Made in create-context.ts, handed down; there is no module state. */
export interface ParseContext {
  readonly settings: Settings
  readonly document: Document
  readonly names: NameRegistry
  readonly roles: TextRoles
  /** Substitution definitions read so far, by name. */
  readonly substitutions: Map<string, SubstitutionDefinition>
  readonly reader: ReaderState
  /** Parses the blocks of a body. `titles` allows sections in it. */
  parseBlocks(lines: readonly Line[], options?: { titles?: boolean; sidebar?: boolean }): Node[]
  /** Reads blocks as if they stood where the reader is (include): they, and sections they open, go to the current parent. */
  insertBlocks(lines: readonly Line[]): void
  parseInline(text: TextBlock): InlineResult
  /** Makes a system message for the tree and records the diagnostic. */
  message<Code extends MessageCode>(code: Code, args: MessageArguments<Code>, position: Position, children?: Node[]): SystemMessage
}

/** The roles that the text itself defines, from where it does so on. */
export interface TextRoles {
  /** By lower-case name. */
  readonly defined: Map<string, Role>
  /** What interpreted text without a role is; undefined is a title reference. */
  byDefault: Role | undefined
}

/** Where the reader stands: all that changes while it goes from block to block. Who opens a block sets it back when the block ends. */
export interface ReaderState {
  /** How many blocks are open around this one; beyond the limit a block stays literal, with a message. */
  depth: number
  /** What the blocks read now become children of. Undefined where a message about a name has no place (a list's further fields, lines). */
  parent: ParentNode | undefined
  /** The sections open where titles may stand; undefined inside other blocks. */
  sections: OpenSections | undefined
  /** Whether the body being read is a sidebar's. */
  inSidebar: boolean
  /** Where docutils' reader stands: the line of a message about the name of a node that has no line of its own in docutils. */
  nameLine: Position | undefined
  /**
   * In a nested body, the line that docutils' outermost reader has come to: the last of the block that holds the body, or of a list's or a
   * run of explicit markup's first item. It is the line of messages about such names.
   */
  outerLine: number | undefined
}

/** A nested body's blocks are gathered in a container before they get their own parent. */
export type ParentNode = Document | Section | Container

export interface OpenSections {
  /** Title styles in the order of their levels: the underline's character, twice where there is an overline. One list for the document. */
  readonly styles: string[]
  /** What the outermost sections are children of. */
  readonly root: ParentNode
  /** The sections open around the reader, outermost first. */
  readonly open: Section[]
}
