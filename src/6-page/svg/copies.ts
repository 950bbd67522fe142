import { elementsOf, type SvgElement } from '../../4-look/drawings/xml/tree.ts'
import { isSourceAttribute } from '../../page-contract/attributes.ts'
import { sheetText, suffixesAttribute, writeSuffixes } from '../../page-contract/copies.ts'
import { scopeEnds } from './css/scope.ts'
import { type Reference, referencesIn, sheetReferences } from './references.ts'

/**
 * Writes on each element of a drawing that is included again where it names an id of the drawing, or the drawing itself: there the player makes it
 * another's. `ids` are the drawing's in the page.
 */
export function markSuffixes(root: SvgElement, key: string, ids: ReadonlySet<string>): void {
  const endsOf = (references: readonly Reference[]): number[] => references.flatMap(({ id, idEnd }) => (ids.has(id) ? [idEnd] : []))
  for (const node of elementsOf(root)) {
    const suffixes = new Map<string, { readonly value: string; readonly ends: readonly number[] }>()
    for (const [name, value] of node.attributes) {
      const ends = isSourceAttribute(name) ? [] : endsOf(referencesIn(name, value, node))
      if (ends.length > 0) suffixes.set(name, { value, ends })
    }
    if (node.name === 'style') {
      const value = sheetOf(node)
      const ends = [...endsOf(sheetReferences(value)), ...scopeEnds(value, key)].sort((one, other) => one - other)
      if (ends.length > 0) suffixes.set(sheetText, { value, ends })
    }
    if (suffixes.size > 0) node.attributes.set(suffixesAttribute, writeSuffixes(suffixes))
  }
}

/** A style sheet with the line ends that HTML's parser makes of others (HTML §13.2.3.5), so that its characters can be counted. */
function sheetOf(style: SvgElement): string {
  for (const child of style.children) if (child.type === 'text') child.value = child.value.replace(/\r\n?/g, '\n')
  return style.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
}
