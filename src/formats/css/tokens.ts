/**
 * A token of CSS Syntax 3 §4 under the name that it has there, besides comments, which the standard drops. A mark (`{`, `:` …) is its own type.
 * `url(` before a string is a function, as any other.
 */
export interface CssToken {
  readonly type: CssTokenType
  /** As written; the texts of all tokens are the whole of the CSS. */
  readonly text: string
  /** Where the text stands, in UTF-16 units. */
  readonly start: number
}

export type CssTokenType =
  | 'ident'
  | 'function'
  | 'at-keyword'
  | 'hash'
  | 'string'
  | 'bad-string'
  | 'url'
  | 'bad-url'
  | 'delim'
  | 'number'
  | 'percentage'
  | 'dimension'
  | 'whitespace'
  | 'CDO'
  | 'CDC'
  | Mark
  | 'comment'

type Mark = ':' | ';' | ',' | '[' | ']' | '(' | ')' | '{' | '}'

const marks: ReadonlySet<string> = new Set<Mark>([':', ';', ',', '[', ']', '(', ')', '{', '}'])

// Our own, though svgo brings css-tree's: for that one (3.2.1) `u\72 l(x)` is no url, a broken string takes the line's end with it, and a backslash
// at the end is none, where browsers go by the standard. Who cleans a stranger's styles must read them as browsers do.
// Each matches at `lastIndex` alone and repeats nothing but single characters: that takes linear time and no stack.
const space = /[ \t\n\r\f]*/y
const nameStart = /-?(?:[a-z_\0\x80-\uffff]|\\(?![\n\r\f]))|--/iy
const nameRun = /[-\w\0\x80-\uffff]*/y
const number = /[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?/iy
/** Of a valid escape (§4.3.8); what it is an escape of may be the end of the text. */
const escapeAt = /\\(?:[0-9a-f]{1,6}(?:\r\n|[ \t\n\r\f])?|[^\n\r\f]|$)/iy
const lineEnd = /\r\n|[\n\r\f]/y
const doubleRun = /[^"\\\n\r\f]*/y
const singleRun = /[^'\\\n\r\f]*/y
const urlRun = /[^"'()\\ \t\n\r\f\x01-\x08\x0b\x0e-\x1f\x7f]*/y
const badUrlRun = /[^)\\]*/y

/** Every token of the CSS, which may be anything, in order and in linear time. */
export function readTokens(css: string): CssToken[] {
  const tokens: CssToken[] = []
  for (let start = 0; start < css.length; ) {
    const [type, end] = readToken(css, start)
    tokens.push({ type, text: css.slice(start, end), start })
    start = end
  }
  return tokens
}

type TypeAndEnd = readonly [type: CssTokenType, end: number]

/** §4.3.1. What most tokens start with is asked first. */
function readToken(css: string, at: number): TypeAndEnd {
  const first = css[at] as string
  if (marks.has(first)) return [first as Mark, at + 1]
  if (first >= 'a' && first <= 'z') return readName(css, at)
  if (first <= ' ') {
    const end = past(space, css, at)
    if (end > at) return ['whitespace', end]
  }
  if (first === '"' || first === "'") return readString(css, at, first)
  if (first === '/' && css[at + 1] === '*') {
    const end = css.indexOf('*/', at + 2)
    return ['comment', end < 0 ? css.length : end + 2]
  }
  if (first === '#' && (past(nameRun, css, at + 1) > at + 1 || past(escapeAt, css, at + 1) > at + 1)) return ['hash', nameEnd(css, at + 1)]
  if (first === '@' && past(nameStart, css, at + 1) > at + 1) return ['at-keyword', nameEnd(css, at + 1)]
  const digits = /[-+.\d]/.test(first) ? past(number, css, at) : at
  if (digits > at) {
    if (css[digits] === '%') return ['percentage', digits + 1]
    return past(nameStart, css, digits) > digits ? ['dimension', nameEnd(css, digits)] : ['number', digits]
  }
  if (css.startsWith('-->', at)) return ['CDC', at + 3]
  if (css.startsWith('<!--', at)) return ['CDO', at + 4]
  return past(nameStart, css, at) > at ? readName(css, at) : ['delim', at + 1]
}

/** §4.3.4. */
function readName(css: string, start: number): TypeAndEnd {
  const end = nameEnd(css, start)
  if (css[end] !== '(') return ['ident', end]
  if (unescaped(css.slice(start, end)).toLowerCase() !== 'url') return ['function', end + 1]
  const inside = past(space, css, end + 1)
  return /["']/.test(css[inside] ?? '') ? ['function', end + 1] : readUrl(css, inside)
}

/** §4.3.12. */
function nameEnd(css: string, start: number): number {
  for (let at = past(nameRun, css, start); ; ) {
    const escaped = css[at] === '\\' ? past(escapeAt, css, at) : at
    if (escaped === at) return at
    at = past(nameRun, css, escaped)
  }
}

/** §4.3.5. */
function readString(css: string, start: number, quote: string): TypeAndEnd {
  const end = stringEnd(css, start + 1, quote)
  if (end < css.length && css[end] !== quote) return ['bad-string', end]
  return ['string', Math.min(end + 1, css.length)]
}

/** Where what a string says ends: at its quote, a line's end or the end of the text. */
function stringEnd(css: string, start: number, quote: string): number {
  const run = quote === '"' ? doubleRun : singleRun
  for (let at = past(run, css, start); ; at = past(run, css, at)) {
    if (css[at] !== '\\') return at
    const escaped = past(escapeAt, css, at)
    at = escaped > at ? escaped : past(lineEnd, css, at + 1)
  }
}

/** §4.3.6; `start` is behind the bracket and blanks. */
function readUrl(css: string, start: number): TypeAndEnd {
  const end = past(space, css, urlEnd(css, start))
  if (end >= css.length) return ['url', css.length]
  return css[end] === ')' ? ['url', end + 1] : ['bad-url', badUrlEnd(css, end)]
}

/** Where an address without quotes ends. */
function urlEnd(css: string, start: number): number {
  for (let at = past(urlRun, css, start); ; ) {
    const escaped = past(escapeAt, css, at)
    if (escaped === at) return at
    at = past(urlRun, css, escaped)
  }
}

/** §4.3.14. */
function badUrlEnd(css: string, start: number): number {
  for (let at = past(badUrlRun, css, start); ; at = past(badUrlRun, css, at)) {
    if (at >= css.length) return css.length
    if (css[at] === ')') return at + 1
    at = Math.max(past(escapeAt, css, at), at + 1)
  }
}

/** Where what the pattern matches at `start` ends; `start` where it does not match. */
function past(pattern: RegExp, css: string, start: number): number {
  pattern.lastIndex = start
  return pattern.test(css) ? pattern.lastIndex : start
}

/** What a token says, escapes read: a name without its mark, the text of a string, the address in `url()`; anything else as written. */
export function tokenValue({ type, text }: CssToken): string {
  switch (type) {
    case 'function':
      return unescaped(text.slice(0, -1))
    case 'at-keyword':
    case 'hash':
      return unescaped(text.slice(1))
    case 'string':
      return unescaped(text.slice(1, stringEnd(text, 1, text[0] ?? '')), '')
    case 'url': {
      const start = past(space, text, text.indexOf('(') + 1)
      return unescaped(text.slice(start, urlEnd(text, start)))
    }
    case 'bad-url':
      return unescaped(text.slice(text.indexOf('(') + 1).replace(/\)$/, '')).trim()
    case 'ident':
    case 'dimension':
      return unescaped(text)
    default:
      return text
  }
}

const escapes = /\\(?:([0-9a-f]{1,6})(?:\r\n|[ \t\n\r\f])?|\r\n|[\n\r\f]|([\s\S])|$)|\0/gi

/** §4.3.7; a backslash before the end of a line says nothing (§4.3.5), nor does a string's at the end of the text. */
const unescaped = (text: string, atEnd = '\ufffd'): string =>
  /[\\\0]/.test(text)
    ? text.replace(escapes, (written, code: string | undefined, character: string | undefined) => {
        if (code === undefined) return character ?? (written === '\\' ? atEnd : written === '\0' ? '\ufffd' : '')
        const point = Number.parseInt(code, 16)
        return point === 0 || point > 0x10ffff || (point >= 0xd800 && point < 0xe000) ? '\ufffd' : String.fromCodePoint(point)
      })
    : text

/** A text as a CSS string, which ends no element that it stands in. */
export const cssString = (value: string, quote = '"'): string =>
  `${quote}${value.replace(/["'\\]/g, (mark) => (mark === '\\' || mark === quote ? `\\${mark}` : mark)).replace(/[\n\r\f<]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}${quote}`

/** `url(…)` of any address; quoted where CSS would not take it as it is (CSS Syntax, section 4.3.6). */
export const cssUrl = (address: string): string => `url(${/[\s"'()\\]/.test(address) ? cssString(address) : address})`
