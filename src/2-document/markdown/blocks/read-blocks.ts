import type { RootContent } from 'mdast'
import { textBlock } from '../../../1-source/source.ts'
import type { Node } from '../../nodes.ts'
import { literalNode } from '../../syntax/literal-node.ts'
import { nestingLimit } from '../../syntax/nesting-limit.ts'
import type { BlockHandler } from '../constructs/construct.ts'
import { type Body, type MarkdownContext, placeOf, within } from '../context.ts'
import { giveComment, isElementComment } from '../deck/element-attributes.ts'
import { fieldsFrom } from '../deck/slide-fields.ts'
import type { SlideReader } from '../deck/slides.ts'
import { readHeading } from './heading.ts'
import { closeDeeper, type Outline, targetOf } from './outline.ts'
import { blockHandlers } from './registry.ts'
import { readThematicBreak } from './thematic-break.ts'

export interface Into {
  readonly root: Node[]
  readonly slides?: SlideReader
}

/** Reads blocks into a list, headings as sections. */
export function readBlocks(nodes: readonly RootContent[], context: MarkdownContext, { root, slides }: Into): void {
  const outline: Outline = { root, open: [], slides }
  for (const [index, node] of nodes.entries()) {
    if (node.type === 'heading' || node.type === 'thematicBreak') {
      const fields = slides ? fieldsFrom(nodes, index + 1, { report: context.report, dialect: slides.dialect }) : []
      if (node.type === 'heading') readHeading(node, fields, outline, context)
      else readThematicBreak(node, fields, outline, context)
    } else if (node.type === 'html' && isElementComment(node.value)) {
      // On a line of its own it speaks of the block before it.
      giveComment(targetOf(outline).at(-1), node, context)
    } else {
      const target = targetOf(outline)
      const read = readBlock(node, context)
      for (const block of read) target.push(block)
      if (read.some(({ type }) => type !== 'comment' && type !== 'note')) slides?.filled()
    }
    if (context.behind.length > 0) for (const node of context.behind.splice(0)) targetOf(outline).push(node)
  }
  closeDeeper(outline, 0)
}

/** The blocks of a quote, an item, a directive. What is nested deeper than the limit stays as written. */
export function blocksOf(nodes: readonly RootContent[], context: MarkdownContext, body: Body = {}): Node[] {
  const root: Node[] = []
  const [first] = nodes
  if (context.reader.depth >= nestingLimit && first) return tooDeep(nodes, context)
  within(context.reader, 1, body, () => readBlocks(nodes, context, { root }))
  return root
}

function readBlock(node: RootContent, context: MarkdownContext): readonly Node[] {
  const handler = blockHandlers.get(node.type) as BlockHandler<RootContent> | undefined
  return handler?.(node, context) ?? []
}

function tooDeep(nodes: readonly RootContent[], context: MarkdownContext): Node[] {
  const [first] = nodes
  const last = nodes.at(-1)
  if (!first || !last) return []
  const position = placeOf(first, context)
  const lines = context.text.lines.slice((first.position?.start.line ?? 1) - 1, last.position?.end.line)
  const message = context.message('markdown/too-deep', { limit: nestingLimit }, position)
  return [textBlock(lines).text === '' ? message : literalNode('literal_block', lines), message]
}
