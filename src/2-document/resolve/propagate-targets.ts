import type { Node, Parent, Target } from '../nodes.ts'
import { type Book, noteRefId } from './book.ts'
import type { Step } from './resolution.ts'
import { childrenOf, isInvisible, isTextElement, setChildren, walk } from './tree.ts'

/**
 * `.. _name:` before an element names that element: its ids and names move there, and its `refid` says where they went
 * (docutils: references.PropagateTargets). Of several in a row, each names the next.
 */
export const propagateTargets: Step = ({ document, book }) => {
  let row: Target[] = []
  walk(document, (node, parent) => {
    // Messages may be filtered out later.
    if (row.length && node.type === 'system_message') return 'skip'
    if (node.type === 'target' && leadsNowhere(node, parent)) row.push(node)
    else if (row.length) {
      const last = row.at(-1) as Target
      endRow(book, row, node)
      row = []
      // docutils lets no target stand in a figure beside the caption that it names.
      if (node.type === 'caption' && parent?.type === 'figure' && parent.children.includes(last)) {
        setChildren(
          parent,
          childrenOf(parent).filter((child) => child !== last),
        )
        book.detached.add(last)
      }
    }
    return isTextElement(node) ? 'skip' : undefined
  })
  endRow(book, row, undefined)
}

const leadsNowhere = (target: Target, parent: Parent | undefined): boolean =>
  target.refid === undefined &&
  target.refuri === undefined &&
  target.refname === undefined &&
  target.ids?.[0] !== undefined &&
  parent !== undefined &&
  !isTextElement(parent)

/** Invisible elements would lose the names, and footnotes and citations are found by their own. */
const takesNames = (node: Node): boolean =>
  node.type === 'target' || !(isInvisible(node) || node.type === 'footnote' || node.type === 'citation' || node.type === 'text')

function endRow(book: Book, row: Target[], next: Node | undefined): void {
  // If what follows takes no names, the last target keeps those of the others.
  const heir = next && takesNames(next) ? next : row.pop()
  if (!heir || row.length === 0) return
  const ids = [...(heir.ids ?? [])]
  const names = [...(heir.names ?? [])]
  const origins = { names: new Map<string, Target>(), ids: new Map<string, Target>() }
  book.origins.set(heir, origins)
  for (const target of row.reverse()) {
    for (const id of target.ids ?? []) {
      ids.push(id)
      book.ids.set(id, heir)
      origins.ids.set(id, target)
    }
    for (const name of target.names ?? []) {
      names.push(name)
      origins.names.set(name, target)
    }
    target.refid = target.ids?.[0] as string
    noteRefId(book, target)
    delete target.ids
    target.names = undefined
  }
  heir.ids = ids
  if (names.length) heir.names = names
}
