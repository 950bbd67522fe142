import { elementsOf, type SvgElement } from '../../4-look/drawings/xml/tree.ts'
import { copyMark, isSourceAttribute, partAttribute, sourceIdAttribute, sourceValueAttribute } from '../../page-contract/attributes.ts'
import { type RenamedIds, rewriteIdSelectors } from './css/ids.ts'
import { scopeRules } from './css/scope.ts'
import { type Renaming, renameInAttribute, renameUrls } from './references.ts'

/** A drawing's ids in the page, in its first inclusion. */
export interface Identified {
  /** Those of the file, in document order. */
  readonly written: readonly string[]
  /** The same in the page. */
  readonly ids: readonly string[]
  /** Source ids, in document order, without doubles. */
  readonly sources: readonly string[]
  /** Source id → id, where they differ. */
  readonly renamed: ReadonlyMap<string, string>
}

/** An id for each that is written, in document order: one that the page has already, or that is written twice, gets a new one ending in `~key`. */
export function nameIds(written: readonly string[], key: string, taken: ReadonlySet<string>): Identified {
  const own = new Map<string, string>()
  const given = new Set<string>()
  const doubles = new Map<string, number>()
  const isTaken = (id: string): boolean => taken.has(id) || given.has(id)
  const ids = written.map((source) => {
    const id = isTaken(source) ? freeId(source, key, isTaken, doubles) : source
    given.add(id)
    if (!own.has(source)) own.set(source, id)
    return id
  })
  return { written, ids, sources: [...own.keys()], renamed: new Map([...own].filter(([source, id]) => source !== id)) }
}

function freeId(source: string, key: string, isTaken: (id: string) => boolean, doubles: Map<string, number>): string {
  for (let count = doubles.get(source) ?? 1; ; count++) {
    const id = `${source}${copyMark}${key}${count === 1 ? '' : `${copyMark}${count}`}`
    doubles.set(source, count + 1)
    if (!isTaken(id)) return id
  }
}

/**
 * Gives the elements of a drawing their ids in the page (`nameIds`), and takes its references along. A reference to an id that the drawing does not hold
 * is turned away from the rest of the page, where another drawing may hold it.
 */
export function identify(root: SvgElement, key: string, taken: ReadonlySet<string>): Identified {
  const named: SvgElement[] = []
  for (const node of elementsOf(root)) {
    const source = node.attributes.get('id')
    if (source === '') node.attributes.delete('id')
    else if (source !== undefined) named.push(node)
  }
  const written = named.map(({ attributes }) => attributes.get('id') ?? '')
  const identified = nameIds(written, key, taken)
  for (const [index, { attributes }] of named.entries()) {
    const [source = '', id = ''] = [written[index], identified.ids[index]]
    if (id === source) continue
    attributes.set('id', id)
    attributes.set(sourceIdAttribute, source)
  }
  const own = new Set(identified.sources)
  renameReferences(root, (source, paints) => {
    if (own.has(source)) return identified.renamed.get(source)
    return paints && source !== '' ? `${source}${copyMark}${key}` : undefined
  })
  return identified
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
