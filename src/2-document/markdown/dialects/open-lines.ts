import { type Line, positionOfLines } from '../../../1-source/source.ts'
import type { Position } from '../../../diagnostics/position.ts'
import { sliceLine } from '../../syntax/sliced-lines.ts'

/** A line that is not within a code block; the one that opens a block is such a line. */
export interface OpenLine {
  readonly text: string
  /** Whether the line above is blank, or there is none. */
  readonly isFirst: boolean
  readonly place: (from: number, to: number) => Position
}

/** As much of a line is looked at; patterns may take the square of its time. */
const looked = 500

const fence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/

/** The lines in which a tool's own marks may stand, before any is parsed: which marks are known depends on the tool. */
export function openLines(lines: readonly Line[]): OpenLine[] {
  const open: OpenLine[] = []
  let closing: RegExp | undefined
  let isFirst = true
  for (const line of lines) {
    const text = line.text.slice(0, looked)
    if (closing) {
      if (closing.test(text)) closing = undefined
      isFirst = false
      continue
    }
    const mark = fence.exec(text)?.[1]
    if (mark) closing = new RegExp(`^ {0,3}${mark.charAt(0)}{${mark.length},}[ \\t]*$`)
    open.push({ text, isFirst, place: (from, to) => placeIn(line, from, to) })
    isFirst = text.trim() === ''
  }
  return open
}

function placeIn(line: Line, from: number, to: number): Position {
  const slice = sliceLine(line, from, to)
  return positionOfLines(slice, slice)
}
