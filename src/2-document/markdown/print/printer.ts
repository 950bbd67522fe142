import type { BlockContent, ListItem, Paragraph, RootContent } from 'mdast'
import type { Node, NodeOf, NodeType } from '../../nodes.ts'
import type { CannotSay } from '../../syntax/print/print-report.ts'
import { inlineContent, oneLine } from './inline.ts'
import type { Notes } from './sayable.ts'
import { forRst } from './stringify.ts'

/** What the printers of blocks share, and where the block stands. */
export interface MarkdownPrinter {
  readonly cannotSay: CannotSay
  /** The path of a file as the document would name it. */
  readonly fileFrom: (path: string) => string
  /** The characters of the deck's transitions, each a level of steps. */
  readonly levels: readonly string[]
  readonly notes: Notes
  /** Sections open around. */
  readonly depth: number
  /** Whether the block is directly in the deck or a section of it. */
  readonly outer: boolean
  blocks(nodes: readonly Node[], printer: MarkdownPrinter): RootContent[]
}

export type BlockPrinter<Type extends NodeType> = (node: NodeOf<Type>, printer: MarkdownPrinter) => RootContent[]

export type BlockPrinters<Type extends NodeType> = { readonly [Name in Type]: BlockPrinter<Name> }

/** The blocks of a body. */
export const bodyOf = (nodes: readonly Node[], printer: MarkdownPrinter): ListItem['children'] =>
  printer.blocks(nodes, { ...printer, outer: false }) as ListItem['children']

/** A block that Markdown has no words for. */
export const asRst = (node: Node): RootContent[] => [forRst([node])]

/** A directive with Markdown in it. `title` are its argument's nodes. */
export function box(
  name: string,
  options: Readonly<Record<string, string>>,
  children: readonly RootContent[],
  title?: readonly Node[],
): RootContent {
  const label: Paragraph[] =
    title === undefined ? [] : [{ type: 'paragraph', data: { directiveLabel: true }, children: oneLine(inlineContent(title)) }]
  return { type: 'containerDirective', name, attributes: { ...options }, children: [...label, ...(children as BlockContent[])] }
}

export const classOption = (node: Node): Record<string, string> => (node.classes?.length ? { class: node.classes.join(' ') } : {})

/** `:::class[…]` around blocks that have no words for classes of their own. */
export const withClass = (node: Node, blocks: RootContent[]): RootContent[] =>
  node.classes?.length && blocks.length > 0 ? [box('class', {}, blocks, [{ type: 'text', value: node.classes.join(' ') }])] : blocks
