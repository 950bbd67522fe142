import { dedent, type Line, positionOfLines } from '../../1-source/source.ts'
import type { Position } from '../../diagnostics/position.ts'
import { isSpace } from './space.ts'

export interface IndentedBlock {
  /** The block's lines with their indentation cut off, blank lines at both ends included. */
  readonly lines: readonly Line[]
  /** The first line after the block. */
  readonly next: number
  /** Whether a blank line or the end of the text follows the block's last line. */
  readonly blankFinish: boolean
}

export interface IndentOptions {
  /** The first line belongs to the block from this column on, whatever its indentation. */
  readonly first?: number
  /** All further lines are indented by this much at least; without it their least indentation counts. */
  readonly known?: number
  /** The block ends at the first blank line. */
  readonly untilBlank?: boolean
  /** Leaves the indentation of all but the first line. */
  readonly keepIndent?: boolean
}

/** Cuts an indented block out of `lines` (docutils: StringList.get_indented). Takes time in proportion to the block. */
export function indentedBlock(lines: readonly Line[], start: number, options: IndentOptions = {}): IndentedBlock {
  const { known, untilBlank = false, keepIndent = false } = options
  const first = options.first ?? known
  let indent = known ?? Number.POSITIVE_INFINITY
  let next = first === undefined ? start : start + 1
  let blankFinish = true
  for (; next < lines.length; next++) {
    const { text } = lines[next] as Line
    if (text === '') {
      if (untilBlank) break
      continue
    }
    const width = indentOf(text)
    if (width === 0 || (known !== undefined && width < known)) {
      blankFinish = next > start && (lines[next - 1] as Line).text === ''
      break
    }
    if (known === undefined && width < indent) indent = width
  }
  const cut = keepIndent || indent === Number.POSITIVE_INFINITY ? 0 : indent
  const block: Line[] = []
  for (let index = start; index < next; index++)
    block.push(dedent(lines[index] as Line, index === start && first !== undefined ? first : cut))
  return { lines: block, next, blankFinish }
}

/** How many blanks a text begins with; after a first one any white space counts, as for Python's `lstrip`. */
export function indentOf(text: string): number {
  let width = 0
  while (text.charCodeAt(width) === 0x20) width++
  const next = text.charCodeAt(width)
  if (width > 0 && (next < 0x20 || next >= 0x80)) while (width < text.length && isSpace(text[width] as string)) width++
  return width
}

/** The lines without the blank ones at both ends. */
export const trimBlank = (lines: readonly Line[]): readonly Line[] => trimBlankEnd(trimBlankStart(lines))

export function trimBlankStart(lines: readonly Line[]): readonly Line[] {
  let start = 0
  while (start < lines.length && lines[start]?.text === '') start++
  return start ? lines.slice(start) : lines
}

export function trimBlankEnd(lines: readonly Line[]): readonly Line[] {
  let end = lines.length
  while (end > 0 && lines[end - 1]?.text === '') end--
  return end < lines.length ? lines.slice(0, end) : lines
}

/** From the first character of `lines[start]` to the end of the last line before `end` that is not blank. */
export function positionOf(lines: readonly Line[], start = 0, end = lines.length): Position {
  let last = end - 1
  while (last > start && lines[last]?.text === '') last--
  return positionOfLines(lines[start] as Line, lines[last] as Line)
}

// White space that a line may end with, and the line's end. Where a cell's text ends, other cells follow: none of it stands there then.
const lineEnd = /(?:(?![\n\r\x1c-\x1e\u2028\u2029])[\s\x1f])*(?:\r\n|[\n\r\x1c-\x1e\x85\u2028\u2029]|$)/y

/** The place of the line at `index`; past the last one, the empty place where a further line would begin. */
export function positionOfLine(lines: readonly Line[], index: number): Position {
  const line = lines[index]
  if (line) return positionOfLines(line, line)
  const last = lines.at(-1) as Line
  const { end } = positionOfLines(last, last)
  lineEnd.lastIndex = end.offset
  const offset = end.offset + (lineEnd.exec(last.source.text)?.[0].length ?? 0)
  const place = { line: last.number + 1, column: 1, offset }
  return { start: place, end: place, source: last.source.path }
}

/** A part of a line, from column `from` to before `to`. */
export const sliceLine = (line: Line, from: number, to = line.text.length): Line => dedent({ ...line, text: line.text.slice(0, to) }, from)

/** Whether the text ends at `index` or a blank line stands there. */
export const isBlankAt = (lines: readonly Line[], index: number): boolean => index >= lines.length || lines[index]?.text === ''

/** The first line at or after `index` that is not blank. */
export function skipBlank(lines: readonly Line[], index: number): number {
  let next = index
  while (next < lines.length && lines[next]?.text === '') next++
  return next
}
