import type { Position } from './position.ts'

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
  const lines = text.split(/\r\n|[\n\r]/)
  const { line, column } = position.start
  const meant = lines[line - 1]
  if (meant === undefined) return ''
  const first = Math.max(1, line - context)
  const last = Math.min(lines.length, line + context)
  const gutter = String(last).length
  const cut = Math.max(0, column - 1 - (widest >> 1))
  const show = (value: string): string =>
    value
      .slice(cut, cut + widest)
      .replace(/\t/g, ' ')
      .replace(/[\x00-\x1f\x7f]/g, '·')
  const lastColumn = position.end.line === line ? position.end.column : meant.length + 1
  const carets = Math.max(1, Math.min(lastColumn - column, widest))
  const frame: string[] = []
  for (let number = first; number <= last; number++) {
    const mark = number === line ? '>' : ' '
    frame.push(`${mark} ${String(number).padStart(gutter)} | ${show(lines[number - 1] ?? '')}`.trimEnd())
    if (number === line) frame.push(`  ${' '.repeat(gutter)} | ${' '.repeat(column - 1 - cut)}${'^'.repeat(carets)}`)
  }
  return frame.join('\n')
}
