import type { Point, Position } from '../diagnostics/position.ts'

/** A decoded file. Offsets everywhere count UTF-16 units of `text`. */
export interface Source {
  readonly path: string
  readonly text: string
}

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
  /** For a line whose columns are not its characters (tabs): column of the expanded whole line → character. */
  readonly columns?: readonly number[]
}

/** A run of lines that is read as one text, joined with line feeds: a paragraph, a title, a directive's argument. */
export interface TextBlock {
  readonly text: string
  readonly lines: readonly Line[]
}

// What Python's str.splitlines takes for a line end, less VT and FF, which docutils turns into blanks first.
const lineEnd = /\r\n|[\n\r\x1c-\x1e\x85\u2028\u2029]/g
const trailingSpace = /[\s\x1c-\x1f\x85]+$/

/** Splits a file into lines the way docutils' `string2lines` does (statemachine.py): VT and FF are blanks, tabs stop every `tabWidth` columns. */
export function linesOf(source: Source, tabWidth = 8): Line[] {
  const lines: Line[] = []
  const { text } = source
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const push = (end: number) => {
    lines.push(lineFrom(source, text.slice(start, end), lines.length + 1, start, tabWidth))
  }
  lineEnd.lastIndex = start
  for (let match = lineEnd.exec(text); match; match = lineEnd.exec(text)) {
    push(match.index)
    start = match.index + match[0].length
  }
  if (start < text.length) push(text.length)
  return lines
}

function lineFrom(source: Source, raw: string, number: number, start: number, tabWidth: number): Line {
  let text = raw.includes('\v') || raw.includes('\f') ? raw.replace(/[\v\f]/g, ' ') : raw
  if (!text.includes('\t')) return { text: trimEnd(text), source, number, start, indent: 0 }
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
  // The pattern is quadratic on inner runs of blanks, so it is asked only where the end is white space.
  if (!(last <= 0x20 || last >= 0x85)) return text
  let end = text.length
  while (end > 0 && trailingSpace.test(text[end - 1] as string)) end--
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
  return { line: line.number, column: character + 1, offset: line.start + character }
}

/** From `first.text[0]` to the end of `last.text`. */
export const positionOfLines = (first: Line, last: Line): Position => ({
  start: pointAt(first, 0),
  end: pointAt(last, last.text.length),
  source: first.source.path,
})

/** Joins lines to a text block. */
export const textBlock = (lines: readonly Line[]): TextBlock => ({ text: lines.map((line) => line.text).join('\n'), lines })

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
