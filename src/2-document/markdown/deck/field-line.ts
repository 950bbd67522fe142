import { type Line, positionOfLines } from '../../../1-source/source.ts'
import type { Position } from '../../../diagnostics/position.ts'
import { sliceLine } from '../../syntax/sliced-lines.ts'

/** A field as it is written: at a slide's top, in front matter, in a heading's braces, in a comment. */
export interface FieldLine {
  readonly name: string
  readonly value: string
  /** From front matter, the deck's or a slide's. */
  readonly yaml?: true
  readonly namePosition: Position
  readonly valuePosition: Position
}

const fieldPattern = /^:([A-Za-z][\w.-]*):(?:[ \t]+(\S.*?))?[ \t]*$/

/** `:name: value` on a line of its own. Without a value it is a field only where the name is no emoji's. */
export function readFieldLine(line: Line): FieldLine | undefined {
  const match = fieldPattern.exec(line.text)
  const name = match?.[1]
  if (!match || name === undefined) return undefined
  const value = match[2] ?? ''
  if (value === '' && !name.startsWith('data-')) return undefined
  const from = value === '' ? line.text.length : line.text.indexOf(value, name.length + 2)
  const place = (start: number, end: number) => {
    const slice = sliceLine(line, start, end)
    return positionOfLines(slice, slice)
  }
  return { name, value, namePosition: place(1, 1 + name.length), valuePosition: place(from, from + value.length) }
}
