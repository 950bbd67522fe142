import { dedent, type Line } from '../../../1-source/source.ts'
import { isCombining, isWide } from '../column-width.ts'
import { isSpace } from '../space.ts'

/** A line laid out in columns, so that a table's borders can be compared by index. */
export interface ColumnLine {
  readonly line: Line
  /** One unit a column: a wide character takes two, the second of them NUL. */
  readonly columns: string
  /** Column → index in `line.text`, and one more for the end. Absent where the two are the same. */
  readonly indexes?: readonly number[]
}

/**
 * Lays a line out. Combining characters take no column of a simple table; in a grid table docutils counts them, and so their line does not
 * fit its borders.
 */
export function columnLine(line: Line, combining: 'counted' | 'skipped'): ColumnLine {
  if (/^[\x00-\u02ff]*$/.test(line.text)) return { line, columns: line.text }
  const indexes: number[] = []
  let columns = ''
  let index = 0
  for (const character of line.text) {
    const code = character.codePointAt(0) ?? 0
    const after = index + character.length
    if (isWide(code)) {
      columns += `${character.length > 1 ? '\ufffd' : character}\0`
      indexes.push(index, after)
    } else if (combining === 'counted' || !isCombining(character)) {
      columns += character.length > 1 ? '\ufffd' : character
      indexes.push(index)
    }
    index = after
  }
  indexes.push(line.text.length)
  return { line, columns, indexes }
}

/** The text between two columns, white space at its end gone. */
function sliceColumns({ line, indexes }: ColumnLine, from: number, to: number): Line {
  const start = Math.min(indexes ? (indexes[from] ?? line.text.length) : from, line.text.length)
  let end = Math.min(indexes ? (indexes[to] ?? line.text.length) : to, line.text.length)
  while (end > start && isSpace(line.text[end - 1] as string)) end--
  return { ...line, text: line.text.slice(start, end), indent: line.indent + start }
}

/** A cell's lines: the text between two columns, common indentation gone. */
export function cellLines(lines: readonly ColumnLine[], from: number, to: number): Line[] {
  const slices = lines.map((line) => sliceColumns(line, from, to))
  let indent = Number.POSITIVE_INFINITY
  for (const { text } of slices) if (text) indent = Math.min(indent, indentOf(text))
  return indent > 0 && indent < Number.POSITIVE_INFINITY ? slices.map((line) => dedent(line, indent)) : slices
}

const indentOf = (text: string): number => {
  let indent = 0
  while (indent < text.length && isSpace(text[indent] as string)) indent++
  return indent
}

/** The text between two columns is nothing but white space. */
export const isBlank = (columns: string, from: number, to?: number): boolean => {
  const end = Math.min(to ?? columns.length, columns.length)
  for (let index = from; index < end; index++) if (!isSpace(columns[index] as string)) return false
  return true
}
