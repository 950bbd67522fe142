import { cssString, replacePreludes, unescapeCss } from './rules.ts'

/** The source id of an element whose `id` in the page is another. */
export const sourceIdAttribute = 'data-source-id'

/** What selectors on ids have to find. */
export interface RenamedIds {
  /** Source ids of elements that have another id in the page. */
  readonly sources: ReadonlySet<string>
  /** The ids they have instead. */
  readonly generated: ReadonlySet<string>
}

/** `<attribute> <operator> <value> <flag>` of an attribute selector on id (Selectors 4 §6). */
const attributeSelector =
  /^\[\s*\|?id\s*([~|^$*]?=)\s*(?:"((?:\\[\s\S]|[^"\\])*)"|'((?:\\[\s\S]|[^'\\])*)'|((?:\\[\s\S]|[^\s\]"'\\])+))\s*([is])?\s*\]$/i

const selectorToken =
  /\/\*[\s\S]*?(?:\*\/|$)|"(?:\\[\s\S]|[^"\\])*(?:"|$)|'(?:\\[\s\S]|[^'\\])*(?:'|$)|\[(?:"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|\\[\s\S]|[^\]"'\\])*\]|#((?:\\[0-9a-f]{1,6}\s?|\\[\s\S]|[\w-]|[^\0-\x7f])+)|\\[\s\S]/gi

/**
 * CSS with each selector on an id that has been renamed made to find it by its source id as well: `#node1` becomes
 * `:is(#node1,[data-source-id="node1"])`, which has the specificity of its most specific argument, an id's (Selectors 4 §17);
 * an attribute selector becomes two attribute selectors. All else, and all of a sheet without such ids, stays letter for letter.
 */
export function rewriteIdSelectors(css: string, ids: RenamedIds): string {
  if (ids.sources.size === 0 || !/#|\[\s*\|?id/i.test(css)) return css
  return replacePreludes(css, (text, { atRule, inKeyframes }) => {
    if (atRule !== undefined && atRule !== 'scope') return undefined
    if (inKeyframes || /^\s*--[\w-]*\s*:/.test(text)) return undefined
    return rewriteSelectors(text, ids)
  })
}

export const rewriteSelectors = (selectors: string, ids: RenamedIds): string =>
  selectors.replace(selectorToken, (match: string, hash: string | undefined, offset: number) => {
    if (hash !== undefined) {
      const id = unescapeCss(hash)
      if (!ids.sources.has(id) || isRewritten(selectors, offset, match)) return match
      return `:is(${match.trimEnd()},[${sourceIdAttribute}=${cssString(id)}])${/\s$/.test(match) ? ' ' : ''}`
    }
    if (match[0] !== '[') return match
    const parts = attributeSelector.exec(match)
    if (!parts || isRewritten(selectors, offset, match)) return match
    const [, operator = '', double, single, bare, flag = ''] = parts
    const value = unescapeCss(double ?? single ?? bare ?? '')
    if (!concerns(ids, operator, value, flag.toLowerCase() === 'i')) return match
    const bySource = match.replace(/\|?id/i, sourceIdAttribute)
    return `:is(${match}${operator === '=' ? '' : `:where(:not([${sourceIdAttribute}]))`},${bySource})`
  })

/** Rewriting twice is rewriting once. */
const isRewritten = (selectors: string, offset: number, match: string): boolean => {
  const after = offset + match.length
  return (
    selectors.startsWith(':is(', offset - 4) &&
    (selectors.startsWith(`,[${sourceIdAttribute}`, after) || selectors.startsWith(`:where(:not([${sourceIdAttribute}]))`, after))
  )
}

/** Whether the selector finds a source id, or would find an id that only we gave. */
function concerns({ sources, generated }: RenamedIds, operator: string, value: string, ignoreCase: boolean): boolean {
  const wanted = ignoreCase ? value.toLowerCase() : value
  const test = tests[operator]
  if (!test || (wanted === '' && operator !== '=')) return false
  const found = (id: string) => test(ignoreCase ? id.toLowerCase() : id, wanted)
  return [...sources].some(found) || [...generated].some(found)
}

const tests: Readonly<Record<string, (id: string, value: string) => boolean>> = {
  '=': (id, value) => id === value,
  '^=': (id, value) => id.startsWith(value),
  '$=': (id, value) => id.endsWith(value),
  '*=': (id, value) => id.includes(value),
  '~=': (id, value) => id.split(/\s+/).includes(value),
  '|=': (id, value) => id === value || id.startsWith(`${value}-`),
}
