import type { Language } from '../syntax/create-context.ts'
import { readBlocks } from './blocks/read-blocks.ts'
import { parseInline } from './inline/parse-inline.ts'

/** reStructuredText, as a parse is made of it: for a document, and for what another language holds of it. */
export const rst: Language = { readBlocks, parseInline }
