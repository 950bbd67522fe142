import { readContainerDirective, readLeafDirective } from '../directives/directive.ts'
import { blockQuote } from './block-quote.ts'
import { code } from './code.ts'
import { footnoteDefinition } from './footnote-definition.ts'
import { html } from './html.ts'
import { list } from './list.ts'
import { math } from './math.ts'
import { paragraph } from './paragraph.ts'
import { table } from './table.ts'

/** What becomes of each block of mdast; headings and thematic breaks are read where sections are (read-blocks.ts). */
export const blockHandlers = {
  paragraph,
  blockquote: blockQuote,
  list,
  code,
  math,
  table,
  html,
  footnoteDefinition,
  containerDirective: readContainerDirective,
  leafDirective: readLeafDirective,
  definition: () => [],
} as const
