import type { Point, Position } from './position.ts'

const context = 1
const widest = 160

/**
 * The lines around a position with a caret under what is meant:
 *
 *       3 | :data-x: r1600
 *     > 4 | :data-y: rabc
 *         |          ^^^^
 *       5 | :data-z: r0
 *
 * Long lines are cut around the caret. Empty when the position lies outside the text.
 */
export function codeFrame(text: string, position: Position): string {
  const { line, column } = position.start
  const { first, lines } = linesAround(text, position.start)
  const meant = lines[line - first]
  if (meant === undefined) return ''
  const last = first + lines.length - 1
  const gutter = String(last).length
  const cut = Math.max(0, column - 1 - (widest >> 1))
  const show = (value: string): string => withoutControls(value.slice(cut, cut + widest).replace(/\t/g, ' '))
  const lastColumn = position.end.line === line ? position.end.column : meant.length + 1
  const carets = Math.max(1, Math.min(lastColumn - column, widest))
  const frame: string[] = []
  for (let number = first; number <= last; number++) {
    const mark = number === line ? '>' : ' '
    frame.push(`${mark} ${String(number).padStart(gutter)} | ${show(lines[number - first] ?? '')}`.trimEnd())
    if (number === line) frame.push(`  ${' '.repeat(gutter)} | ${' '.repeat(column - 1 - cut)}${'^'.repeat(carets)}`)
  }
  return frame.join('\n')
}

/** A terminal obeys control characters, and those in a message or a line may be a stranger's. Line ends and tabs stay. */
export const withoutControls = (text: string): string => text.replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/g, '·')

interface Lines {
  /** The number of the first of them. */
  readonly first: number
  readonly lines: readonly string[]
}

/** The line and its neighbours. Many problems may be told of one long text: it is not read whole for each, as long as the offset fits the line. */
function linesAround(text: string, { line, column, offset }: Point): Lines {
  const first = Math.max(1, line - context)
  const start = offset - (column - 1)
  const isLineStart = line === 1 ? start === 0 : start > 0 && start <= text.length && /[\n\r]/.test(text[start - 1] ?? '')
  if (!isLineStart) return { first, lines: text.split(lineEnd).slice(first - 1, line + context) }
  let from = start
  for (let number = line; number > first; number--) from = startOfLine(text, from - (text.startsWith('\r\n', from - 2) ? 2 : 1))
  const ends = new RegExp(lineEnd, 'g')
  ends.lastIndex = start
  for (let number = line; number <= line + context && ends.test(text); number++);
  const to = ends.lastIndex === 0 ? text.length : ends.lastIndex
  return {
    first,
    lines: text
      .slice(from, to)
      .split(lineEnd)
      .slice(0, line + context - first + 1),
  }
}

const lineEnd = /\r\n|[\n\r]/

function startOfLine(text: string, end: number): number {
  let start = end
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--
  return start
}
