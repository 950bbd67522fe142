import { makeId } from '../../identifiers.ts'
import type { Node } from '../../nodes.ts'
import { childrenOf, textIn } from '../../syntax/print/print-report.ts'

/** What the printed text can name. */
export interface KnownNames {
  /** The name by which a reference finds an id. */
  nameOf(id: string): string | undefined
  /** What stands in the brackets of a footnote or citation: `#name`, `#`, `*`, `1`, `CIT2002`. */
  labelOf(id: string): string | undefined
}

/** The names in a resolved tree. */
export function knownNames(root: Node): KnownNames {
  const names = new Map<string, string>()
  const labels = new Map<string, string>()
  const open: Node[] = [root]
  for (let node = open.pop(); node; node = open.pop()) {
    const [id] = node.ids ?? []
    if (id !== undefined && (node.type === 'footnote' || node.type === 'citation')) labels.set(id, labelIn(node, id))
    else for (const name of node.names ?? []) if (node.ids?.includes(makeId(name))) names.set(makeId(name), name)
    for (const child of childrenOf(node)) open.push(child)
  }
  return { nameOf: (id) => names.get(id), labelOf: (id) => labels.get(id) }
}

/** A footnote without a name of its own has its number for one once it is resolved. */
function labelIn(node: Node, id: string): string {
  const label = node.type === 'text' ? undefined : childrenOf(node).find(({ type }) => type === 'label')
  const text = label ? textIn(label) : ''
  if (node.type !== 'footnote' || node.auto === undefined) return text
  if (node.auto === '*') return '*'
  const [name] = node.names ?? []
  return name === undefined || name === text ? '#' : `#${makeId(name) === id ? id : name.replace(/\s+/g, '-')}`
}

/** `.. _name:` */
export const targetLine = (name: string): string =>
  `.. _${/^[\p{L}\p{N}](?:[-._+]?[\p{L}\p{N}])*$/u.test(name) ? name : `\`${name.replace(/[\\`]/g, '\\$&')}\``}:`
