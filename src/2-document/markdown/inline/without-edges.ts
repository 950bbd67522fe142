import type { Inline, Text } from '../../nodes.ts'

/** A block's inline content without the blanks at its ends, which a comment or a picture leaves that is not shown there. */
export function withoutEdges(nodes: readonly Inline[]): Inline[] {
  const kept = [...nodes]
  trim(kept, 0, (text) => text.replace(/^[ \t\n]+/, ''))
  trim(kept, kept.length - 1, (text) => text.replace(/[ \t\n]+$/, ''))
  return kept
}

function trim(nodes: Inline[], index: number, cut: (text: string) => string): void {
  const node = nodes[index]
  if (node?.type !== 'text') return
  const value = cut(node.value)
  const trimmed: Text[] = value === '' ? [] : [{ ...node, value }]
  if (value !== node.value) nodes.splice(index, 1, ...trimmed)
}
