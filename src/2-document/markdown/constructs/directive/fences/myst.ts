import { sliceLine } from '../../../../syntax/sliced-lines.ts'
import type { FenceSyntax } from './fence-syntax.ts'

/** `:::{name} argument` (MyST, colon fences). */
export const myst: FenceSyntax = (line, start) => {
  const { text } = line
  const match = /^(\{([A-Za-z][\w+.-]*)\}[ \t]*)(.*?)[ \t]*$/.exec(text.slice(start))
  if (!match) return undefined
  const [, head = '', name = '', words = ''] = match
  const from = start + head.length
  const argument = words ? sliceLine(line, from, from + words.length) : undefined
  return { opening: { name, argument, titled: false, attributes: undefined }, end: text.length }
}
