import type { Inline, Reference } from '../../nodes.ts'
import { resolveEscapes } from '../../syntax/escapes.ts'
import { type Scan, textNodes } from './construct.ts'
import { findUri } from './uri.ts'
import { uriSchemes } from './uri-schemes.ts'

/** Appends the text between two constructs to `nodes`: URIs and e-mail addresses in it become references by themselves. */
export function appendText(nodes: Inline[], scan: Scan, start: number, end: number): void {
  const text = scan.text.slice(start, end)
  let read = 0
  for (let uri = findUri(text, read, scan.characterLevel); uri; uri = findUri(text, read, scan.characterLevel)) {
    // As in docutils, an unknown scheme ends the search in this stretch of text.
    if (uri.scheme !== undefined && !uriSchemes.has(uri.scheme.toLowerCase())) break
    const value = text.slice(uri.start, uri.end)
    const reference: Reference = {
      type: 'reference',
      refuri: (uri.scheme === undefined ? 'mailto:' : '') + resolveEscapes(value),
      children: textNodes(scan, start + uri.start, start + uri.end),
      position: scan.cursor.position(start + uri.start, start + uri.end),
      rawsource: scan.block.text.slice(start + uri.start, start + uri.end),
    }
    for (const node of textNodes(scan, start + read, start + uri.start)) nodes.push(node)
    nodes.push(reference)
    read = uri.end
  }
  for (const node of textNodes(scan, start + read, end)) nodes.push(node)
}
