import type { Point, Position } from '../../../diagnostics/position.ts'
import type { Inline, Text } from '../../nodes.ts'

// GFM, section 6.9: after these protocols an address is a link; its last character is neither `-` nor `_`. XMPP's may name a resource.
const address =
  /(?<![\p{L}\p{N}/])(?:mailto:[\w.+-]+@[\w-]+(?:\.[\w-]+)+(?<![-_])(?![\w-])|xmpp:[\w.+-]+@[\w-]+(?:\.[\w-]+)+(?<![-_])(?![\w-])(?:\/[A-Za-z0-9@.]+)?)/giu

/** `mailto:a@example.org` in a text is a link. The parser does not look for it: a colon may begin a role. */
export const linkAddresses = (nodes: Inline[]): Inline[] =>
  nodes.some((node) => node.type === 'text' && /mailto:|xmpp:/i.test(node.value))
    ? nodes.flatMap((node) => (node.type === 'text' ? linked(node) : [node]))
    : nodes

/** The same nodes without links: in a link's own text an address is text. */
export const withoutLinks = (nodes: readonly Inline[]): Inline[] =>
  nodes.flatMap((node) => (node.type === 'reference' && node.standalone ? node.children : [node]))

function linked(node: Text): Inline[] {
  const { value, position } = node
  // Where a character is written otherwise than it reads, one of the address may be escaped.
  if (!position || position.end.offset - position.start.offset !== value.length) return [node]
  const piece = (from: number, to: number): Text => ({
    type: 'text',
    value: value.slice(from, to),
    position: within(value, position, from, to),
  })
  const nodes: Inline[] = []
  let read = 0
  for (const { 0: refuri, index } of value.matchAll(address)) {
    const text = piece(index, index + refuri.length)
    if (index > read) nodes.push(piece(read, index))
    nodes.push({
      type: 'reference',
      refuri,
      children: [text],
      position: text.position ?? position,
      rawsource: refuri,
      standalone: true,
    })
    read = index + refuri.length
  }
  if (read === 0) return [node]
  return read < value.length ? [...nodes, piece(read, value.length)] : nodes
}

function within(value: string, { start, source }: Position, from: number, to: number): Position {
  const point = (index: number): Point => {
    const lines = value.slice(0, index).split('\n')
    const last = lines.at(-1) ?? ''
    return {
      line: start.line + lines.length - 1,
      column: (lines.length > 1 ? 1 : start.column) + last.length,
      offset: start.offset + index,
    }
  }
  return { start: point(from), end: point(to), source }
}
