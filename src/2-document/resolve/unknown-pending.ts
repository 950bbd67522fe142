import type { Node } from '../nodes.ts'
import { message, type Step } from './resolution.ts'
import { replaceNodes, walk } from './tree.ts'

/** No pending node leaves `resolve`: one that no step knows is told and taken out. */
export const unknownPending: Step = (resolution) => {
  const { document, book } = resolution
  if (book.pending.length === 0) return
  const replacements = new Map<Node, Node[]>()
  walk(document, (node) => {
    if (node.type !== 'pending') return
    message(resolution, 'document/unknown-pending', { transform: node.transform }, node.position)
    replacements.set(node, [])
  })
  replaceNodes(document, replacements)
}
