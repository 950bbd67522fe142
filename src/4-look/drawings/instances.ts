import { elementsOf, type SvgElement } from './xml/tree.ts'

export interface Count {
  readonly elements: number
  /** How many more a browser makes of them, as each `<use>` shows a copy (SVG 2 §5.6), and so on for those in the copy. */
  readonly instances: number
  /** The ids that the one with the most copies leads to, one after the other. */
  readonly chain: readonly string[]
}

/** The browser makes them by itself, and cheaply: so many weigh as much as a node of the deck. */
export const weightOfInstance = 5

/** More than this is as good as endless. */
const most = 1e12
/** A chain of copies in copies as long as this is cut by browsers, or ends them. */
const depthLimit = 1000

/** Counts in linear time, whatever the number that comes of it. */
export function countOf(root: SvgElement): Count {
  const ids = new Map<string, SvgElement>()
  let elements = 0
  let uses = 0
  for (const one of elementsOf(root)) {
    elements++
    if (one.name === 'use') uses++
    const id = one.attributes.get('id')
    if (id !== undefined && !ids.has(id)) ids.set(id, one)
  }
  if (uses === 0) return { elements, instances: 0, chain: [] }
  const sizes = new Map<SvgElement, number>()
  const open = new Set<SvgElement>()
  const sizeOf = (node: SvgElement): number => {
    const known = sizes.get(node)
    if (known !== undefined) return known
    // What shows itself, or goes too deep, is not shown.
    if (open.has(node) || open.size >= depthLimit) return 0
    open.add(node)
    let size = 1
    const target = targetOf(node, ids)
    if (target) size += sizeOf(target)
    for (const child of node.children) if (child.type === 'element') size += sizeOf(child)
    open.delete(node)
    sizes.set(node, Math.min(size, most))
    return sizes.get(node) ?? 0
  }
  const instances = Math.max(0, sizeOf(root) - elements)
  return { elements, instances, chain: instances === 0 ? [] : chainOf(root, ids, sizeOf) }
}

function targetOf({ name, attributes }: SvgElement, ids: ReadonlyMap<string, SvgElement>): SvgElement | undefined {
  const href = name === 'use' ? (attributes.get('href') ?? attributes.get('xlink:href'))?.trim() : undefined
  return href?.startsWith('#') ? ids.get(href.slice(1)) : undefined
}

/** From the root on always to what is largest. */
function chainOf(root: SvgElement, ids: ReadonlyMap<string, SvgElement>, sizeOf: (node: SvgElement) => number): string[] {
  const chain: string[] = []
  const seen = new Set<SvgElement>()
  for (let node: SvgElement | undefined = root; node && !seen.has(node); ) {
    seen.add(node)
    const target = targetOf(node, ids)
    if (target) chain.push(`#${target.attributes.get('id') ?? ''}`)
    const further: SvgElement[] = target ? [target] : node.children.filter((child) => child.type === 'element')
    node = further.reduce<SvgElement | undefined>((one, other) => (one && sizeOf(one) >= sizeOf(other) ? one : other), undefined)
  }
  return chain
}
