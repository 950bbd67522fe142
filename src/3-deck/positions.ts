import type { Point, Position } from '../diagnostics/position.ts'
import type { FieldValue } from './deck.ts'

const start: Point = { line: 1, column: 1, offset: 0 }

/** For trees made by hand, whose nodes may have no position. */
export const nowhere: Position = { start, end: start, source: '' }

/** The place of a part of a field's value; the whole value's where it does not stand on one line as written. */
export function placeWithin({ value, position }: FieldValue, index: number, length: number): Position {
  const isExact = position.end.offset - position.start.offset === value.length && position.start.line === position.end.line
  return isExact ? { ...position, start: later(position.start, index), end: later(position.start, index + length) } : position
}

/** The words of a field's value, each with its own place. */
export const wordsOf = (field: FieldValue): FieldValue[] =>
  [...field.value.matchAll(/\S+/g)].map(({ 0: word, index }) => ({ value: word, position: placeWithin(field, index, word.length) }))

const later = ({ line, column, offset }: Point, by: number): Point => ({ line, column: column + by, offset: offset + by })
