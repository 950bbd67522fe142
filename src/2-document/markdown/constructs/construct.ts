import type { Extension as FromMarkdown } from 'mdast-util-from-markdown'
import type { Extension as Syntax } from 'micromark-util-types'
import type { Inline, Node } from '../../nodes.ts'
import type { MarkdownContext } from '../context.ts'
import type { DialectName } from '../dialects/names.ts'
import type { Reading } from '../micromark/reading.ts'

/**
 * Something that Markdown has here beyond CommonMark: how micromark knows it, what node of mdast it becomes, and what that node is in the
 * document tree. One file each, one entry in registry.ts.
 */
export interface Construct {
  readonly name: string
  /** The tools whose decks have it; without it all decks have. */
  readonly dialects?: readonly DialectName[]
  /** micromark's extension for one text. */
  readonly syntax?: (reading: Reading) => Syntax
  readonly mdast?: readonly FromMarkdown[]
  /** By the type of mdast's node; the nodes of mdast that no handler names become nothing. */
  readonly blocks?: Readonly<Record<string, BlockHandler<never>>>
  readonly inlines?: Readonly<Record<string, InlineHandler<never>>>
}

export type BlockHandler<MdastNode> = (node: MdastNode, context: MarkdownContext) => readonly Node[]

export type InlineHandler<MdastNode> = (node: MdastNode, context: MarkdownContext) => readonly Inline[]
