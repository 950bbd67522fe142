import { characterAt, characterBefore, mayFollowEnd, mayPrecedeStart } from './characters.ts'

/**
 * Absolute URIs and e-mail addresses in a text (specification: “standalone hyperlinks”; RFC 2396). Scanners instead of docutils'
 * patterns, which take quadratic time on long runs of address characters: each looks back from its `:` or `@` over characters that
 * hold no other such sign.
 */
export interface UriMatch {
  readonly start: number
  readonly end: number
  /** Absent for an e-mail address. */
  readonly scheme?: string
}

interface Edges {
  readonly text: string
  /** Markup may start here whatever stands before. */
  readonly base: number
  readonly characterLevel: boolean
}

const setOf = (characters: string) => {
  const set = new Uint8Array(0x80)
  for (const character of characters) set[character.charCodeAt(0)] = 1
  return (text: string, at: number): boolean => set[text.charCodeAt(at)] === 1
}
const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const alphanumerics = `${letters}0123456789`
const isLetter = setOf(letters)
const isSchemeCharacter = setOf(`${alphanumerics}.+-`)
const isUriCharacter = setOf(`${alphanumerics}-_.!~*'()[];/:@&=+$,%\0`)
const isLastUriCharacter = setOf(`${alphanumerics}_~*/=+`)
const isEmailCharacter = setOf(`${alphanumerics}-_!~*'{|}/#?^\`&=+$%\0`)

const colon = 0x3a
const commercialAt = 0x40

/** The first URI or address from `base` on. */
export function findUri(text: string, base: number, characterLevel: boolean): UriMatch | undefined {
  for (let at = base; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code !== colon && code !== commercialAt) continue
    const edges = { text, base, characterLevel }
    const match = code === colon ? absoluteUri(edges, at) : email(edges, at)
    if (match) return match
  }
  return undefined
}

/** Whether a URI or address starts the text; undefined if none does. */
export function uriAt(text: string, characterLevel: boolean): UriMatch | undefined {
  const match = findUri(text, 0, characterLevel)
  return match?.start === 0 ? match : undefined
}

/** Whether the whole text is an e-mail address. */
export function isEmail(text: string): boolean {
  const at = text.indexOf('@')
  if (at < 1) return false
  const match = email({ text, base: 0, characterLevel: false }, at)
  return match?.start === 0 && match.end === text.length
}

const mayStart = ({ text, base, characterLevel }: Edges, at: number) =>
  at === base || (characterLevel ? text[at - 1] !== '\0' : mayPrecedeStart(characterBefore(text, at)))
const mayEnd = ({ text, characterLevel }: Edges, end: number) => characterLevel || mayFollowEnd(characterAt(text, end))

function absoluteUri(edges: Edges, colon: number): UriMatch | undefined {
  const { text, base } = edges
  let start = colon
  while (start > base && isSchemeCharacter(text, start - 1)) start--
  while (start < colon && !(isLetter(text, start) && mayStart(edges, start))) start++
  if (start === colon) return undefined
  const accept = (end: number) => (mayEnd(edges, end) ? end : 0)
  const withFragment = (end: number) => (text[end] === '#' && longestPart(text, end + 1, accept)) || accept(end)
  const withQuery = (end: number) => (text[end] === '?' && longestPart(text, end + 1, withFragment)) || withFragment(end)
  const end = longestPart(text, colon + 1, withQuery)
  return end ? { start, end, scheme: text.slice(start, colon) } : undefined
}

/** The longest run of URI characters from `from` that may end a URI and with whose rest `rest` is content; 0 if none is. */
function longestPart(text: string, from: number, rest: (end: number) => number): number {
  let end = from
  while (isUriCharacter(text, end)) end++
  for (; end > from; end--) {
    // Punctuation is no part of a URI at its end, unless `>` follows.
    const found = isLastUriCharacter(text, end - 1) || text[end] === '>' ? rest(end) : 0
    if (found) return found
  }
  return 0
}

function email(edges: Edges, at: number): UriMatch | undefined {
  const { text, base } = edges
  let start = at
  while (start > base && isNamePart(text, start - 1, at)) start--
  while (start < at && !(isEmailCharacter(text, start) && mayStart(edges, start))) start++
  if (start === at || text[at - 1] === '\0' || !isEmailCharacter(text, at + 1)) return undefined
  let end = at + 2
  while (isEmailCharacter(text, end) || text[end] === '.') end++
  // What ends the address may be a URI character that is none of an address.
  if (isUriCharacter(text, end)) end++
  for (; end > at + 2; end--) {
    const isLast = isLastUriCharacter(text, end - 1) || (text[end] === '>' && isUriCharacter(text, end - 1))
    if (isLast && mayEnd(edges, end)) return { start, end }
  }
  return undefined
}

/** A dot stands between two other characters of an address. */
const isNamePart = (text: string, index: number, at: number) =>
  isEmailCharacter(text, index) || (text[index] === '.' && index + 1 < at && text[index + 1] !== '.')
