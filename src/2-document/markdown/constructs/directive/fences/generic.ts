import { sliceLine } from '../../../../syntax/sliced-lines.ts'
import { readAttributes } from '../../../attributes.ts'
import { type FenceSyntax, nameAt, skipBlanks } from './fence-syntax.ts'

/** `:::name[argument]{attributes}` (the proposal for generic directives, and remark-directive). */
export const generic: FenceSyntax = (line, start) => {
  const { text } = line
  const name = nameAt(text, start)
  if (!name) return undefined
  const open = start + name.length
  const close = text[open] === '[' ? closingBracket(text, open) : undefined
  const argument = close === undefined ? undefined : sliceLine(line, open + 1, close)
  const end = close === undefined ? open : close + 1
  const attributes = readAttributes(line, skipBlanks(text, end))
  return { opening: { name, argument, titled: argument !== undefined, attributes }, end: attributes?.end ?? end }
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
