import type { Line } from '../../../1-source/source.ts'

/** How the data is written; docutils' options for it. */
export interface CsvDialect {
  /** Between cells. */
  readonly delimiter: string
  readonly quote: string
  /** Takes the next character as it is. With it a doubled quote means nothing. */
  readonly escape?: string
  /** Blanks after a delimiter are no part of the cell. */
  readonly skipSpace: boolean
}

export type CsvResult = { readonly rows: readonly (readonly CsvCell[])[] } | { readonly problem: string }

/** A cell's lines, each with its place in the file, also where quotes or escapes were taken out of it. */
export type CsvCell = readonly Line[]

/** Where the reader stands within a record: the states of Python's reader (Modules/_csv.c) that a whole line can be in. */
type State = 'record' | 'field' | 'unquoted' | 'escaped' | 'quoted' | 'escaped in quotes' | 'quote in quotes'

/**
 * Reads CSV as Python's `csv.reader` does with `strict`: a quoted cell may run over several lines, an empty line is a row without cells.
 * Takes time linear in the text.
 */
export function readCsv(lines: readonly Line[], dialect: CsvDialect): CsvResult {
  const reader: Reader = { state: 'record', rows: [], row: [], cell: openCell() }
  for (const line of lines) {
    let index = 0
    for (const character of line.text) {
      const problem = readCharacter(reader, dialect, character, index, line)
      if (problem) return { problem }
      index += character.length
    }
    readLineEnd(reader, line)
  }
  if (reader.state !== 'record') return { problem: `a cell that starts with ${dialect.quote} is not closed before the data ends` }
  return { rows: reader.rows }
}

interface Reader {
  state: State
  readonly rows: CsvCell[][]
  row: CsvCell[]
  cell: OpenCell
}

/** Returns what is wrong with the character. */
function readCharacter(reader: Reader, dialect: CsvDialect, character: string, index: number, line: Line): string | undefined {
  const { cell, state } = reader
  const keep = (next: State) => {
    add(cell, character, index, line)
    reader.state = next
  }
  switch (state) {
    case 'escaped':
      keep('unquoted')
      break
    case 'escaped in quotes':
      keep('quoted')
      break
    case 'quoted':
      if (character === dialect.escape) reader.state = 'escaped in quotes'
      else if (character !== dialect.quote) keep('quoted')
      else reader.state = dialect.escape === undefined ? 'quote in quotes' : 'unquoted'
      break
    case 'quote in quotes':
      if (character === dialect.quote) keep('quoted')
      else if (character === dialect.delimiter) closeCell(reader, 'field')
      else return `"${character}" stands after the closing ${dialect.quote} of a cell in line ${line.number}`
      break
    default: {
      const isStart = state !== 'unquoted'
      if (isStart && character === dialect.quote) reader.state = 'quoted'
      else if (character === dialect.escape) reader.state = 'escaped'
      else if (isStart && character === ' ' && dialect.skipSpace) reader.state = 'field'
      else if (character === dialect.delimiter) closeCell(reader, 'field')
      else keep('unquoted')
    }
  }
  return undefined
}

function readLineEnd(reader: Reader, line: Line): void {
  const { state } = reader
  if (state === 'quoted' || state === 'escaped' || state === 'escaped in quotes') {
    finishLine(reader.cell, line)
    reader.state = state === 'escaped' ? 'unquoted' : 'quoted'
    return
  }
  if (state !== 'record') closeCell(reader, 'record')
  reader.rows.push(reader.row)
  reader.row = []
}

function closeCell(reader: Reader, next: State): void {
  reader.row.push(linesOfCell(reader.cell))
  reader.cell = openCell()
  reader.state = next
}

/** A cell that is being read: its finished lines, and the characters of the current one with their places. */
interface OpenCell {
  readonly done: Line[]
  text: string
  indices: number[]
  line: Line | undefined
}

const openCell = (): OpenCell => ({ done: [], text: '', indices: [], line: undefined })

function add(cell: OpenCell, character: string, index: number, line: Line): void {
  cell.line = line
  cell.text += character
  for (let unit = 0; unit < character.length; unit++) cell.indices.push(index + unit)
}

function finishLine(cell: OpenCell, line: Line): void {
  cell.done.push(pieceOf(cell.line ?? { ...line, indent: line.indent + line.text.length }, cell.text, cell.indices))
  Object.assign(cell, openCell(), { done: cell.done })
}

/** As Python's `splitlines`: nothing after a last line feed is no line. */
function linesOfCell(cell: OpenCell): Line[] {
  if (cell.line) finishLine(cell, cell.line)
  return cell.done
}

/** Some characters of a line as a line; `indices` are their places in `line.text`. */
function pieceOf(line: Line, text: string, indices: readonly number[]): Line {
  const first = indices[0] ?? 0
  const trimmed = text.trimEnd()
  // Characters that stand side by side need no map: the line's own does.
  if (indices.at(-1) === undefined || (indices.at(-1) ?? 0) - first === indices.length - 1)
    return { ...line, text: trimmed, indent: line.indent + first }
  const characterOf = (index: number) => line.columns?.[line.indent + index] ?? line.indent + index
  const columns = indices.map(characterOf)
  return { ...line, text: trimmed, indent: 0, columns: [...columns, (columns.at(-1) ?? 0) + 1] }
}
