import type { Node } from '../2-document/nodes.ts'
import { childrenOf } from '../2-document/resolve/tree.ts'

/** What becomes of a node: itself, another one, whose children are rewritten too, or nothing. */
export type Change = (node: Node, parent: Node | undefined) => Node | undefined

/** A tree with changes; what stays the same is shared with the old one, which is left as it was. The parser bounds how deep it is. */
export function rewrite(nodes: readonly Node[], change: Change, parent?: Node): Node[] {
  const result: Node[] = []
  for (const node of nodes) {
    const changed = change(node, parent)
    if (changed) result.push(withChildren(changed, change))
  }
  return result
}

function withChildren(node: Node, change: Change): Node {
  const children = childrenOf(node)
  if (children.length === 0) return node
  const rewritten = rewrite(children, change, node)
  const isSame = rewritten.length === children.length && rewritten.every((child, index) => child === children[index])
  return isSame ? node : ({ ...node, children: rewritten } as Node)
}
