import { isSpace } from '../../syntax/space.ts'

/**
 * What may stand around inline markup: the specification's “inline markup recognition rules”, with the character classes of
 * docutils' punctuation_chars.py. All tests take one character (a code point, as a string); the empty string is the edge of the text.
 */

// docutils' table was made from Unicode 5.2: what became punctuation later is none, whatever Unicode the engine knows.
const later =
  '\\xa7\\xb6\\u061d\\u085e\\u09fd-\\u0c84\\u0f14\\u0fd9-\\u0fda\\u1360\\u1b4e-\\u1b4f\\u1b7d-\\u1bff\\u1cc0-\\u1cc7\\u2308-\\u230b\\u2d70' +
  '\\u2e32-\\u2e5d\\ua8fc\\uaaf0-\\uaaf1\\u{10102}\\u{1056f}\\u{10af0}-\\u{10af6}\\u{10b99}-\\u{1104d}\\u{11140}-\\u{11fff}\\u{12474}-\\u{10ffff}'

/** Those of all scripts are made where a text has such a character: a pattern of Unicode's classes takes time. */
const createPatterns = () => ({
  opener: new RegExp(`^(?:\\ufd3e|(?![\\ufd3f${later}])[\\p{Ps}\\p{Pi}\\p{Pf}])`, 'u'),
  closer: new RegExp(`^(?:[\\u201a\\u201e\\ufd3f]|(?![\\ufd3e${later}])[\\p{Pe}\\p{Pi}\\p{Pf}])`, 'u'),
  delimiter: new RegExp(`^(?:[\\u166d\\u19de\\u19df]|(?![${later}])[\\p{Pd}\\p{Po}])`, 'u'),
})
let made: ReturnType<typeof createPatterns> | undefined
const patterns = () => (made ??= createPatterns())

const isAscii = (character: string): boolean => character.charCodeAt(0) < 0x80
const asciiOpeners = new Set('"\'(<[{')
const asciiSpaces = Array.from({ length: 0x80 }, (_, code) => String.fromCharCode(code)).filter(isSpace)
const asciiBefore = new Set([...asciiSpaces, ...asciiOpeners, ...'-/:'])
const asciiAfter = new Set(['\0', ...asciiSpaces, ...'"\')>]}-/:\\.,;!?'])

/** Whether a start-string may follow this character. */
export const mayPrecedeStart = (character: string): boolean =>
  isAscii(character)
    ? asciiBefore.has(character)
    : isSpace(character) || patterns().opener.test(character) || patterns().delimiter.test(character)

/** Whether an end-string may be followed by this character; NUL is an escape. */
export const mayFollowEnd = (character: string): boolean =>
  character === '' ||
  (isAscii(character)
    ? asciiAfter.has(character)
    : isSpace(character) || patterns().closer.test(character) || patterns().delimiter.test(character))

const isOpener = (character: string): boolean =>
  isAscii(character) ? asciiOpeners.has(character) : character !== '' && patterns().opener.test(character)

/** Whether a start-string between these two is quoted, and so plain text: `"*"`, `(*)`, `»*«`. */
export const isQuotePair = (before: string, after: string): boolean =>
  isOpener(before) && (after === closerOf(before) || (furtherPairs.get(before)?.includes(after) ?? false))

// Quotes that some languages pair otherwise.
const furtherPairs: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    '»': '»',
    '‘': '‚',
    '’': '’',
    '‚': '‘’',
    '“': '„',
    '„': '“”',
    '”': '”',
    '›': '›',
  }),
)

// Unicode puts a closer right after its opener, with these exceptions; a final quote also opens, and is then closed by its opener.
const closers: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    '"': '"',
    "'": "'",
    '<': '>',
    '[': ']',
    '{': '}',
    '\uff3b': '\uff3d',
    '\uff5b': '\uff5d',
    '«': '»',
    '»': '«',
    '\u201b': '\u201a',
    '\u201f': '\u201e',
  }),
)
const finalQuote = /^\p{Pf}/u
const closerOf = (character: string): string =>
  closers.get(character) ?? String.fromCodePoint((character.codePointAt(0) ?? 0) + (finalQuote.test(character) ? -1 : 1))

/** The code point that ends before `index`; empty at the start. */
export const characterBefore = (text: string, index: number): string => {
  if (index <= 0) return ''
  const isPair = index > 1 && (text.charCodeAt(index - 1) & 0xfc00) === 0xdc00 && (text.charCodeAt(index - 2) & 0xfc00) === 0xd800
  return text.slice(index - (isPair ? 2 : 1), index)
}

/** The code point that starts at `index`; empty at the end. */
export const characterAt = (text: string, index: number): string => {
  const code = text.codePointAt(index)
  return code === undefined ? '' : text.slice(index, index + (code > 0xffff ? 2 : 1))
}
