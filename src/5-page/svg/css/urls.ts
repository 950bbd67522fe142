import { cssString, unescapeCss } from './rules.ts'
import { drawingAttribute } from './scope.ts'

/** Source id → what it is called in the inclusions where it is called otherwise, by `data-drawing`. */
export type OwnIds = ReadonlyMap<string, ReadonlyMap<string, string>>

const token =
  /\/\*[\s\S]*?(?:\*\/|$)|(?<!var\(--url-[\w-]*,)url\(\s*(?:"#((?:\\[\s\S]|[^"\\])*)"|'#((?:\\[\s\S]|[^'\\])*)'|#((?:\\[\s\S]|[^\s"'()\\])*))\s*\)|"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'/gi

/**
 * Author's CSS with `url(#id)` made to reach the inclusion that the rule's element is in: a custom property, which each inclusion sets on its
 * root and its parts inherit, stands before the id itself. The sheet brings the properties along.
 */
export function rewriteUrls(css: string, ids: OwnIds): string {
  const used = new Set<string>()
  const rewritten = css.replace(token, (match: string, double?: string, single?: string, bare?: string) => {
    const fragment = double ?? single ?? bare
    const id = fragment === undefined ? '' : unescapeCss(fragment)
    if (!ids.has(id)) return match
    used.add(id)
    return `var(${propertyOf(id)},${match})`
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
export const refersByUrl = (css: string): boolean => /url\(\s*["']?#/i.test(css)

/** Unlike in an identifier, nothing in it needs to be escaped. */
const propertyOf = (id: string): string =>
  `--url-${id.replace(/[^a-z0-9-]/gi, (character) => `_${character.codePointAt(0)?.toString(16)}_`)}`
