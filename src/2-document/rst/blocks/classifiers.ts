import { type Line, pointAt } from '../../../1-source/source.ts'
import type { Text } from '../../nodes.ts'
import { hideEscapes, resolveEscapes } from '../../syntax/escapes.ts'

const delimiter = / +: +/g

/**
 * Parts a term's text at the classifier delimiters. They are looked for in the source line, since an escaped colon is none; an escaped blank
 * is one half of one all the same.
 */
export function classifierParts(node: Text, line: Line): Text[] {
  if (!line.text.includes(' : ')) return [node]
  const from = columnOf(line, node.position?.start.offset)
  const to = columnOf(line, node.position?.end.offset)
  const raw = hideEscapes(line.text.slice(from, to))
  const parts: Text[] = []
  const push = (start: number, end: number) => {
    const position = { start: pointAt(line, from + start), end: pointAt(line, from + end), source: line.source.path }
    parts.push({ type: 'text', value: resolveEscapes(raw.slice(start, end)), position })
  }
  let start = 0
  for (const { index, 0: between } of raw.matchAll(delimiter)) {
    push(start, index)
    start = index + between.length
  }
  push(start, raw.length)
  return parts
}

function columnOf(line: Line, offset: number | undefined): number {
  if (offset === undefined) return 0
  let low = 0
  let high = line.text.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (pointAt(line, middle).offset < offset) low = middle + 1
    else high = middle
  }
  return low
}
