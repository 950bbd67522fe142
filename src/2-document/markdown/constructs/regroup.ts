import type { Nodes, Root, RootContent } from 'mdast'

/** What nodes of one type become that stand beside each other. */
interface Regrouping {
  readonly from: RootContent['type']
  /** The node that they are put into, in which they stay as they are. */
  readonly into: RootContent['type']
  readonly arrange: (nodes: RootContent[]) => RootContent[]
}

/** Arranges anew the children of each node that has some of the type. */
export function regroup(root: Root, { from, into, arrange }: Regrouping): void {
  const open: Nodes[] = [root]
  for (let node = open.pop(); node; node = open.pop()) {
    if (!('children' in node)) continue
    const children = node.children as RootContent[]
    if (node.type !== into && children.some(({ type }) => type === from)) Object.assign(node, { children: arrange(children) })
    open.push(...(node.children as RootContent[]))
  }
}

/** Whether a node begins on the line below another's last. */
export const isRightBelow = (node: Nodes, above: Nodes | undefined): boolean =>
  above?.position !== undefined && node.position?.start.line === above.position.end.line + 1
