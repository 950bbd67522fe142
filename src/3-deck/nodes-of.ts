import type { Node } from '../2-document/nodes.ts'
import type { Deck } from './deck.ts'

/** A node and the id of the step it is in. */
export interface PlacedNode {
  readonly node: Node
  readonly step: string | undefined
}

/** Every node of the deck in the page's order. */
export function nodesOf(deck: Deck): PlacedNode[] {
  const found: PlacedNode[] = []
  const collect = (nodes: readonly Node[], step: string | undefined) => {
    // With a stack of its own: nesting is the author's.
    const open = [...nodes].reverse()
    for (let node = open.pop(); node; node = open.pop()) {
      found.push({ node, step })
      const { children } = node as { children?: Node[] }
      if (children) for (let index = children.length - 1; index >= 0; index--) open.push(children[index] as Node)
    }
  }
  collect(deck.header, undefined)
  for (const step of deck.steps) {
    collect(step.header ?? [], step.id)
    collect(step.content, step.id)
    collect(step.footer ?? [], step.id)
    for (const { content } of step.notes) collect(content, step.id)
  }
  collect(deck.footer, undefined)
  return found
}
