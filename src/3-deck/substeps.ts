import type { Node } from '../2-document/nodes.ts'
import { childrenOf } from '../2-document/resolve/tree.ts'
import { substepClass } from '../page-contract/presses.ts'

const isList = (node: Node): boolean => node.type === 'bullet_list' || node.type === 'enumerated_list'

/** Whether it is hidden until a press of the key; of a list, whether its items are. */
export const isSubstep = ({ classes }: Node): boolean => classes?.includes(substepClass) === true

/** When a substep comes, where it is not the next press' turn. */
export interface SubstepTurn {
  /** The number of the press. */
  readonly at: number | undefined
  /** What has one comes before all else, in this order. */
  readonly order: number | undefined
  /** Whether it comes together with what stands before it. */
  readonly isWithPrevious: boolean
}

/**
 * `substep-at-3`: with the third press; `substep-order-2`: before all without an order, together with those of the same (impress.js
 * `data-substep-order`, reveal.js `data-fragment-index`); `substep-with-previous`: with what comes before it (PowerPoint's “With
 * Previous”, Slidev's `v-after`).
 */
export function turnOf(classes: readonly string[]): SubstepTurn {
  const numberIn = (pattern: RegExp): number | undefined => {
    const found = classes.map((name) => pattern.exec(name)?.[1]).find((number) => number !== undefined)
    return found === undefined ? undefined : Number(found)
  }
  return {
    at: numberIn(/^substep-at-([1-9]\d{0,3})$/),
    order: numberIn(/^substep-order-(\d{1,4})$/),
    isWithPrevious: classes.includes('substep-with-previous'),
  }
}

const hasSubsteps = (node: Node): boolean => isSubstep(node) && isList(node)

/**
 * Notes the items that unfold one by one: those of a list with the class `substep`, and of the lists within it. To be called with every
 * node, a list before what is in it.
 */
export function noteSubstepItems(node: Node, items: Set<Node>): void {
  if (!hasSubsteps(node)) return
  const collect = (inner: Node): void => {
    if (inner.type === 'list_item') {
      // A list within the list has been gone through with it.
      if (items.has(inner)) return
      items.add(inner)
    }
    for (const child of childrenOf(inner)) collect(child)
  }
  collect(node)
}

/** Moves the class `substep` from a list to its items; it is no longer the list's (docs/dev/dialect.md, Content). */
export function moveSubsteps(node: Node, items: ReadonlySet<Node>): Node {
  if (node.type === 'list_item' && items.has(node)) return { ...node, classes: [...new Set([...(node.classes ?? []), substepClass])] }
  if (!hasSubsteps(node)) return node
  const { classes = [], ...others } = node
  const left = classes.filter((name) => name !== substepClass)
  return (left.length > 0 ? { ...others, classes: left } : others) as Node
}
