import { applyEdits, type Edit, nextSaying, startOf } from './pieces.ts'
import { type CssToken, readTokens, tokenValue } from './tokens.ts'

/** An address in CSS: `url(a)`, `url("a")`, or a string in `image-set()`. */
export interface CssUrl {
  /** Escapes read. */
  readonly address: string
  /** The token that holds it. */
  readonly named: number
  /** The tokens that it takes, without the one at `end`. */
  readonly first: number
  readonly end: number
}

/** The address that starts with this token. An `url()` with more than a string in it is none: no browser reads it. */
export function urlAt(tokens: readonly CssToken[], first: number): CssUrl | undefined {
  const token = tokens[first]
  if (token?.type === 'url') return { address: tokenValue(token), named: first, first, end: first + 1 }
  if (token?.type !== 'function' || tokenValue(token).toLowerCase() !== 'url') return undefined
  const string = nextSaying(tokens, first + 1)
  const close = nextSaying(tokens, string + 1)
  const named = tokens[string]
  if (named?.type !== 'string' || (tokens[close]?.type ?? ')') !== ')') return undefined
  return { address: tokenValue(named), named: string, first, end: Math.min(close + 1, tokens.length) }
}

/** Every address among the tokens, in order. */
export function urlsIn(tokens: readonly CssToken[]): CssUrl[] {
  const urls: CssUrl[] = []
  /** For each open bracket, whether a string in it is an address. */
  const open: boolean[] = []
  for (let index = 0; index < tokens.length; ) {
    const token = tokens[index] as CssToken
    const inSet = open.at(-1) === true && token.type === 'string'
    const url = inSet ? { address: tokenValue(token), named: index, first: index, end: index + 1 } : urlAt(tokens, index)
    if (url) urls.push(url)
    else if (token.type === 'function') open.push(/^(?:-webkit-)?image-set$/i.test(tokenValue(token)))
    else if (token.type === '(') open.push(false)
    else if (token.type === ')') open.pop()
    index = url?.end ?? index + 1
  }
  return urls
}

/** CSS, or the value of a property, with some of its addresses written anew. */
export function replaceUrls(css: string, rewrite: (address: string, written: string) => string | undefined): string {
  if (!mayHaveUrls(css)) return css
  const tokens = readTokens(css)
  const edits = urlsIn(tokens).flatMap(({ address, first, end }): Edit[] => {
    const [from, to] = [startOf(tokens, first), startOf(tokens, end)]
    const text = rewrite(address, css.slice(from, to))
    return text === undefined ? [] : [{ start: from, end: to, text }]
  })
  return applyEdits(css, edits)
}

/** Where in a text an address ends that its tokens hold, blanks behind it left out: what is put there becomes its end, if CSS reads it as it is. */
export const endOfAddress = (tokens: readonly CssToken[], { named }: CssUrl): number =>
  startOf(tokens, named) + endIn(tokens[named]?.text ?? '')

/** In a `url(…)` without quotes, or a string. Neither need be closed at the end of a text; an escape may end in a blank. */
function endIn(token: string): number {
  const closer = /^["']/.test(token) ? token[0] : ')'
  const isClosed = token.length > 1 && token.endsWith(closer ?? '') && !isEscaped(token, token.length - 1)
  const end = token.slice(0, isClosed ? -1 : undefined).trimEnd().length
  return isEscaped(token, end) ? end - 1 : end
}

function isEscaped(text: string, index: number): boolean {
  let start = index
  while (text[start - 1] === '\\') start--
  return (index - start) % 2 === 1
}

/** Most CSS has none; an escape may hide a name. */
export const mayHaveUrls = (css: string): boolean => css.includes('(') && /url\(|image-set\(|\\/i.test(css)
