import { elementsOf, type SvgElement } from '../../4-look/drawings/xml/tree.ts'
import { copyMark, isSourceAttribute, partAttribute, sourceIdAttribute, sourceValueAttribute } from '../../page-contract/attributes.ts'
import { type RenamedIds, rewriteIdSelectors } from './css/ids.ts'
import { scopeRules } from './css/scope.ts'
import { type Renaming, renameInAttribute, renameUrls } from './references.ts'

/** A drawing's ids in the page, in its first inclusion. */
export interface Identified {
  /** Ids in the page, in document order. */
  readonly ids: readonly string[]
  /** Source ids, in document order, without doubles. */
  readonly sources: readonly string[]
  /** Source id → id, where they differ. */
  readonly renamed: ReadonlyMap<string, string>
  /** What the drawing refers to and does not hold. */
  readonly dangling: readonly string[]
}

/**
 * Gives every id of a drawing that the page has already, or the drawing itself has twice, a new one ending in `~key`, and takes its
 * references along. A reference to an id that the drawing does not hold is turned away from the rest of the page, where another drawing may
 * hold it. `taken` grows by the drawing's ids.
 */
export function identify(root: SvgElement, key: string, taken: Set<string>): Identified {
  const own = new Map<string, string>()
  const ids: string[] = []
  const doubles = new Map<string, number>()
  for (const node of elementsOf(root)) {
    const source = node.attributes.get('id')
    if (source === undefined) continue
    if (source === '') {
      node.attributes.delete('id')
      continue
    }
    const id = taken.has(source) ? freeId(source, key, taken, doubles) : source
    taken.add(id)
    ids.push(id)
    if (!own.has(source)) own.set(source, id)
    if (id !== source) {
      node.attributes.set('id', id)
      node.attributes.set(sourceIdAttribute, source)
    }
  }
  const dangling = new Set<string>()
  renameReferences(root, (source, paints) => {
    const id = own.get(source)
    if (id !== undefined) return id === source ? undefined : id
    if (!paints || source === '') return undefined
    dangling.add(source)
    return `${source}${copyMark}${key}`
  })
  return { ids, sources: [...own.keys()], renamed: new Map([...own].filter(([source, id]) => source !== id)), dangling: [...dangling] }
}

function freeId(source: string, key: string, taken: ReadonlySet<string>, doubles: Map<string, number>): string {
  for (let count = doubles.get(source) ?? 1; ; count++) {
    const id = `${source}${copyMark}${key}${count === 1 ? '' : `${copyMark}${count}`}`
    doubles.set(source, count + 1)
    if (!taken.has(id)) return id
  }
}

function renameReferences(root: SvgElement, rename: Renaming): void {
  for (const node of elementsOf(root)) {
    for (const [name, value] of [...node.attributes]) {
      const renamed = isSourceAttribute(name) ? value : renameInAttribute(name, value, node, rename)
      if (renamed === value) continue
      node.attributes.set(name, renamed)
      node.attributes.set(sourceValueAttribute(name), value)
    }
    if (node.name !== 'style') continue
    for (const child of node.children) if (child.type === 'text') child.value = renameUrls(child.value, rename)
  }
}

/** Keeps the drawing's own style sheets to it, and lets their selectors find renamed ids. */
export function scopeStyles(root: SvgElement, key: string, ids: RenamedIds): void {
  const styles = elementsOf(root).filter(({ name, space }) => name === 'style' && space === 'svg')
  for (const { children } of styles) {
    for (const child of children) if (child.type === 'text') child.value = scopeRules(rewriteIdSelectors(child.value, ids), key)
  }
  if (styles.length > 0) markUsedParts(root, key)
}

function markUsedParts(root: SvgElement, key: string): void {
  const used = new Set<string>()
  for (const { name, attributes } of elementsOf(root)) {
    const href = name === 'use' ? (attributes.get('href') ?? attributes.get('xlink:href')) : undefined
    if (href?.startsWith('#')) used.add(href.slice(1))
  }
  const mark = (node: SvgElement, inside: boolean): void => {
    const isUsed = inside || used.has(node.attributes.get('id') ?? '')
    if (isUsed && node.space === 'svg') node.attributes.set(partAttribute, key)
    for (const child of node.children) if (child.type === 'element') mark(child, isUsed)
  }
  mark(root, false)
}
