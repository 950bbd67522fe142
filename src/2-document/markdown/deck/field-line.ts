import type { Position } from '../../../diagnostics/position.ts'

/** A field as it is written: at a slide's top, in front matter, in a heading's braces, in a comment. */
export interface FieldLine {
  readonly name: string
  readonly value: string
  /** From front matter, the deck's or a slide's. */
  readonly yaml?: true
  readonly namePosition: Position
  readonly valuePosition: Position
}
