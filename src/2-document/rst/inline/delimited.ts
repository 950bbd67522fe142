import type { Inline } from '../../nodes.ts'
import { isSpace } from '../../syntax/space.ts'
import { characterAt } from './characters.ts'
import { type EndString, findEnd, type InlineMatch, isQuoted, mayStart, problematic, type Scan } from './construct.ts'

/** A construct between a start-string and an end-string: emphasis, strong, literal, target, substitution reference. */
export interface Delimited {
  /** For the message: “starts an emphasis, but …”. */
  readonly construct: string
  readonly start: string
  readonly end: EndString
  /** Makes the nodes: the content runs from `start` to `end`, the whole construct to `close`. */
  build(scan: Scan, content: { readonly open: number; readonly start: number; readonly end: number; readonly close: number }): Inline[]
}

export function readDelimited(scan: Scan, at: number, { construct, start, end, build }: Delimited): InlineMatch | undefined {
  const contentStart = at + start.length
  if (!mayStart(scan, at) || isSpace(characterAt(scan.text, contentStart))) return undefined
  if (isQuoted(scan, at, contentStart)) return { start: at, end: contentStart, nodes: [] }
  const contentEnd = findEnd(scan, end, contentStart)
  if (contentEnd === undefined)
    return problematic(scan, at, contentStart, 'rst/inline-without-end', { construct, start, end: end.characters })
  const close = contentEnd + end.length(scan, contentEnd)
  return { start: at, end: close, nodes: build(scan, { open: at, start: contentStart, end: contentEnd, close }) }
}
