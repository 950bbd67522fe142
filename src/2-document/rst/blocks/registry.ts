import { gridTable } from '../tables/grid-table.ts'
import { simpleTable } from '../tables/simple-table.ts'
import { blockQuote } from './block-quote.ts'
import { bulletList } from './bullet-list.ts'
import type { BlockConstruct } from './construct.ts'
import { definitionList } from './definition-list.ts'
import { doctestBlock } from './doctest-block.ts'
import { enumeratedList } from './enumerated-list.ts'
import { explicitMarkup } from './explicit-markup.ts'
import { fieldList } from './field-list.ts'
import { lineBlock } from './line-block.ts'
import { optionList } from './option-list.ts'
import { overlinedTitle } from './overlined-title.ts'
import { paragraph } from './paragraph.ts'
import { underlinedTitle } from './underlined-title.ts'

/**
 * Every block construct. The first that reads a line takes it, in the order of docutils' Body state; the last three, which docutils tells
 * apart by their second line (Text state), take whatever is left.
 */
export const blockConstructs: readonly BlockConstruct[] = [
  blockQuote,
  bulletList,
  enumeratedList,
  fieldList,
  optionList,
  doctestBlock,
  lineBlock,
  gridTable,
  simpleTable,
  explicitMarkup,
  overlinedTitle,
  definitionList,
  underlinedTitle,
  paragraph,
]
