import type { Line } from '../../../1-source/source.ts'
import { sliceLine } from '../../syntax/sliced-lines.ts'
import { isBlank } from '../lines.ts'
import { rewritten } from '../source-lines.ts'
import type { OwnSeparators } from './own-separators.ts'
import type { Separator } from './separator-pattern.ts'

/** Lines that nobody writes, in the place of what a deck's own separators ask for. */
export const slideMark = '\ue000---'
export const belowMark = '\ue000--'

export const isSeparatorMark = (text: string): boolean => text === slideMark || text === belowMark

/** As much of a line is looked at: patterns may take the square of its time. */
const looked = 100

/** The lines with a mark where a slide begins: reveal.js divides a deck before it reads Markdown. What stands in a block of code divides nothing here. */
export function separatorMarks(lines: readonly Line[], { slide, below, divides }: OwnSeparators): readonly Line[] {
  if (!divides) return lines
  const marked: Line[] = []
  let fence: string | undefined
  for (let index = 0; index < lines.length; ) {
    const line = lines[index] as Line
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line.text)?.[1]
    if (mark && (fence === undefined || mark.startsWith(fence))) fence = fence === undefined ? mark : undefined
    const isOf = (separator: Separator | undefined): boolean => separator !== undefined && isAt(lines, index, separator)
    const found = fence !== undefined || mark ? undefined : isOf(slide) ? slide : isOf(below) ? below : undefined
    if (found) marked.push(sliceLine(line, 0, 0), rewritten(line, found === slide ? slideMark : belowMark))
    else marked.push(line)
    // A slide may begin with the blank lines that are left.
    index += found && !found.line ? found.above : 1
  }
  return marked
}

function isAt(lines: readonly Line[], index: number, { above, line, below }: Separator): boolean {
  const isBlankFrom = (from: number, count: number): boolean => {
    for (let at = from; at < from + count; at++) if (!isBlank(lines[at]?.text ?? 'x')) return false
    return true
  }
  if (!line) return isBlankFrom(index, above)
  return line.test((lines[index] as Line).text.slice(0, looked)) && isBlankFrom(index - above, above) && isBlankFrom(index + 1, below)
}
