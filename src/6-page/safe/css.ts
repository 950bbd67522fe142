import { isInside, isPicture, short } from '../../formats/addresses.ts'
import { type CssToken, cssString, readTokens, tokenValue } from '../../formats/css/tokens.ts'
import { urlAt } from '../../formats/css/urls.ts'
import { quiet } from './quiet-css.ts'

export interface CleanCss {
  readonly css: string
  /** What was taken out, in words. */
  readonly removed: readonly string[]
}

/** A string in them is an address. */
const loading = /^(?:url|src|image|(?:-webkit-)?image-set|url-prefix|domain)$/
/** What may stand in them besides strings: anything else, such as `var()`, could make up an address. */
const plainInLoading =
  /^(?:removed|url|type|format|tech|(?:-webkit-)?image-set|calc|(?:repeating-)?(?:linear|radial|conic)-gradient|rgba?|hsla?)$/

/**
 * CSS that loads nothing and runs nothing: an address that `isKept` refuses becomes `none` or an empty string, `@import` an empty
 * comment. Escapes and comments hide nothing from it; it takes linear time. What a scanner that reads no tokens could take for one of these
 * is written another way that says the same (quiet-css.ts); all else stays as it is.
 */
export function cleanCss(css: string, isKept: (address: string) => boolean = isWithin): CleanCss {
  if (!suspicious.test(css)) return { css, removed: [] }
  const removed = new Set<string>()
  /** For each open bracket, whether a string in it is an address. */
  const open: boolean[] = []
  let result = ''
  /** How many brackets were open at the start of a rule that goes out, up to its semicolon or to the end of the bracket it stands in. */
  let dropped: number | undefined
  const tokens = withPlainNamespaces(readTokens(css))
  for (const [index, token] of tokens.entries()) {
    const { type } = token
    let kept = quiet(token, tokens[index + 1])
    if (type === '(') open.push(open.at(-1) ?? false)
    else if (type === ')') {
      open.pop()
      // The bracket that the rule stands in: it must not go, or what is behind would be in it.
      if (dropped !== undefined && open.length < dropped) dropped = undefined
    } else if (type === 'function') {
      const call = checkCall(token, open.at(-1) ?? false)
      if (call.removed !== undefined) {
        removed.add(call.removed)
        kept = 'removed('
      }
      open.push(call.opens)
    } else if (type === 'url' || type === 'bad-url' || ((type === 'string' || type === 'bad-string') && open.at(-1))) {
      const address = tokenValue(token).trim()
      const isUrl = type === 'url' || type === 'bad-url'
      if (!isKept(address) && (isUrl || !mediaTypes.test(address))) {
        removed.add(`a reference to ${short(address)}`)
        // What stands behind must not come together with it to a name.
        kept = isUrl ? `none${plainBehind.test(tokens[index + 1]?.type ?? ';') ? '' : '/**/'}` : '""'
      }
    } else if (type === 'at-keyword' && tokenValue(token).toLowerCase() === 'import') {
      removed.add('an imported style sheet')
      // What stands around it must not come together to a name, or to the start of a comment.
      if (dropped === undefined) result += '/**/'
      dropped ??= open.length
    } else if (dropped !== undefined && (type === '{' || type === '}')) dropped = undefined
    if (dropped === undefined) result += kept
    else if (type === ';' && open.length <= dropped) dropped = undefined
  }
  return { css: result, removed: [...removed] }
}

/** Nothing can be wrong in CSS without one of these; an escape may hide any. */
const suspicious = /\\|url|src|image|import|domain|expression/i

const plainBehind = /^(?:whitespace|comment|[;:,)\]{}])$/

/** Names no other file. */
export const isWithin = (address: string): boolean => isInside(address) || isPicture(address)

/** Of a picture in `image-set()`: `type("image/png")`. */
const mediaTypes = /^image\/[\w+.-]+$/

interface Call {
  /** Whether strings in the bracket it opens are addresses. */
  readonly opens: boolean
  readonly removed?: string
}

function checkCall(token: CssToken, inLoading: boolean): Call {
  const called = tokenValue(token).toLowerCase()
  if (called === 'expression') return { opens: inLoading, removed: 'an expression' }
  if (inLoading && !plainInLoading.test(called)) return { opens: true, removed: `an address made up by ${called}()` }
  return { opens: inLoading || loading.test(called) }
}

/** `@namespace` names, and never fetches: its `url(a)` is the string "a" (CSS Namespaces 3 §2). */
function withPlainNamespaces(tokens: readonly CssToken[]): readonly CssToken[] {
  if (!tokens.some(isNamespace)) return tokens
  const result: CssToken[] = []
  let isNaming = false
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as CssToken
    const url = isNaming ? urlAt(tokens, index) : undefined
    result.push(url ? { type: 'string', text: cssString(url.address), start: token.start } : token)
    if (url) index = url.end - 1
    else if (isNamespace(token)) isNaming = true
    else if (/^[;{}]$/.test(token.type)) isNaming = false
  }
  return result
}

const isNamespace = (token: CssToken): boolean => token.type === 'at-keyword' && tokenValue(token).toLowerCase() === 'namespace'
