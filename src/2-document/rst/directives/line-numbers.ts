import { type Line, positionOfLines } from '../../../1-source/source.ts'
import type { LineNumber, Text } from '../../nodes.ts'
import { parseInteger } from './options.ts'

/** What `:number-lines:` asks to start at: 1 if nothing is said, undefined where it is no number. */
export const firstLineNumber = (value: unknown): number | undefined => parseInteger(String(value || 1))

/**
 * Lines with their numbers before them, as wide as the last one (docutils: utils/code_analyzer.py, NumberLines). Every piece but the last
 * ends with its line feed.
 */
export function numberedLines(content: readonly Line[], first: number): (LineNumber | Text)[] {
  const width = String(first + content.length).length
  return content.flatMap((line, index): (LineNumber | Text)[] => {
    const position = positionOfLines(line, line)
    const number = `${String(first + index).padStart(width)} `
    return [
      { type: 'line_number', number, children: [], position: { ...position, end: position.start } },
      { type: 'text', value: index < content.length - 1 ? `${line.text}\n` : line.text, position },
    ]
  })
}
