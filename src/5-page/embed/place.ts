import type { Point, Position } from '../../diagnostics/position.ts'

/** The place of `text.slice(start, end)` in a file. Counts from the file's start: for mistakes only. */
export const placeIn = (source: string, text: string, start: number, end: number): Position => ({
  start: pointAt(text, start),
  end: pointAt(text, end),
  source,
})

function pointAt(text: string, offset: number): Point {
  const before = text.slice(0, offset)
  const line = before.split('\n').length
  return { line, column: offset - before.lastIndexOf('\n'), offset }
}
