import type { Point, Position } from '../diagnostics/position.ts'

/** A decoded file. Offsets everywhere count UTF-16 units of `text`. */
export interface Source {
  readonly path: string
  readonly text: string
  /**
   * The places made last, by a few bits of their offset. Positions are most of what a tree weighs, and nodes that begin or end at the same
   * place share it. It only saves memory: without it all places are new.
   */
  readonly recent?: { readonly points: (Point | undefined)[]; readonly positions: (Position | undefined)[] }
}

const recentCount = 64
const newRecent = () => ({ points: new Array<Point>(recentCount), positions: new Array<Position>(recentCount) })

/**
 * One line of a block: tabs expanded, trailing white space gone, and, in a nested block, the indentation cut off.
 * It remembers where it comes from, so a position is exact however deep the block is nested.
 */
export interface Line {
  readonly text: string
  readonly source: Source
  /** Line number in the file, from 1. */
  readonly number: number
  /** Offset in the file of the whole line's first character. */
  readonly start: number
  /** How many (expanded) columns of the whole line stand to the left of `text`. */
  readonly indent: number
  /** For a line whose text is not what stands in the file (tabs, VT, FF): column of the expanded whole line → character. */
  readonly columns?: readonly number[]
}

/** A run of lines that is read as one text, joined with line feeds: a paragraph, a title, a directive's argument. */
export interface TextBlock {
  readonly text: string
  readonly lines: readonly Line[]
}

// What Python's str.splitlines takes for a line end, less VT and FF, which docutils turns into blanks first.
const lineEnd = /\r\n|[\n\r\x1c-\x1e\x85\u2028\u2029]/g
// White space as Python has it: U+FEFF, the byte order mark, is none.
const space = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/

/** Splits a file into lines the way docutils' `string2lines` does (statemachine.py): VT and FF are blanks, tabs stop every `tabWidth` columns. */
export function linesOf(given: Source, tabWidth = 8): Line[] {
  const source: Source = { ...given, recent: newRecent() }
  const lines: Line[] = []
  const { text } = source
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const push = (end: number) => {
    lines.push(lineFrom(source, text.slice(start, end), lines.length + 1, start, tabWidth))
  }
  lineEnd.lastIndex = start
  while (lineEnd.test(text)) {
    const next = lineEnd.lastIndex
    push(text[next - 1] === '\n' && text[next - 2] === '\r' && next - 2 >= start ? next - 2 : next - 1)
    start = next
  }
  if (start < text.length) push(text.length)
  return lines
}

function lineFrom(source: Source, raw: string, number: number, start: number, tabWidth: number): Line {
  let text = raw.includes('\v') || raw.includes('\f') ? raw.replace(/[\v\f]/g, ' ') : raw
  if (text === raw && !text.includes('\t')) return { text: trimEnd(text), source, number, start, indent: 0 }
  const columns: number[] = []
  let expanded = ''
  for (let index = 0; index < text.length; index++) {
    const width = text[index] === '\t' ? (tabWidth > 0 ? tabWidth - (expanded.length % tabWidth) : 0) : 1
    for (let column = 0; column < width; column++) columns.push(index)
    expanded += text[index] === '\t' ? ' '.repeat(width) : text[index]
  }
  columns.push(text.length)
  text = trimEnd(expanded)
  return { text, source, number, start, indent: 0, columns }
}

const trimEnd = (text: string): string => {
  const last = text.charCodeAt(text.length - 1)
  if (!(last <= 0x20 || last >= 0x85)) return text
  let end = text.length
  while (end > 0 && space.test(text[end - 1] as string)) end--
  return text.slice(0, end)
}

/** The same line with `columns` of its left side cut off. */
export function dedent(line: Line, columns: number): Line {
  if (columns === 0) return line
  const { source, number, start } = line
  // Written out, not spread: every nested block cuts every one of its lines.
  const cut = { text: line.text.slice(columns), source, number, start, indent: line.indent + Math.min(columns, line.text.length) }
  return line.columns ? { ...cut, columns: line.columns } : cut
}

/** The place in the file of `line.text[index]`; past the end of the text it is the end of the text. */
export function pointAt(line: Line, index: number): Point {
  const column = line.indent + Math.min(Math.max(index, 0), line.text.length)
  const character = line.columns ? (line.columns[column] ?? line.columns.at(-1) ?? 0) : column
  return placeAt(line, character)
}

function placeAt({ source, number, start }: Line, character: number): Point {
  const offset = start + character
  const points = source.recent?.points
  const slot = offset % recentCount
  const known = points?.[slot]
  if (known && known.offset === offset && known.line === number && known.column === character + 1) return known
  const point: Point = { line: number, column: character + 1, offset }
  if (points) points[slot] = point
  return point
}

/** The position from one place to another in a file. */
export function positionBetween(start: Point, end: Point, { path, recent }: Source): Position {
  const positions = recent?.positions
  const slot = start.offset % recentCount
  const known = positions?.[slot]
  if (known && known.start === start && known.end === end && known.source === path) return known
  const position: Position = { start, end, source: path }
  if (positions) positions[slot] = position
  return position
}

/** The offset in the file of the line's text. */
export const startOffset = (line: Line): number => (line.columns ? pointAt(line, 0).offset : line.start + line.indent)

/** The offset in the file of the end of the line's text. */
export const endOffset = (line: Line): number =>
  line.columns ? pointAt(line, line.text.length).offset : line.start + line.indent + line.text.length

/** From `first.text[0]` to the end of `last.text`. */
export const positionOfLines = (first: Line, last: Line): Position =>
  positionBetween(pointAt(first, 0), pointAt(last, last.text.length), first.source)

/** Joins lines to a text block. */
export const textBlock = (lines: readonly Line[]): TextBlock => ({
  text: stretchOf(lines) ?? lines.map(({ text }) => text).join('\n'),
  lines,
})

/** The text of lines that follow each other in the file as they do in the block, which needs no copy; undefined for others. */
function stretchOf(lines: readonly Line[]): string | undefined {
  const first = lines[0]
  if (!first || lines.length === 1) return first?.text
  const { source } = first
  const { text } = source
  const start = startOffset(first)
  let next = start
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as Line
    if (line.columns || line.source !== source || startOffset(line) !== next) return undefined
    // A line may have been made with another text.
    if (!text.startsWith(line.text, next)) return undefined
    const end = next + line.text.length
    if (index < lines.length - 1 && text[end] !== '\n') return undefined
    next = end + 1
  }
  return text.slice(start, next - 1)
}

/** The place in the file of `block.text[index]`. */
export function pointInBlock(block: TextBlock, index: number): Point {
  let rest = index
  for (const line of block.lines) {
    if (rest <= line.text.length) return pointAt(line, rest)
    rest -= line.text.length + 1
  }
  const last = block.lines.at(-1)
  return last ? pointAt(last, last.text.length) : { line: 1, column: 1, offset: 0 }
}
