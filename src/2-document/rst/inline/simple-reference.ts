import { collapseSpace, normalizeName } from '../../identifiers.ts'
import type { Reference } from '../../nodes.ts'
import { isSpace } from '../../syntax/space.ts'
import { characterAt } from './characters.ts'
import { type InlineConstruct, mayEnd, mayStart, type Scan, textNodes } from './construct.ts'
import { isWordCharacter, simpleNameEnd, simpleNameStart } from './simple-name.ts'

/** `name_`, and `name__` for an anonymous one. */
export const simpleReference: InlineConstruct = {
  name: 'simple reference',
  anchor: '_',
  read(scan, at) {
    const nameEnd = scan.characterLevel ? at : isClosed(scan, at) ? at : undefined
    const start = nameEnd === undefined ? undefined : firstStart(scan, simpleNameStart(scan.text, at, scan.base), at)
    if (start === undefined) return undefined
    const end = scan.characterLevel ? longestNameEnd(scan, start) : at
    return end === undefined ? undefined : { start, end: end + marksAt(scan, end), nodes: [referenceOf(scan, start, end)] }
  },
}

const marksAt = ({ text }: Scan, at: number) => (text[at + 1] === '_' ? 2 : 1)
const isClosed = (scan: Scan, at: number) => mayEnd(scan, at + marksAt(scan, at))

function firstStart(scan: Scan, from: number, to: number): number | undefined {
  for (let at = from; at < to; ) {
    const character = characterAt(scan.text, at)
    if (isWordCharacter(character) && mayStart(scan, at)) return at
    at += character.length
  }
  return undefined
}

/**
 * Character-level markup takes the longest name that an underscore follows, even an underscore within it; a role before interpreted
 * text starts earlier and wins.
 */
function longestNameEnd(scan: Scan, start: number): number | undefined {
  const { text, base } = scan
  const end = simpleNameEnd(text, start)
  const isRole =
    text[start - 1] === ':' && start > base && text.startsWith(':`', end) && text[end + 2] !== '`' && !isSpace(characterAt(text, end + 2))
  if (isRole && mayStart(scan, start - 1)) return undefined
  return text[end] === '_' ? end : text.lastIndexOf('_', end)
}

function referenceOf(scan: Scan, start: number, end: number): Reference {
  const name = scan.text.slice(start, end)
  const marks = marksAt(scan, end)
  const children = textNodes(scan, start, end)
  const position = scan.cursor.position(start, end + marks)
  const rawsource = scan.text.slice(start, end + marks)
  return marks === 2
    ? { type: 'reference', name: collapseSpace(name), anonymous: 1, children, position, rawsource }
    : { type: 'reference', name: collapseSpace(name), refname: normalizeName(name), children, position, rawsource }
}
