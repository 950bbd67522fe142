import { pointAt, type TextBlock } from '../../../1-source/source.ts'
import type { Point, Position } from '../../../diagnostics/position.ts'

/** Places in a text block, found in logarithmic time however many lines it has. */
export interface Cursor {
  /** The place in the file of `block.text[index]`. */
  point(index: number): Point
  /** From `block.text[start]` to before `block.text[end]`. */
  position(start: number, end: number): Position
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
  return {
    point,
    position: (start, end) => ({ start: point(start), end: point(end), source: lines[lineAt(start)]?.source.path ?? '' }),
  }
}
