import type { Node } from '../2-document/nodes.ts'
import { childrenOf } from '../2-document/resolve/tree.ts'

const isList = (node: Node): boolean => node.type === 'bullet_list' || node.type === 'enumerated_list'

/**
 * The items that unfold one by one: those of a list with the class `substep`, and of the lists within it. The class itself is the
 * items', no longer the list's (HOVERCRAFT.md, Content).
 */
export function substepItems(nodes: readonly Node[]): ReadonlySet<Node> {
  const items = new Set<Node>()
  const collect = (node: Node, isWithin: boolean): void => {
    if (isWithin && node.type === 'list_item') items.add(node)
    const within = isWithin || (isList(node) && node.classes?.includes('substep') === true)
    for (const child of childrenOf(node)) collect(child, within)
  }
  for (const node of nodes) collect(node, false)
  return items
}

/** Moves the class from list to items. */
export function moveSubsteps(node: Node, items: ReadonlySet<Node>): Node {
  if (items.has(node)) return { ...node, classes: [...new Set([...(node.classes ?? []), 'substep'])] }
  if (!isList(node) || !node.classes?.includes('substep')) return node
  const { classes, ...others } = node
  const left = classes.filter((name) => name !== 'substep')
  return (left.length > 0 ? { ...others, classes: left } : others) as Node
}
