import { cssString } from '../../../formats/css/tokens.ts'
import { mayHaveUrls, replaceUrls } from '../../../formats/css/urls.ts'
import { drawingAttribute } from '../../../page-contract/attributes.ts'
import { idIn } from '../references.ts'

/** Source id → what it is called in the inclusions where it is called otherwise, by `data-drawing`. */
export type OwnIds = ReadonlyMap<string, ReadonlyMap<string, string>>

/**
 * Author's CSS with `url(#id)` made to reach the inclusion that the rule's element is in: a custom property, which each inclusion sets on its
 * root and its parts inherit, stands before the id itself. The sheet brings the properties along.
 */
export function rewriteUrls(css: string, ids: OwnIds): string {
  // Rewriting twice is rewriting once.
  if (css.includes('var(--url-')) return css
  const used = new Set<string>()
  const rewritten = replaceUrls(css, (address, written) => {
    const id = idIn(address)
    if (id === undefined || !ids.has(id)) return undefined
    used.add(id)
    return `var(${propertyOf(id)},${written})`
  })
  if (used.size === 0) return css
  const inclusions = new Map<string, string>()
  for (const id of used) {
    for (const [drawing, own] of ids.get(id) ?? []) {
      inclusions.set(drawing, `${inclusions.get(drawing) ?? ''}${propertyOf(id)}:url(${cssString(`#${own}`)});`)
    }
  }
  return `${rewritten}\n${[...inclusions].map(([drawing, own]) => `:where([${drawingAttribute}="${drawing}"]){${own}}`).join('\n')}\n`
}

/** Few sheets do. */
export const refersByUrl = (css: string): boolean => css.includes('#') && mayHaveUrls(css)

/** Unlike in an identifier, nothing in it needs to be escaped. */
const propertyOf = (id: string): string =>
  `--url-${id.replace(/[^a-z0-9-]/gi, (character) => `_${character.codePointAt(0)?.toString(16)}_`)}`
