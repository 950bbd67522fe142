import { type Line, pointAt } from '../../../1-source/source.ts'
import type { Text } from '../../nodes.ts'

const delimiter = / +: +/

/**
 * Parts a term's text at the classifier delimiters. Escapes are gone from the value, so each part is found again in the source line, where
 * the next delimiter is the next unescaped one.
 */
export function classifierParts(node: Text, line: Line): Text[] {
  const values = node.value.split(delimiter)
  if (values.length === 1) return [node]
  const from = columnOf(line, node.position?.start.offset)
  const to = columnOf(line, node.position?.end.offset)
  const raw = line.text.slice(from, to)
  const parts: Text[] = []
  let start = 0
  const delimiters = [...raw.matchAll(/ +: +/g)]
  for (const [index, value] of values.entries()) {
    const match = delimiters.length === values.length - 1 ? delimiters[index] : undefined
    const end = index === values.length - 1 ? raw.length : (match?.index ?? raw.length)
    const position = { start: pointAt(line, from + start), end: pointAt(line, from + end), source: line.source.path }
    parts.push({ type: 'text', value: index === 0 ? value.trimEnd() : value, position })
    if (match) start = match.index + match[0].length
  }
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
