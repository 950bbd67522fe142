import type { Definition, Node as MdastNode, PhrasingContent, RootContent } from 'mdast'
import type { Line } from '../../1-source/source.ts'
import type { Report } from '../../diagnostics/diagnostic.ts'
import type { MessageArguments, MessageCode } from '../../diagnostics/messages/index.ts'
import type { Position } from '../../diagnostics/position.ts'
import type { Directive } from '../directive.ts'
import type { Inline, Node, SystemMessage } from '../nodes.ts'
import type { Settings } from '../settings.ts'
import type { ParseContext } from '../syntax/context.ts'
import type { SlideReader } from './deck/slides.ts'
import { containersOf, quotesIn } from './lines.ts'
import { type MarkdownText, positionIn } from './text.ts'

/** What one parse shares; a nested text (a directive's lines) has its own `text` and the rest in common. */
export interface MarkdownContext {
  readonly settings: Settings
  readonly text: MarkdownText
  /** Link reference definitions by identifier. */
  readonly definitions: Map<string, Definition>
  /** The identifiers of all footnotes. */
  readonly footnotes: Set<string>
  /**
   * The reStructuredText parser's context of the same document: the book of names, the roles and the messages are one, and text in
   * `:::rst` is read with it.
   */
  readonly rst: ParseContext
  readonly slides: SlideReader
  readonly findDirective: (name: string) => Directive | undefined
  readonly report: Report
  /** What inline markup puts behind the block that it stands in: notes, messages. */
  readonly behind: Node[]
  readonly reader: ReaderState
  /** The blocks of a quote, an item, a directive. Here, not imported, since what reads a block reads blocks again. */
  readonly blocksOf: (nodes: readonly RootContent[], body?: Body) => Node[]
  /** The inline content of a block. */
  readonly inlineOf: (nodes: readonly PhrasingContent[]) => Inline[]
  /** Reads lines as a text of their own. */
  readonly readLines: (lines: readonly Line[], body?: Body) => Node[]
  message<Code extends MessageCode>(code: Code, args: MessageArguments<Code>, position: Position, children?: Node[]): SystemMessage
}

/** Where the reader stands. Who opens a block sets it back when the block ends. */
export interface ReaderState {
  /** How many blocks are open around the one being read. */
  depth: number
  /** Whether the body being read is a sidebar's. */
  inSidebar: boolean
}

/** What the blocks of a body are within. */
export interface Body {
  readonly sidebar?: boolean
}

/** Reads a body `levels` deeper, and sets the reader back. */
export function within(reader: ReaderState, levels: number, { sidebar = false }: Body, read: () => void): void {
  const { depth, inSidebar } = reader
  Object.assign(reader, { depth: depth + levels, inSidebar: sidebar })
  read()
  Object.assign(reader, { depth, inSidebar })
}

const start = { line: 1, column: 1 }

/** The place in the file of a node of the parsed text. */
export const placeOf = (node: MdastNode, { text }: MarkdownContext): Position => positionIn(text, node.position ?? { start, end: start })

/** The node's text as written. */
export const writtenText = (node: MdastNode, { text: { text } }: MarkdownContext): string =>
  text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)

/** A piece of a node's written text without what its further lines begin with: blanks, and the marks of the quotes around the node. */
export function withoutMargins(written: string, node: MdastNode, { text }: MarkdownContext): string {
  if (!written.includes('\n')) return written
  const { line, column } = node.position?.start ?? start
  const before = text.lines[line - 1]?.text.slice(0, column - 1) ?? ''
  const quotes = quotesIn(containersOf(before))
  return written.replace(new RegExp(`\\n(?:[ \\t]*>){0,${quotes}}[ \\t]*`, 'g'), '\n')
}

/** Reports without leaving a message in the tree. */
export const remark = <Code extends MessageCode>(
  context: MarkdownContext,
  code: Code,
  args: MessageArguments<Code>,
  position: Position,
): void => void context.message(code, args, position)
