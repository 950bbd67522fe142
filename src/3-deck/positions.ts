import type { Point, Position } from '../diagnostics/position.ts'
import type { FieldValue } from './deck.ts'

const start: Point = { line: 1, column: 1, offset: 0 }

/** For trees made by hand, whose nodes may have no position. */
export const nowhere: Position = { start, end: start, source: '' }

/** The words of a field's value, each with its own place where the value stands on one line as written. */
export function wordsOf({ value, position }: FieldValue): FieldValue[] {
  const isExact = position.end.offset - position.start.offset === value.length && position.start.line === position.end.line
  return [...value.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    value: word,
    position: isExact ? { ...position, start: later(position.start, index), end: later(position.start, index + word.length) } : position,
  }))
}

const later = ({ line, column, offset }: Point, by: number): Point => ({ line, column: column + by, offset: offset + by })
