import { collapseSpace, normalizeName } from '../../identifiers.ts'
import type { Reference, SubstitutionReference } from '../../nodes.ts'
import { resolveEscapes } from '../../syntax/escapes.ts'
import { type EndString, type InlineConstruct, mayEnd, textNodes } from './construct.ts'
import { type Delimited, readDelimited } from './delimited.ts'

/** `|`, `|_` or `|__`, the longest first. */
const end: EndString = {
  characters: '|',
  spaceBefore: 'never',
  length: (scan, at) => {
    if (scan.text[at] !== '|') return 0
    const longest = scan.text.startsWith('__', at + 1) ? 3 : scan.text[at + 1] === '_' ? 2 : 1
    return mayEnd(scan, at + longest) ? longest : 0
  },
}

const markup: Delimited = {
  construct: 'a substitution reference',
  start: '|',
  end,
  build: (scan, { open, start, end, close }) => {
    const name = resolveEscapes(scan.text.slice(start, end))
    const position = scan.cursor.position(open, close)
    const rawsource = scan.block.text.slice(open, close)
    const substitution: SubstitutionReference = {
      type: 'substitution_reference',
      refname: collapseSpace(name),
      children: textNodes(scan, start, end),
      position,
      rawsource,
    }
    const marks = close - end - 1
    if (marks === 0) return [substitution]
    const target = marks === 2 ? { anonymous: 1 as const } : { refname: normalizeName(name) }
    // docutils keeps no escapes in what it shows of such a reference.
    const shown = `|${name}|${'_'.repeat(marks)}`
    const reference: Reference = { type: 'reference', ...target, children: [substitution], position, rawsource: shown }
    return [reference]
  },
}

/** `|name|`; with `_` or `__` after it the substituted text is a reference, too. */
export const substitutionReference: InlineConstruct = {
  name: 'substitution reference',
  anchor: '|',
  read: (scan, at) => (scan.text[at + 1] === '|' ? undefined : readDelimited(scan, at, markup)),
}
