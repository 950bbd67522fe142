import { type Line, linesOf, type Source } from '../../../1-source/source.ts'
import type { Point, Position } from '../../../diagnostics/position.ts'

/** A part of a file, by offsets. */
export interface Part {
  readonly from: number
  readonly to: number
}

const lineEnd = /\r\n|[\n\r\x1c-\x1e\x85\u2028\u2029]/g

/**
 * What `:start-line:`, `:end-line:`, `:start-after:` and `:end-before:` leave of a file, in this order, as docutils has it; or which of the
 * last two names a text that is not there. Line numbers count from 0; negative ones from the end.
 */
export function partOf({ text }: Source, options: Readonly<Record<string, unknown>>): Part | { missing: 'start-after' | 'end-before' } {
  let { from, to } = lineRange(text, options['start-line'] as number | undefined, options['end-line'] as number | undefined)
  const after = options['start-after'] as string | undefined
  if (after) {
    const found = find(text, after, from, to)
    if (!found) return { missing: 'start-after' }
    from = found.to
  }
  const before = options['end-before'] as string | undefined
  if (before) {
    const found = find(text, before, from, to)
    if (!found) return { missing: 'end-before' }
    to = found.from
  }
  return { from, to }
}

/** `text[start:end]` by lines, as Python slices. */
function lineRange(text: string, start = 0, end?: number): Part {
  if (start === 0 && end === undefined) return { from: 0, to: text.length }
  const starts = [0, ...Array.from(text.matchAll(lineEnd), (match) => match.index + match[0].length)]
  if (starts.at(-1) === text.length) starts.pop()
  const offsetOf = (line: number): number => starts[Math.max(0, line < 0 ? line + starts.length : line)] ?? text.length
  const from = offsetOf(start)
  return { from, to: Math.max(from, end === undefined ? text.length : offsetOf(end)) }
}

/** The first place of a text within a part; its line feeds stand for any line end. */
function find(text: string, wanted: string, from: number, to: number): Part | undefined {
  const index = text.indexOf(wanted, from)
  if (index >= 0 && index + wanted.length <= to) return { from: index, to: index + wanted.length }
  if (!wanted.includes('\n') || !text.includes('\r')) return undefined
  const pattern = new RegExp(wanted.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll('\n', '(?:\\r\\n|[\\n\\r])'), 'g')
  pattern.lastIndex = from
  const match = pattern.exec(text)
  return match && match.index + match[0].length <= to ? { from: match.index, to: match.index + match[0].length } : undefined
}

/** The lines of a part, tabs expanded as if it were the whole text; each knows its place in the file. */
export function linesOfPart(source: Source, { from, to }: Part, tabWidth: number): Line[] {
  const before = pointAtOffset(source.text, from)
  const prefix = before.column - 1
  const lines = linesOf({ ...source, text: source.text.slice(from, to) }, tabWidth)
  return lines.map((line, index) => ({
    ...line,
    source,
    number: line.number + before.line - 1,
    start: line.start + (index === 0 ? from - prefix : from),
    ...(index === 0 && prefix > 0 ? cutLine(line, prefix) : {}),
  }))
}

/** What a first line that does not start at its file's line start needs: its columns begin `prefix` characters in. */
const cutLine = ({ columns }: Line, prefix: number): Partial<Line> => ({
  indent: prefix,
  ...(columns ? { columns: [...Array(prefix).keys(), ...columns.map((column) => column + prefix)] } : {}),
})

/** The lines of a part as they are, for a literal block: tabs expanded unless `tabWidth` is negative, blanks at the ends kept. */
export function literalLinesOfPart(source: Source, part: Part, tabWidth: number): Line[] {
  const text = source.text.slice(part.from, part.to)
  const ends = [...text.matchAll(lineEnd)].map(({ index }) => index)
  return linesOfPart(source, part, Math.max(tabWidth, 1)).map((line, index) => {
    const start = line.start + (index === 0 ? line.indent : 0) - part.from
    const raw = text.slice(start, ends[index] ?? text.length)
    return { ...line, text: tabWidth < 0 ? raw : expandTabs(raw, tabWidth) }
  })
}

/** Python's `str.expandtabs()` for one line. */
function expandTabs(text: string, tabWidth: number): string {
  if (!text.includes('\t')) return text
  let expanded = ''
  for (const character of text)
    expanded += character === '\t' ? ' '.repeat(tabWidth > 0 ? tabWidth - (expanded.length % tabWidth) : 0) : character
  return expanded
}

/** The place of an offset in a text. */
function pointAtOffset(text: string, offset: number): Point {
  let line = 1
  let start = 0
  const before = text.slice(0, offset)
  const end = new RegExp(lineEnd)
  while (end.test(before)) {
    line++
    start = end.lastIndex
  }
  return { line, column: offset - start + 1, offset }
}

/** The place of a part in its file. */
export const positionOfPart = ({ path, text }: Source, { from, to }: Part): Position => ({
  start: pointAtOffset(text, from),
  end: pointAtOffset(text, to),
  source: path,
})
