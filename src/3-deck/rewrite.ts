import type { Node } from '../2-document/nodes.ts'
import { childrenOf } from '../2-document/resolve/tree.ts'

/** What becomes of a node: itself, another one, whose children are rewritten too, or nothing. */
export type Change = (node: Node, parent: Node | undefined) => Node | undefined

/**
 * A tree with changes. What stays the same is shared with the old one, which is left as it was; a list that stays the same is returned itself.
 * The parser bounds how deep a tree is, so the call stack is enough.
 */
export function rewrite(nodes: readonly Node[], change: Change, parent?: Node): readonly Node[] {
  let result: Node[] | undefined
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index] as Node
    const changed = change(node, parent)
    const rewritten = changed && withChildren(changed, change)
    if (rewritten !== node) result ??= nodes.slice(0, index)
    if (rewritten) result?.push(rewritten)
  }
  return result ?? nodes
}

function withChildren(node: Node, change: Change): Node {
  const children = childrenOf(node)
  if (children.length === 0) return node
  const rewritten = rewrite(children, change, node)
  return rewritten === children ? node : ({ ...node, children: rewritten } as Node)
}
