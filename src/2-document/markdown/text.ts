import { type Line, pointAt } from '../../1-source/source.ts'
import type { Point, Position } from '../../diagnostics/position.ts'

/**
 * A text as micromark gets it: lines of a file, each of which may be cut at its ends, joined by line feeds. micromark's line and column are the
 * place in them, and a line knows its place in the file.
 */
export interface MarkdownText {
  readonly lines: readonly Line[]
  readonly text: string
}

export const textOfLines = (lines: readonly Line[]): MarkdownText => ({ lines, text: lines.map(({ text }) => text).join('\n') })

interface Place {
  readonly line: number
  readonly column: number
}

const nowhere: Point = { line: 1, column: 1, offset: 0 }

/** The place in the file of a place in the text. */
export function pointOf({ lines }: MarkdownText, { line, column }: Place): Point {
  const at = lines[line - 1] ?? lines.at(-1)
  return at ? pointAt(at, line > lines.length ? Number.POSITIVE_INFINITY : column - 1) : nowhere
}

export const positionIn = (text: MarkdownText, { start, end }: { start: Place; end: Place }): Position => {
  const source = (text.lines[start.line - 1] ?? text.lines.at(-1))?.source.path ?? '<string>'
  return { start: pointOf(text, start), end: pointOf(text, end), source }
}
