import type { Line } from '../../../../1-source/source.ts'
import type { Attributes } from '../../attributes.ts'

/** What a directive's first line says of it: `:::name[argument]{attributes}`, `::name…`. */
export interface Opening {
  /** Empty for `::: {.class}`. */
  readonly name: string
  readonly argument: Line | undefined
  /** Whether the argument stands as tools have it that take it for a title: in brackets or as words, not as in MyST. */
  readonly titled: boolean
  readonly attributes: Attributes | undefined
}

/** A directive's first line. */
export interface DirectiveHead extends Opening {
  /** The line from where the directive begins. */
  readonly line: Line
}

/** A directive of another tool's syntax. */
export const named = (name: string): Opening => ({ name, argument: undefined, titled: false, attributes: undefined })
