import { makeId, normalizeName } from '../../identifiers.ts'
import type { Node } from '../../nodes.ts'
import { childrenOf } from './print-report.ts'

/** The targets to write before a node so that it has its names; those that it has by its text are left out. */
export function targetsBefore(node: Node): string[] {
  if (node.type === 'footnote' || node.type === 'citation' || node.type === 'target' || !node.ids) return []
  const [title] = node.type === 'section' ? node.children : []
  const own = title ? normalizeName(textWithoutNumbers(title)) : undefined
  return (node.names ?? []).filter((name) => name !== own && node.ids?.includes(makeId(name)))
}

/** A title is named before its footnotes have numbers. */
const textWithoutNumbers = (node: Node): string =>
  node.type === 'text'
    ? node.value
    : node.type === 'footnote_reference' && node.auto !== undefined
      ? ''
      : childrenOf(node).map(textWithoutNumbers).join('')
