import { type Line, pointAt, type TextBlock } from '../../../1-source/source.ts'
import type { Point, Position } from '../../../diagnostics/position.ts'

/** Places in a text block, found in logarithmic time however many lines it has. */
export interface Cursor {
  /** The place in the file of `block.text[index]`. */
  point(index: number): Point
  /** From `block.text[start]` to before `block.text[end]`. */
  position(start: number, end: number): Position
  /** The stretches of `start` to `end` that stand in one piece in the file: in a table, text of other cells parts the lines of a cell. */
  pieces(start: number, end: number): readonly (readonly [start: number, end: number])[]
}

export function cursorOf({ lines }: TextBlock): Cursor {
  const starts: number[] = []
  let length = 0
  for (const line of lines) {
    starts.push(length)
    length += line.text.length + 1
  }
  const lineAt = (index: number) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= index) low = middle
      else high = middle - 1
    }
    return low
  }
  const point = (index: number): Point => {
    const at = lineAt(index)
    const line = lines[at]
    return line ? pointAt(line, index - (starts[at] ?? 0)) : { line: 1, column: 1, offset: 0 }
  }
  let isWhole: boolean | undefined
  const pieces = (start: number, end: number): [number, number][] => {
    isWhole ??= lines.every((line, at) => isGapBlank(lines[at - 1], line))
    if (isWhole) return [[start, end]]
    const cuts: number[] = []
    for (let at = lineAt(start) + 1; at < lines.length && (starts[at] as number) < end; at++)
      if (!isGapBlank(lines[at - 1], lines[at])) cuts.push(starts[at] as number)
    return [start, ...cuts].map((from, index) => [from, cuts[index] ?? end])
  }
  // Text that ends with a line ends there, not where the next line of the block starts, if something else stands between the two.
  const endPoint = (start: number, end: number): Point => {
    const at = lineAt(end)
    const isLineStart = end > start && end === starts[at]
    return point(isLineStart && !isGapBlank(lines[at - 1], lines[at]) ? end - 1 : end)
  }
  return {
    point,
    position: (start, end) => ({ start: point(start), end: endPoint(start, end), source: lines[lineAt(start)]?.source.path ?? '' }),
    pieces,
  }
}

/** Whether nothing but white space stands in the file between the text of two lines. */
function isGapBlank(line: Line | undefined, next: Line | undefined): boolean {
  if (!line || !next || line.source !== next.source) return true
  return line.source.text.slice(pointAt(line, line.text.length).offset, pointAt(next, 0).offset).trim() === ''
}
