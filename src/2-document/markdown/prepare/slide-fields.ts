import { type Line, positionOfLines } from '../../../1-source/source.ts'
import { sliceLine } from '../../rst/blocks/indented.ts'
import { addFields, type LineReader, put } from './preparation.ts'
import type { FieldLine } from './prepared.ts'

/** `:name: value` at the top of a slide, or of the deck. */
export const slideField: LineReader = ({ line }, preparation) => {
  const { begun } = preparation
  const field = begun === undefined ? undefined : fieldLine(line)
  if (!field || begun === undefined) return undefined
  addFields(preparation, begun, [field])
  put(preparation, '', line)
  return 0
}

const fieldPattern = /^:([A-Za-z][\w.-]*):(?:[ \t]+(\S.*?))?[ \t]*$/

/** Without a value it is a field only where the name is no emoji's. */
function fieldLine(line: Line): FieldLine | undefined {
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
