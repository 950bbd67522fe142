import { positionOfLines } from '../../../1-source/source.ts'
import { diagnose } from '../../../diagnostics/diagnostic.ts'
import { type LineReader, put } from './preparation.ts'

/** `<<< @/file` (Slidev, importing snippets), which is not done here. */
export const codeImport: LineReader = ({ line, text }, preparation) => {
  if (!text.startsWith('<<< ')) return undefined
  const what = `code import "${text}"`
  preparation.options.report(diagnose('markdown/no-meaning', { tool: 'Slidev', what }, positionOfLines(line, line)))
  put(preparation, '', line)
  return 0
}
