import type { Point, Position } from '../../diagnostics/position.ts'

/** Offsets of a file → its places. The lines are counted once, at the first question. */
export function placesOf(source: string, text: string): (start: number, end: number) => Position {
  let starts: number[] | undefined
  const pointAt = (offset: number): Point => {
    starts ??= lineStarts(text)
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1, offset }
  }
  return (start, end) => ({ start: pointAt(start), end: pointAt(end), source })
}

const lineStarts = (text: string): number[] => [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)]
