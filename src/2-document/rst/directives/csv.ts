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
export function readCsv(lines: readonly Line[], { delimiter, quote, escape, skipSpace }: CsvDialect): CsvResult {
  const rows: CsvCell[][] = []
  let row: CsvCell[] = []
  let cell = openCell()
  let state: State = 'record'
  const close = (next: State) => {
    row.push(linesOfCell(cell))
    cell = openCell()
    state = next
  }
  /** Reads one character and returns what is wrong with it. */
  const read = (character: string, index: number, line: Line): string | undefined => {
    if (state === 'record') state = 'field'
    if (state === 'escaped' || state === 'escaped in quotes') {
      add(cell, character, index, line)
      state = state === 'escaped' ? 'unquoted' : 'quoted'
    } else if (state === 'quoted') {
      if (character === escape) state = 'escaped in quotes'
      else if (character === quote) state = escape === undefined ? 'quote in quotes' : 'unquoted'
      else add(cell, character, index, line)
    } else if (state === 'quote in quotes') {
      if (character === quote) {
        add(cell, character, index, line)
        state = 'quoted'
      } else if (character === delimiter) close('field')
      else return `after the closing ${quote} of a cell there is "${character}" (line ${line.number})`
    } else if (state === 'field' && character === quote) state = 'quoted'
    else if (character === escape) state = 'escaped'
    else if (state === 'field' && character === ' ' && skipSpace) return undefined
    else if (character === delimiter) close('field')
    else {
      add(cell, character, index, line)
      state = 'unquoted'
    }
    return undefined
  }
  for (const line of lines) {
    let index = 0
    for (const character of line.text) {
      const problem = read(character, index, line)
      if (problem) return { problem }
      index += character.length
    }
    if (state === 'quoted' || state === 'escaped' || state === 'escaped in quotes') {
      finishLine(cell, line)
      state = state === 'escaped' ? 'unquoted' : 'quoted'
      if (state === 'unquoted') continue
    } else {
      if (state !== 'record') close('record')
      rows.push(row)
      row = []
    }
  }
  if (state !== 'record') return { problem: `a quoted cell is not closed by ${quote} before the data ends` }
  return { rows }
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
