import { isInside, isPicture, short } from './addresses.ts'

export interface CleanCss {
  readonly css: string
  /** What was taken out, in words. */
  readonly removed: readonly string[]
}

const name = '(?:[-\\w\\x80-\\uffff]+|\\\\(?:[0-9a-f]{1,6}[ \\t\\n]?|[^\\n0-9a-f]))+'
/** CSS Syntax 3 §4, as far as it decides where strings, comments and addresses begin and end. No alternative needs to try again. */
const token = new RegExp(
  [
    '/\\*[^]*?(?:\\*/|$)',
    `(?<string>"[^"\\\\\\n]*(?:\\\\[^][^"\\\\\\n]*)*"?|'[^'\\\\\\n]*(?:\\\\[^][^'\\\\\\n]*)*'?)`,
    '<!--',
    `(?<marked>[#@]${name})`,
    `(?<name>${name})`,
    '[^]',
  ].join('|'),
  'giy',
)
/** After `url(`: an address without quotes runs to the next bracket whatever stands in it (§4.3.6, §4.3.14). */
const bareAddress = /(?![ \t\n]*["'])([^)\\]*(?:\\[\s\S][^)\\]*)*)(?:\)|\\?$)/y

/** A string in them is an address. */
const loading = /^(?:url|src|image|(?:-webkit-)?image-set|url-prefix|domain)$/
/** What may stand in them besides strings: anything else, such as `var()`, could make up an address. */
const plainInLoading =
  /^(?:removed|url|type|format|tech|(?:-webkit-)?image-set|calc|(?:repeating-)?(?:linear|radial|conic)-gradient|rgba?|hsla?)$/

/**
 * CSS that loads nothing and runs nothing: an address that `isKept` refuses becomes `none` or an empty string, `@import` an empty
 * comment. Escapes and comments hide nothing from it; it takes linear time. Where there is nothing to take out the text stays as it is.
 */
export function cleanCss(written: string, isKept: (address: string) => boolean = isWithin): CleanCss {
  if (!suspicious.test(written)) return { css: written, removed: [] }
  // As a browser reads it first (§3.3).
  const css = written.replace(/\r\n?|\f/g, '\n').replace(/\0/g, '\ufffd')
  const removed = new Set<string>()
  /** For each open bracket, whether a string in it is an address. */
  const open: boolean[] = []
  const scanner = new RegExp(token)
  let result = ''
  /** How many brackets were open at the start of a rule that goes out up to its semicolon. */
  let dropped: number | undefined
  while (scanner.lastIndex < css.length) {
    const { groups = {}, 0: text } = scanner.exec(css) as RegExpExecArray
    let kept = text
    if (groups['name'] !== undefined && css[scanner.lastIndex] === '(') {
      const call = readCall(css, text, scanner.lastIndex + 1, open.at(-1) ?? false, isKept)
      if (call.removed !== undefined) removed.add(call.removed)
      if (call.opens !== undefined) open.push(call.opens)
      kept = call.text
      scanner.lastIndex = call.end
    } else if (groups['string'] !== undefined && open.at(-1)) {
      const address = addressIn(text)
      if (!isKept(address) && !mediaTypes.test(address)) {
        removed.add(`a reference to ${short(address)}`)
        kept = '""'
      }
    } else if (groups['marked'] !== undefined && /^@import$/i.test(unescaped(text))) {
      removed.add('an imported style sheet')
      // What stands around it must not come together to a name, or to the start of a comment.
      if (dropped === undefined) result += '/**/'
      dropped ??= open.length
    } else if (text === '(') open.push(open.at(-1) ?? false)
    else if (text === ')') open.pop()
    else if (dropped !== undefined && /^[{}]$/.test(text)) dropped = undefined
    if (dropped === undefined) result += kept
    else if (text === ';' && open.length <= dropped) dropped = undefined
  }
  return removed.size === 0 ? { css: written, removed: [] } : { css: result, removed: [...removed] }
}

/** Nothing can be wrong in CSS without one of these; an escape may hide any. */
const suspicious = /\\|url|src|image|import|domain|expression/i

/** Names no other file. */
export const isWithin = (address: string): boolean => isInside(address) || isPicture(address)

/** Of a picture in `image-set()`: `type("image/png")`. */
const mediaTypes = /^image\/[\w+.-]+$/

interface Call {
  readonly text: string
  readonly end: number
  /** Whether strings in the bracket it opens are addresses; undefined where it opens none. */
  readonly opens?: boolean
  readonly removed?: string
}

/** `name(`, and an address without quotes to its end. `at` is behind the bracket. */
function readCall(css: string, written: string, at: number, inLoading: boolean, isKept: (address: string) => boolean): Call {
  const called = unescaped(written).toLowerCase()
  if (called === 'url') {
    bareAddress.lastIndex = at
    const found = bareAddress.exec(css)
    if (found) {
      const address = unescaped(found[1] ?? '').trim()
      const end = at + found[0].length
      return isKept(address)
        ? { text: css.slice(at - 1 - written.length, end), end }
        : { text: 'none', end, removed: `a reference to ${short(address)}` }
    }
  }
  if (called === 'expression') return { text: 'removed(', end: at, opens: inLoading, removed: 'an expression' }
  if (inLoading && !plainInLoading.test(called))
    return { text: 'removed(', end: at, opens: true, removed: `an address made up by ${called}()` }
  return { text: `${written}(`, end: at, opens: inLoading || loading.test(called) }
}

const addressIn = (string: string): string => unescaped(string.replace(/^["']|["']$/g, '')).trim()

const unescaped = (text: string): string =>
  text.replace(/\\(?:([0-9a-f]{1,6})[ \t\n]?|\n|([\s\S]))/gi, (_, code?: string, character?: string) => {
    if (code === undefined) return character ?? ''
    const point = Number.parseInt(code, 16)
    return point === 0 || point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point)
  })
