import { createBudget } from '../../1-source/budget.ts'
import { type Line, linesOf, positionOfLines, type Source } from '../../1-source/source.ts'
import type { Position } from '../../diagnostics/position.ts'
import type { Document } from '../nodes.ts'
import type { Settings } from '../settings.ts'
import { closeSections } from '../syntax/close-sections.ts'
import { createContext } from '../syntax/create-context.ts'
import { systemMessage } from '../system-message.ts'
import { readBlocks } from './blocks/read-blocks.ts'
import { rst } from './language.ts'

/**
 * reStructuredText → document tree, before any whole-tree step. Pure, synchronous, total: an author's mistake becomes a system message in the
 * tree and a diagnostic to `settings.report`. Follows docutils 0.23 (parsers/rst/states.py).
 */
export function parse(text: string, settings: Settings = {}): Document {
  const source: Source = { path: settings.source ?? '<string>', text }
  const lines = linesOf(source, settings.tabWidth)
  const document: Document = { type: 'document', source: source.path, children: [], position: wholeOf(source, lines) }
  const limit = settings.lineLengthLimit ?? 10_000
  const tooLong = lines.find((line) => line.text.length > limit)
  if (tooLong) {
    const args = { line: tooLong.number, limit }
    const message = systemMessage(settings, 'rst/line-too-long', args, positionOfLines(tooLong, tooLong))
    // docutils names the line in the sentence alone.
    delete message.line
    document.children.push(message)
    return document
  }
  const budget = settings.budget ?? createBudget()
  budget.allow(lines.length)
  const context = createContext(document, { ...settings, budget }, rst)
  readBlocks(lines, context)
  closeSections(context.reader.sections?.open ?? [], 0)
  const { lastNumbers } = context.names
  if (lastNumbers.size) document.lastNumbers = Object.fromEntries(lastNumbers)
  return document
}

function wholeOf({ path, text }: Source, lines: readonly Line[]): Position {
  const start = { line: 1, column: 1, offset: 0 }
  const last = lines.at(-1)
  const end = last ? { line: last.number, column: text.length - last.start + 1, offset: text.length } : start
  return { start, end, source: path }
}
