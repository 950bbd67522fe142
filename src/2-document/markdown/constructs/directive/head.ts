import { type Line, positionOfLines } from '../../../../1-source/source.ts'
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

/** A directive of another tool's syntax, with classes, all of it written in `line`. */
export function named(name: string, classes: readonly string[] = [], line?: Line): Opening {
  const opening = { name, argument: undefined, titled: false }
  if (!line || classes.length === 0) return { ...opening, attributes: undefined }
  const position = positionOfLines(line, line)
  const list = classes.map((value) => ({ name: 'class', value, namePosition: position, valuePosition: position, from: 0, to: 0 }))
  return { ...opening, attributes: { list, end: 0 } }
}
