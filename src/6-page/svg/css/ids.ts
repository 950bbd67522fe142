import { cssOf, isSaying, replacePieces } from '../../../formats/css/pieces.ts'
import { type CssToken, cssString, tokenValue } from '../../../formats/css/tokens.ts'
import { isSourceAttribute, sourceIdAttribute, sourceValueAttribute } from '../../../page-contract/attributes.ts'

/** What selectors on ids, and on values that hold ids, have to find. */
export interface RenamedIds {
  /** Source ids of elements that have another id in the page. */
  readonly sources: ReadonlySet<string>
  /** The ids they have instead. */
  readonly generated: ReadonlySet<string>
  /** Attribute → what the files have in it where the page has it with another id: `fill` → `url(#g)`. Few sheets ask. */
  readonly values: () => ReadonlyMap<string, ReadonlySet<string>>
  /** Attribute selector → whether it concerns these ids: the slides of a deck write the same ones over and over. */
  readonly answers: Map<string, boolean>
}

/**
 * CSS with each selector on an id that has been renamed made to find it by its source id as well: `#node1` becomes
 * `:is(#node1,[data-source-id="node1"])`, which has the specificity of its most specific argument, an id's (Selectors 4 §17);
 * an attribute selector becomes two attribute selectors, also one on a value that holds an id, such as `[fill="url(#g)"]`. All else, and all of a
 * sheet without such ids, stays letter for letter.
 */
export function rewriteIdSelectors(css: string, ids: RenamedIds): string {
  if (!mayConcern(css, ids)) return css
  return replacePieces(css, ({ type, atRule, inert, tokens }) => {
    if (type !== 'prelude' || inert || (atRule !== undefined && atRule !== 'scope')) return undefined
    // Rewriting twice is rewriting once.
    return tokens.some(isRewritten) ? undefined : rewriteSelectors(tokens, ids)
  })
}

