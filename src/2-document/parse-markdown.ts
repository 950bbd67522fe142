import { readMarkdown } from './markdown/read-markdown.ts'
import type { Document } from './nodes.ts'
import { rst } from './rst/language.ts'
import type { Settings } from './settings.ts'

/**
 * Markdown → document tree, before any whole-tree step: the same tree that reStructuredText gives, for `resolve` to go on with. Pure,
 * synchronous, total: a mistake becomes a diagnostic to `settings.report`. CommonMark 0.31 with GFM, directives, formulas, and the deck syntax
 * of docs/markdown.md. It stands above both languages, since what is in `:::rst` is read by the other one.
 */
export const parseMarkdown = (text: string, settings: Settings = {}): Document => readMarkdown(text, settings, rst)
