import { type ColumnLine, cellLines } from './columns.ts'
import type { TableProblem, TextCell, TextTable } from './text-table.ts'

interface Rectangle {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** Columns from which borders run right, and rows from which they run down. */
interface Grid {
  readonly rows: readonly string[]
  readonly width: number
  /** For each place, row by row: the last column of the run of `-` and `+` to its right. */
  readonly rightEnds: Int32Array
  /** For each place: the last row of the run of `|` and `+` below it. */
  readonly downEnds: Int32Array
}

const headSeparator = /^\+=[=+]+=\+ *$/

/**
 * Finds the cells of a grid table whose right edge is straight (docutils: tableparser.py, GridTableParser). docutils traces each cell's
 * border anew from every corner; here the runs of border characters are measured once, and a corner that starts no cell ends the search,
 * since its column can then never be filled. So the time is linear in the table's area.
 */
export function gridCells(lines: readonly ColumnLine[]): TextTable | TableProblem {
  const separators = lines.flatMap((line, index) => (headSeparator.test(line.columns) ? [index] : []))
  const [separator, second] = separators
  if (second !== undefined)
    return {
      reason: 'a second line of “=” would end its head again',
      advice: 'Keep one line of “=”, between the head and the body.',
      offset: second,
    }
  const rows = lines.map((line, index) => (index === separator ? line.columns.replaceAll('=', '-') : line.columns))
  const cells = findCells(gridOf(rows))
  if (!cells)
    return { reason: 'its cells do not fill it', advice: 'Every cell must be a rectangle, with “+” wherever two lines meet.', offset: 0 }
  return structure(lines, rows, cells, separator)
}

function gridOf(rows: readonly string[]): Grid {
  const width = rows[0]?.length ?? 0
  const rightEnds = new Int32Array(rows.length * width)
  const downEnds = new Int32Array(rows.length * width)
  for (let row = rows.length - 1; row >= 0; row--) {
    const text = rows[row] as string
    for (let column = width - 1; column >= 0; column--) {
      const at = row * width + column
      const character = text.charCodeAt(column)
      const isCross = character === plus
      // A run includes its own place; -1 says that there is no border.
      rightEnds[at] =
        isCross || character === minus
          ? column + 1 < width && (rightEnds[at + 1] as number) >= 0
            ? (rightEnds[at + 1] as number)
            : column
          : -1
      const below = row + 1 < rows.length ? (downEnds[at + width] as number) : -1
      downEnds[at] = isCross || character === bar ? (below >= 0 ? below : row) : -1
    }
  }
  return { rows, width, rightEnds, downEnds }
}
const plus = 0x2b
const minus = 0x2d
const bar = 0x7c

/** All cells from top to bottom and left to right; undefined if they do not fill the table. */
function findCells(grid: Grid): Rectangle[] | undefined {
  const bottom = grid.rows.length - 1
  const right = grid.width - 1
  const cells: Rectangle[] = []
  /** For each column the last row that a cell has taken. */
  const done = new Int32Array(grid.width).fill(-1)
  const corners: number[][] = grid.rows.map(() => [])
  corners[0]?.push(0)
  for (let top = 0; top < bottom; top++) {
    const lefts = [...new Set(corners[top])].sort((first, second) => first - second)
    // The cells of a row follow each other: the right edge of one is the left edge of the next.
    for (let index = 0, next = -1; next >= 0 || index < lefts.length; ) {
      const listed = lefts[index] ?? Number.POSITIVE_INFINITY
      const left = next >= 0 && next <= listed ? next : listed
      if (left === next) next = -1
      if (left === listed) index++
      if (left === right || top <= (done[left] as number)) continue
      const cell = traceCell(grid, top, left)
      if (!cell) return undefined
      for (let column = left; column < cell.right; column++) {
        if (done[column] !== top - 1) return undefined
        done[column] = cell.bottom - 1
      }
      cells.push(cell)
      next = cell.right
      corners[cell.bottom]?.push(left)
    }
  }
  return done.subarray(0, right).every((row) => row === bottom - 1) ? cells : undefined
}

/** The narrowest cell whose upper left corner this is, and of those the lowest in height. */
function traceCell({ rows, width, rightEnds, downEnds }: Grid, top: number, left: number): Rectangle | undefined {
  const corner = top * width + left
  if (rows[top]?.charCodeAt(left) !== plus) return undefined
  const lastRight = rightEnds[corner] as number
  const lastBottom = downEnds[corner] as number
  for (let right = left + 1; right <= lastRight; right++) {
    if (rows[top]?.charCodeAt(right) !== plus) continue
    const last = Math.min(lastBottom, downEnds[top * width + right] as number)
    for (let bottom = top + 1; bottom <= last; bottom++) {
      const isCell =
        rows[bottom]?.charCodeAt(right) === plus &&
        rows[bottom]?.charCodeAt(left) === plus &&
        (rightEnds[bottom * width + left] as number) >= right
      if (isCell) return { top, left, bottom, right }
    }
  }
  return undefined
}

/** Rows and columns are what the crosses on the cells' borders make them. */
function structure(
  lines: readonly ColumnLine[],
  rows: readonly string[],
  cells: readonly Rectangle[],
  separator: number | undefined,
): TextTable {
  const isRowEdge = new Uint8Array(rows.length)
  const isColumnEdge = new Uint8Array(rows[0]?.length ?? 0)
  isRowEdge[0] = isColumnEdge[0] = 1
  for (const { top, left, bottom, right } of cells) {
    for (let column = left + 1; column <= right; column++)
      if (rows[top]?.charCodeAt(column) === plus || rows[bottom]?.charCodeAt(column) === plus) isColumnEdge[column] = 1
    for (let row = top + 1; row <= bottom; row++)
      if (rows[row]?.charCodeAt(left) === plus || rows[row]?.charCodeAt(right) === plus) isRowEdge[row] = 1
  }
  const rowIndex = countBefore(isRowEdge)
  const columnIndex = countBefore(isColumnEdge)
  const edges = [...isColumnEdge.keys()].filter((column) => isColumnEdge[column])
  const table: TextCell[][] = Array.from({ length: rowIndex.at(-1) ?? 0 }, () => [])
  const span = (indexes: Int32Array, from: number, to: number) => (indexes[to] as number) - (indexes[from] as number) - 1
  for (const { top, left, bottom, right } of cells)
    table[rowIndex[top] as number]?.push({
      lines: cellLines(lines.slice(top + 1, bottom), left + 1, right),
      morerows: span(rowIndex, top, bottom),
      morecols: span(columnIndex, left, right),
    })
  const headRows = separator === undefined ? 0 : (rowIndex[separator] as number)
  return {
    colwidths: edges.slice(1).map((edge, index) => edge - (edges[index] as number) - 1),
    head: table.slice(0, headRows),
    body: table.slice(headRows),
  }
}

/** For each place, how many edges stand before it. */
function countBefore(isEdge: Uint8Array): Int32Array {
  const counts = new Int32Array(isEdge.length)
  for (let at = 1; at < isEdge.length; at++) counts[at] = (counts[at - 1] as number) + (isEdge[at - 1] as number)
  return counts
}
