import type { Node } from '../nodes.ts'
import { noteReferencedById } from './book.ts'
import { problematic, type Resolution, type Step, unplacedMessage } from './resolution.ts'
import { replaceNodes, walk } from './tree.ts'

/** References that are left: they lead to a title or the like, or nowhere (docutils: references.DanglingReferences). */
export const danglingReferences: Step = (resolution) => {
  const { document } = resolution
  const replacements = new Map<Node, Node[]>()
  walk(document, (node) => {
    if (node.type === 'reference' || node.type === 'footnote_reference' || node.type === 'citation_reference')
      settle(resolution, node, replacements)
  })
  replaceNodes(document, replacements)
}

type Dangling = Extract<Node, { type: 'reference' | 'footnote_reference' | 'citation_reference' }>

function settle(resolution: Resolution, node: Dangling, replacements: Map<Node, Node[]>): void {
  const { book } = resolution
  const name = node.refname
  if (name === undefined || book.resolved.has(node)) return
  const id = book.nameIds.get(name)
  if (id !== undefined) {
    delete node.refname
    node.refid = id
    const target = book.ids.get(id)
    if (target) noteReferencedById(book, target, id)
    book.resolved.add(node)
    return
  }
  const code = book.nameIds.has(name)
    ? 'document/ambiguous-target'
    : node.type === 'footnote_reference'
      ? 'document/unknown-footnote'
      : node.type === 'citation_reference'
        ? 'document/unknown-citation'
        : 'document/unknown-target'
  const cause = unplacedMessage(resolution, code, { name }, node.position)
  replacements.set(node, [problematic(resolution, node, cause, true)])
}
