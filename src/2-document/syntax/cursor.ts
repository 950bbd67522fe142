import { endOffset, type Line, pointAt, positionBetween, startOffset, type TextBlock } from '../../1-source/source.ts'
import type { Point, Position } from '../../diagnostics/position.ts'

// In a block without lines.
const nowhere: Point = { line: 1, column: 1, offset: 0 }

/** Places in a text block, found in logarithmic time however many lines it has. */
export class Cursor {
  private readonly lines: readonly Line[]
  /** Where each line begins in the block's text; undefined for a block of one line. */
  private readonly starts: readonly number[] | undefined
  private whole: boolean | undefined

  constructor({ lines }: TextBlock) {
    this.lines = lines
    this.starts = lines.length > 1 ? startsOf(lines) : undefined
    if (lines.length < 2) this.whole = true
  }

  /** The place in the file of `block.text[index]`. */
  point(index: number): Point {
    const at = this.lineAt(index)
    const line = this.lines[at]
    return line ? pointAt(line, index - this.startOf(at)) : nowhere
  }

  /** From `block.text[start]` to before `block.text[end]`. */
  position(start: number, end: number): Position {
    const line = this.lines[this.lineAt(start)]
    return line ? positionBetween(this.point(start), this.endPoint(start, end), line.source) : { start: nowhere, end: nowhere, source: '' }
  }

  /** Whether the whole block stands in one piece in the file: in a table, text of other cells parts the lines of a cell. */
  get isWhole(): boolean {
    this.whole ??= firstGap(this.lines) === this.lines.length
    return this.whole
  }

  /** The stretches of `start` to `end` that stand in one piece in the file. */
  pieces(start: number, end: number): readonly (readonly [start: number, end: number])[] {
    if (this.isWhole) return [[start, end]]
    const cuts: number[] = []
    for (let at = this.lineAt(start) + 1; at < this.lines.length && this.startOf(at) < end; at++)
      if (!isGapBlank(this.lines[at - 1], this.lines[at])) cuts.push(this.startOf(at))
    return [start, ...cuts].map((from, index) => [from, cuts[index] ?? end])
  }

  // Text that ends with a line ends there, not where the next line of the block starts, if something else stands between the two.
  private endPoint(start: number, end: number): Point {
    if (this.isWhole || end <= start) return this.point(end)
    const at = this.lineAt(end)
    return this.point(end === this.startOf(at) && !isGapBlank(this.lines[at - 1], this.lines[at]) ? end - 1 : end)
  }

  private startOf(at: number): number {
    return this.starts?.[at] ?? 0
  }

  private lineAt(index: number): number {
    const starts = this.starts
    let low = 0
    let high = starts ? starts.length - 1 : 0
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (((starts as number[])[middle] as number) <= index) low = middle
      else high = middle - 1
    }
    return low
  }
}

function startsOf(lines: readonly Line[]): number[] {
  const starts = new Array<number>(lines.length)
  let length = 0
  for (let at = 0; at < lines.length; at++) {
    starts[at] = length
    length += (lines[at] as Line).text.length + 1
  }
  return starts
}

/** The first line that something parts from the line before it; how many there are where none is. */
function firstGap(lines: readonly Line[]): number {
  let at = 1
  while (at < lines.length && isGapBlank(lines[at - 1], lines[at])) at++
  return at
}

const blank = /\s/

/** Whether nothing but white space stands in the file between the text of two lines. */
function isGapBlank(line: Line | undefined, next: Line | undefined): boolean {
  if (!line || !next || line.source !== next.source) return true
  const { text } = line.source
  const end = startOffset(next)
  for (let at = endOffset(line); at < end; at++) {
    const code = text.charCodeAt(at)
    if (code !== 0x20 && code !== 0x0a && !blank.test(text[at] as string)) return false
  }
  return true
}
