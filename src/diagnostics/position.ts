/** A place in a file: line and column count from 1, offset from 0 in UTF-16 units (as unist has them). */
export interface Point {
  readonly line: number
  readonly column: number
  readonly offset: number
}

/** A unist position that also says which file it is in. The end is exclusive. */
export interface Position {
  readonly start: Point
  readonly end: Point
  /** The file's path as the reader named it (`settings.source` for the main one). */
  readonly source: string
}

/** From the start of one position to the end of another in the same file. */
export const spanning = (first: Position, last: Position): Position =>
  first.source === last.source ? { start: first.start, end: last.end, source: first.source } : first
