import type { Step } from './resolution.ts'
import { childrenOf, setChildren, walk } from './tree.ts'

/** Comments leave the tree; on with `stripComments: true` (docutils: universal.StripComments). */
export const stripComments: Step = ({ document, settings }) => {
  if (!settings.stripComments) return
  walk(document, (node) => {
    const children = childrenOf(node)
    const others = children.filter((child) => child.type !== 'comment')
    if (others.length < children.length) setChildren(node, others)
  })
}
