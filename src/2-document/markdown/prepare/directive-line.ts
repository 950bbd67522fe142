import type { Line } from '../../../1-source/source.ts'
import { sliceLine } from '../../rst/blocks/indented.ts'
import { readAttributes } from './attributes.ts'
import type { DirectiveOpening } from './prepared.ts'

export interface Fence {
  readonly colons: number
  readonly opening: Omit<DirectiveOpening, 'options' | 'line' | 'body' | 'close' | 'height'>
}

const name = /[A-Za-z][\w+.-]*/y

/**
 * Reads a directive's line from `start` on, where its colons begin: `:::name[argument]{attributes}` (generic directives), `::: name`,
 * `::: {.class #id}` (pandoc), `::: name argument` (markdown-it-container, as VitePress and Docusaurus have it) and `:::{name} argument`
 * (MyST); with two colons a directive without a body.
 */
export function readFence(line: Line, start: number): Fence | undefined {
  const { text } = line
  let at = start
  while (text[at] === ':') at++
  const colons = at - start
  if (colons < 2) return undefined
  const skip = () => {
    while (text[at] === ' ' || text[at] === '\t') at++
  }
  skip()
  const myst = /^\{([A-Za-z][\w+.-]*)\}[ \t]*(.*?)[ \t]*$/.exec(text.slice(at))
  if (myst && colons > 2) {
    const from = text.length - text.slice(at).length + (text.slice(at).length - text.slice(at).replace(/^\{[^}]*\}[ \t]*/, '').length)
    const written = myst[2] ?? ''
    const argument = written ? sliceLine(line, from, from + written.length) : undefined
    return { colons, opening: { name: myst[1] ?? '', argument, titled: false, attributes: undefined } }
  }
  name.lastIndex = at
  const found = name.exec(text)?.[0] ?? ''
  at += found.length
  const argumentEnd = text[at] === '[' && found ? closingBracket(text, at) : undefined
  let argument = argumentEnd === undefined ? undefined : sliceLine(line, at + 1, argumentEnd)
  if (argumentEnd !== undefined) at = argumentEnd + 1
  const words = colons > 2 && found && !argument ? /[ \t]+([^\s:{][^{]*[^\s:{]|[^\s:{])/y : undefined
  if (words) {
    words.lastIndex = at
    const written = words.exec(text)?.[1]
    if (written !== undefined) {
      at = words.lastIndex
      argument = sliceLine(line, at - written.length, at)
    }
  }
  if (colons > 2 || text[at] === '{') skip()
  const attributes = readAttributes(line, at)
  if (attributes) at = attributes.end
  skip()
  if (colons > 2) while (text[at] === ':') at++
  skip()
  if (at < text.length || (!found && !attributes) || (!found && colons === 2)) return undefined
  return { colons, opening: { name: found, argument, titled: argument !== undefined, attributes } }
}

/** The bracket that closes the one at `open`; brackets in pairs between them belong to the text. */
export function closingBracket(text: string, open: number): number | undefined {
  let depth = 0
  for (let at = open; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '[') depth++
    else if (text[at] === ']' && --depth === 0) return at
  }
  return undefined
}
