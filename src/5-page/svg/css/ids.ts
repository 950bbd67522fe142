import { cssString, replacePreludes, unescapeCss } from './rules.ts'

/** The source id of an element whose `id` in the page is another. */
export const sourceIdAttribute = 'data-source-id'

/** What selectors on ids have to find. */
export interface RenamedIds {
  /** Source ids of elements that have another id in the page. */
  readonly sources: ReadonlySet<string>
  /** The ids they have instead. */
  readonly generated: ReadonlySet<string>
  /** Attribute selector → whether it concerns these ids: the slides of a deck write the same ones over and over. */
  readonly answers: Map<string, boolean>
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
  return replacePreludes(css, (text, { atRule, inert }) => {
    if (atRule !== undefined && atRule !== 'scope') return undefined
    if (inert) return undefined
    return rewriteSelectors(text, ids)
  })
}

const rewriteSelectors = (selectors: string, ids: RenamedIds): string =>
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
    return `:is(${match}${operator === '=' ? '' : guard},${bySource})`
  })

/** Keeps a selector on part of an id from finding an id that only the page gave. */
const guard = `:where(:not([${sourceIdAttribute}]))`

/** Rewriting twice is rewriting once. */
const isRewritten = (selectors: string, offset: number, match: string): boolean => {
  if (!selectors.startsWith(':is(', offset - 4)) return false
  const after = offset + match.length
  const next = selectors.startsWith(guard, after) ? after + guard.length : after
  return new RegExp(`,\\[\\s*${sourceIdAttribute}\\b`, 'y').test(selectors.slice(next, next + 40))
}

/** Whether the selector finds a source id, or would find an id that only we gave. */
function concerns({ sources, generated, answers }: RenamedIds, operator: string, value: string, ignoreCase: boolean): boolean {
  if (operator === '=' && !ignoreCase) return sources.has(value)
  const question = `${operator}${ignoreCase}${value}`
  const known = answers.get(question)
  if (known !== undefined) return known
  const wanted = ignoreCase ? value.toLowerCase() : value
  const found = (id: string): boolean => tests[operator]?.(ignoreCase ? id.toLowerCase() : id, wanted) === true
  const answer = value !== '' && ([...sources].some(found) || [...generated].some(found))
  answers.set(question, answer)
  return answer
}

const tests: Readonly<Record<string, (id: string, value: string) => boolean>> = {
  '=': (id, value) => id === value,
  '^=': (id, value) => id.startsWith(value),
  '$=': (id, value) => id.endsWith(value),
  '*=': (id, value) => id.includes(value),
  '~=': (id, value) => id.split(/\s+/).includes(value),
  '|=': (id, value) => id === value || id.startsWith(`${value}-`),
}
