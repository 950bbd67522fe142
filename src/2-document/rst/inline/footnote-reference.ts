import { normalizeName } from '../../identifiers.ts'
import type { CitationReference, FootnoteReference } from '../../nodes.ts'
import { type InlineConstruct, mayEnd, mayStart, type Scan, textNodes } from './construct.ts'
import { simpleNameEnd } from './simple-name.ts'

/** `[1]_`, `[#]_`, `[#label]_`, `[*]_`, and `[citation]_`. */
export const footnoteReference: InlineConstruct = {
  name: 'footnote reference',
  anchor: '[',
  read(scan, at) {
    if (!mayStart(scan, at)) return undefined
    const labelEnd = footnoteLabelEnd(scan, at + 1) ?? citationLabelEnd(scan, at + 1)
    if (labelEnd === undefined) return undefined
    const end = labelEnd + 2
    const node = /^[0-9]+$|^[#*]/.test(scan.text.slice(at + 1, labelEnd)) ? footnote(scan, at, labelEnd) : citation(scan, at, labelEnd)
    scan.context.names.setId(node)
    const trims = node.type === 'footnote_reference' && scan.context.settings.trimFootnoteReferenceSpace
    return { start: trims ? blanksBefore(scan, at) : at, end, nodes: [node] }
  },
}

function blanksBefore(scan: Scan, at: number): number {
  let start = at
  while (start > 0 && /\s/.test(scan.text[start - 1] as string)) start--
  return start
}

const closes = (scan: Scan, at: number) => scan.text.startsWith(']_', at) && mayEnd(scan, at + 2)

function footnoteLabelEnd(scan: Scan, from: number): number | undefined {
  let end = from
  if (scan.text[from] === '*') end = from + 1
  else if (scan.text[from] === '#') end = simpleNameEnd(scan.text, from + 1)
  else while (isDigit(scan.text.charCodeAt(end))) end++
  return end > from && closes(scan, end) ? end : undefined
}
const isDigit = (code: number) => code >= 0x30 && code <= 0x39

function citationLabelEnd(scan: Scan, from: number): number | undefined {
  const end = simpleNameEnd(scan.text, from)
  return end > from && closes(scan, end) ? end : undefined
}

const shared = (scan: Scan, at: number, labelEnd: number) => ({
  position: scan.cursor.position(at, labelEnd + 2),
  rawsource: scan.block.text.slice(at, labelEnd + 2),
})

function footnote(scan: Scan, at: number, labelEnd: number): FootnoteReference {
  const label = scan.text.slice(at + 1, labelEnd)
  const node: FootnoteReference = { type: 'footnote_reference', children: [], ...shared(scan, at, labelEnd) }
  if (label === '*') return { ...node, auto: '*' }
  if (label === '#') return { ...node, auto: 1 }
  if (label.startsWith('#')) return { ...node, auto: 1, refname: normalizeName(label.slice(1)) }
  return { ...node, refname: label, children: textNodes(scan, at + 1, labelEnd) }
}

const citation = (scan: Scan, at: number, labelEnd: number): CitationReference => ({
  type: 'citation_reference',
  refname: normalizeName(scan.text.slice(at + 1, labelEnd)),
  children: textNodes(scan, at + 1, labelEnd),
  ...shared(scan, at, labelEnd),
})
