import { type Line, positionOfLines, textBlock } from '../../../1-source/source.ts'
import type { Position } from '../../../diagnostics/position.ts'
import type { Inline, Text } from '../../nodes.ts'
import { parseInteger } from './options.ts'

/** A body that is kept as it stands. */
export function literalText(content: readonly Line[], otherwise: Position): Text {
  const [first] = content
  const last = content.at(-1)
  return { type: 'text', value: textBlock(content).text, position: first && last ? positionOfLines(first, last) : otherwise }
}

/** What `:number-lines:` asks to start at: 1 if nothing is said, undefined where it is no number. */
export const firstLineNumber = (value: unknown): number | undefined => parseInteger(String(value || 1))

/**
 * Lines with their numbers before them, as wide as the last one (docutils: utils/code_analyzer.py, NumberLines). Every piece but the last
 * ends with its line feed.
 */
export function numberedLines(content: readonly Line[], first: number): Inline[] {
  const width = String(first + content.length).length
  return content.flatMap((line, index): Inline[] => {
    const position = positionOfLines(line, line)
    const before = { ...position, end: position.start }
    const number = `${String(first + index).padStart(width)} `
    return [
      { type: 'inline', classes: ['ln'], position: before, children: [{ type: 'text', value: number, position: before }] },
      { type: 'text', value: index < content.length - 1 ? `${line.text}\n` : line.text, position },
    ]
  })
}
