import type { Point, Position } from '../diagnostics/position.ts'
import type { Raw } from './nodes.ts'

/**
 * Tells the place of a part of a raw node's text (`rawText`), given by its offsets there, as far as the part's first line; that of the node where
 * its lines are not known.
 */
export function rawPlaces(node: Raw): (start: number, end: number) => Position | undefined {
  let rows: Row[] | undefined
  return (start, end) => {
    rows ??= rowsOf(node)
    return placeIn(rows, node, start, end)
  }
}

/** A line of the node's text. */
interface Row {
  /** In the whole text. */
  readonly start: number
  readonly end: number
  /** Where it starts in the file; undefined where that is not known. */
  readonly point: Point | undefined
  readonly source: string
}

function rowsOf({ children }: Raw): Row[] {
  const rows: Row[] = []
  let before = 0
  for (const { value, position } of children) {
    // Lines of a directive have lost its indentation, which the first one's column tells; blank ones had none.
    const isIndented = position !== undefined && position.end.offset - position.start.offset > value.length
    const indent = isIndented ? position.start.column - 1 : 0
    let start = 0
    let lost = 0
    for (const [index, text] of value.split('\n').entries()) {
      const end = start + text.length
      const point = position && rowStart(position.start, index, start + lost, indent)
      rows.push({ start: before + start, end: before + end, point, source: position?.source ?? '' })
      start = end + 1
      if (/\S/.test(text)) lost += indent
    }
    before += value.length
  }
  return rows
}

const rowStart = ({ line, column, offset }: Point, index: number, past: number, indent: number): Point =>
  index === 0 ? { line, column, offset } : { line: line + index, column: 1 + indent, offset: offset + past }

function placeIn(rows: readonly Row[], { position: whole }: Raw, start: number, end: number): Position | undefined {
  let low = 0
  let high = rows.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((rows[middle]?.start ?? 0) <= start) low = middle
    else high = middle - 1
  }
  const row = rows[low]
  if (!row?.point) return whole
  const { line, column, offset } = row.point
  const pointAt = (at: number): Point => ({ line, column: column + at - row.start, offset: offset + at - row.start })
  return { start: pointAt(start), end: pointAt(Math.min(end, row.end)), source: row.source }
}
