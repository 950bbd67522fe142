import { type Position, spanning } from '../../diagnostics/position.ts'
import type { Line, LineBlock } from '../nodes.ts'
import { nestingLimit } from './nesting-limit.ts'

export interface IndentedLine {
  readonly line: Line
  readonly indent: number
  readonly position: Position
}

/** Lines deeper than the least deep one become line blocks inside the block. */
export function nest(lines: readonly IndentedLine[], start: number, end: number, depth: number): LineBlock {
  let least = Number.POSITIVE_INFINITY
  for (let index = start; index < end; index++) least = Math.min(least, lines[index]?.indent ?? 0)
  const children: LineBlock['children'] = []
  for (let index = start; index < end; ) {
    const line = lines[index] as IndentedLine
    let next = index + 1
    if (line.indent > least && depth < nestingLimit) {
      while (next < end && (lines[next] as IndentedLine).indent > least) next++
      children.push(nest(lines, index, next, depth + 1))
    } else children.push(line.line)
    index = next
  }
  const position = spanning((lines[start] as IndentedLine).position, (lines[end - 1] as IndentedLine).position)
  return { type: 'line_block', children, position }
}
