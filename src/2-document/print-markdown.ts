import { writeMarkdown } from './markdown/write-markdown.ts'
import type { Document } from './nodes.ts'
import { createRstBlockPrinter } from './rst/print-rst.ts'
import type { CannotSay } from './syntax/print/print-report.ts'

/**
 * A resolved tree as Markdown. What Markdown has no words for stands in a `:::rst` block, printed by the other language; what neither has goes
 * to `cannotSay`.
 */
export const printMarkdown = (document: Document, cannotSay: CannotSay): string => writeMarkdown(document, cannotSay, createRstBlockPrinter)
