import type { BlockHandler } from '../constructs/construct.ts'
import { constructs } from '../constructs/registry.ts'
import { blockQuote } from './block-quote.ts'
import { code } from './code.ts'
import { footnoteDefinition } from './footnote-definition.ts'
import { html } from './html.ts'
import { list } from './list.ts'
import { math } from './math.ts'
import { paragraph } from './paragraph.ts'
import { table } from './table.ts'

/** CommonMark's and GFM's blocks; headings and thematic breaks are read where sections are (read-blocks.ts). */
const blocks = {
  paragraph,
  blockquote: blockQuote,
  list,
  code,
  math,
  table,
  html,
  footnoteDefinition,
  definition: () => [],
} as const

/** What becomes of each block of mdast, by its type; of others nothing. */
export const blockHandlers: ReadonlyMap<string, BlockHandler<never>> = new Map(
  [blocks, ...constructs.map((construct) => construct.blocks ?? {})].flatMap((handlers) => Object.entries<BlockHandler<never>>(handlers)),
)
