import { type Line, pointAt } from '../../../1-source/source.ts'
import type { Point, Position } from '../../../diagnostics/position.ts'
import type { Attributes } from './attributes.ts'

/**
 * A text as CommonMark's parser gets it. Each row knows the line that it stands for, so a row may be rewritten: what is ours in a line
 * (a directive's fence, a slide's fields, a heading's attributes) is noted here and taken out of the parser's sight.
 */
export interface Prepared {
  readonly rows: readonly Row[]
  readonly text: string
  /** By row, counted from 0. */
  readonly directives: ReadonlyMap<number, DirectiveOpening>
  /** Fields of the slide that the row's separator or heading begins; those of row -1 stand at the text's start. */
  readonly fields: ReadonlyMap<number, readonly FieldLine[]>
  readonly headings: ReadonlyMap<number, Attributes>
}

export interface Row {
  readonly text: string
  readonly at: Line
}

/** A line `:::name[argument]{attributes}` or `::name…`. */
export interface DirectiveOpening {
  /** Empty for `::: {.class}`. */
  readonly name: string
  readonly argument: Line | undefined
  /** Whether the argument stands as tools have it that take it for a title: in brackets or as words, not as in MyST. */
  readonly titled: boolean
  readonly attributes: Attributes | undefined
  /** `:option: value` lines below the fence. */
  readonly options: readonly Line[]
  /** The fence's line. */
  readonly line: Line
  /** The body's lines without the indentation of the fence. */
  readonly body: Line[]
  /** The closing fence, if there is one. */
  close: Line | undefined
  /** How deep the directives in it are nested. */
  height: number
}

export interface FieldLine {
  readonly name: string
  readonly value: string
  /** From front matter, the deck's or a slide's. */
  readonly yaml?: true
  readonly namePosition: Position
  readonly valuePosition: Position
}

interface Place {
  readonly line: number
  readonly column: number
}

const nowhere: Point = { line: 1, column: 1, offset: 0 }

/** The place in the file of a place in the prepared text. */
export function pointOf({ rows }: Prepared, { line, column }: Place): Point {
  const row = rows[line - 1] ?? rows.at(-1)
  return row ? pointAt(row.at, line > rows.length ? Number.POSITIVE_INFINITY : column - 1) : nowhere
}

export const positionIn = (prepared: Prepared, { start, end }: { start: Place; end: Place }): Position => {
  const source = (prepared.rows[start.line - 1] ?? prepared.rows.at(-1))?.at.source.path ?? '<string>'
  return { start: pointOf(prepared, start), end: pointOf(prepared, end), source }
}