/** Most CSS has colours and no such selector, which is seen without reading its tokens; an escape may hide a name, a comment stand before it. */
function mayConcern(css: string, { sources, values }: RenamedIds): boolean {
  if (sources.size === 0) return false
  for (const [, id, attribute, bar] of css.matchAll(/#([-\w\x80-\uffff]+)|\[\s*([-\w]+)(\|(?!=))?|\[|\\/g)) {
    if (id !== undefined ? sources.has(id) : attribute === undefined || bar || attribute.toLowerCase() === 'id' || values().has(attribute))
      return true
  }
  return false
}

const isRewritten = (token: CssToken): boolean => token.type === 'ident' && isSourceAttribute(token.text)

function rewriteSelectors(tokens: readonly CssToken[], ids: RenamedIds): string {
  let result = ''
  for (let index = 0; index < tokens.length; ) {
    const token = tokens[index] as CssToken
    let end = index + 1
    if (token.type === '[') while (end < tokens.length && tokens[end - 1]?.type !== ']') end++
    const own = tokens.slice(index, end)
    const rewritten = token.type === 'hash' ? idSelector(token, ids) : token.type === '[' ? attributeSelector(own, ids) : undefined
    result += rewritten ?? cssOf(own)
    index = end
  }
  return result
}

function idSelector(token: CssToken, { sources }: RenamedIds): string | undefined {
  const id = tokenValue(token)
  return sources.has(id) && idHash.test(token.text) ? `:is(${token.text},[${sourceIdAttribute}=${cssString(id)}])` : undefined
}

/** One that is a name (CSS Syntax 3 §4.3.1); no other is a selector. */
const idHash = /^#(?:-?(?:[a-z_\x80-\uffff]|\\)|--)/i

/** `[id <operator> <value> <flag>]` (Selectors 4 §6). */
function attributeSelector(tokens: readonly CssToken[], ids: RenamedIds): string | undefined {
  const [, name, ...rest] = tokens.filter(isSaying)
  if (name?.type !== 'ident' || tokenValue(name).toLowerCase() !== 'id') return valueSelector(tokens, ids)
  const equals = rest.findIndex(({ text }) => text === '=')
  const operator = rest
    .slice(0, equals + 1)
    .map(({ text }) => text)
    .join('')
  const [value, flag] = rest.slice(equals + 1)
  if (!tests.has(operator) || !value || !/^(?:ident|string)$/.test(value.type)) return undefined
  if (!concerns(ids, operator, tokenValue(value), flag?.text.toLowerCase() === 'i')) return undefined
  const written = cssOf(tokens)
  const bySource = tokens.map((token) => (token === name ? sourceIdAttribute : token.text)).join('')
  return `:is(${written}${operator === '=' ? '' : guard},${bySource})`
}

/** `[fill="url(#g)"]`, `[*|href="#node1"]`. */
function valueSelector(tokens: readonly CssToken[], { values }: RenamedIds): string | undefined {
  const saying = tokens.filter(isSaying).slice(1)
  const bar = saying[1]?.text === '|' && saying[2]?.type === 'ident' ? 1 : saying[0]?.text === '|' ? 0 : -1
  const name = saying[bar + 1]
  const prefix = bar === 1 ? saying[0]?.text : ''
  const rest = saying.slice(bar + 2)
  const equals = rest.findIndex(({ text }) => text === '=')
  const value = rest[equals + 1]
  if (name?.type !== 'ident' || equals < 0 || equals > 1 || !value || !/^(?:ident|string)$/.test(value.type)) return undefined
  const local = tokenValue(name)
  // The one that SVG 1.1 has of another namespace, which a prefix stands for.
  const names = [...(prefix === '' || prefix === '*' ? [local] : []), ...(prefix === '' ? [] : [`xlink:${local}`])]
  const wanted = names.filter((attribute) => !local.includes(':') && values().has(attribute))
  const isWhole = equals === 0
  const ignoresCase = rest[equals + 2]?.text.toLowerCase() === 'i'
  const fold = (text: string): string => (ignoresCase ? text.toLowerCase() : text)
  const isFound = (attribute: string): boolean =>
    [...(values().get(attribute) ?? [])].some((source) => fold(source) === fold(tokenValue(value)))
  if (wanted.length === 0 || (isWhole && !wanted.some(isFound))) return undefined
  const after = cssOf(tokens.slice(tokens.indexOf(name) + 1))
  const guards = isWhole ? '' : wanted.map((attribute) => `:where(:not([${sourceValueAttribute(attribute)}]))`).join('')
  return `:is(${cssOf(tokens)}${guards},${wanted.map((attribute) => `[${sourceValueAttribute(attribute)}${after}`).join(',')})`
}

/** Keeps a selector on part of an id from finding an id that only the page gave. */
const guard = `:where(:not([${sourceIdAttribute}]))`

/** Whether the selector finds a source id, or would find an id that only we gave. */
function concerns({ sources, generated, answers }: RenamedIds, operator: string, value: string, ignoreCase: boolean): boolean {
  if (operator === '=' && !ignoreCase) return sources.has(value)
  const question = `${operator}${ignoreCase}${value}`
  const known = answers.get(question)
  if (known !== undefined) return known
  const wanted = ignoreCase ? value.toLowerCase() : value
  const found = (id: string): boolean => tests.get(operator)?.(ignoreCase ? id.toLowerCase() : id, wanted) === true
  const answer = value !== '' && ([...sources].some(found) || [...generated].some(found))
  answers.set(question, answer)
  return answer
}

const tests: ReadonlyMap<string, (id: string, value: string) => boolean> = new Map(
  Object.entries<(id: string, value: string) => boolean>({
    '=': (id, value) => id === value,
    '^=': (id, value) => id.startsWith(value),
    '$=': (id, value) => id.endsWith(value),
    '*=': (id, value) => id.includes(value),
    '~=': (id, value) => id.split(/\s+/).includes(value),
    '|=': (id, value) => id === value || id.startsWith(`${value}-`),
  }),
)
