import type { OptionConverter, OptionResult } from '../../directive.ts'
import { makeId } from '../../identifiers.ts'

/**
 * Converters for `Directive.options`, with docutils' rules (docutils/parsers/rst/directives/__init__.py). A `problem` is what was expected
 * instead: it completes the sentence "`:scale:` says `-50`, but …".
 */

/** An option that is there or not: `true`, and text after it is a mistake. */
export const flag: OptionConverter = (text) => (text?.trim() ? { problem: 'this option takes no value' } : { value: true })

/** The text as it stands, empty if there is none. */
export const unchanged: OptionConverter = (text) => ({ value: text ?? '' })

const required =
  (convert: (text: string) => OptionResult): OptionConverter =>
  (text) =>
    text === undefined ? { problem: 'this option needs a value' } : convert(text)

export const unchangedRequired: OptionConverter = required((text) => ({ value: text }))

/** A path; one that is broken over lines is joined without blanks. */
export const path: OptionConverter = required((text) => ({ value: joinPath(text) }))

/** The path that a directive's argument names. */
export const joinPath = (text: string): string =>
  text
    .split(lineEnds)
    .map((line) => line.trim())
    .join('')

const lineEnds = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/

/** A URI: white space in it vanishes, unless a backslash stands before it. */
export const uri: OptionConverter = required((text) => ({ value: joinUri(text) }))

/** The URI that a directive's argument names. */
export const joinUri = (text: string): string =>
  text.replace(/\\([\s\S]?)|[\s\x1c-\x1f\x85]+/g, (_, escaped?: string) => {
    if (escaped === ' ' || escaped === '\n') return ' '
    return escaped?.trim() ?? ''
  })

/** Python's `int()`: blanks around it, a sign and single underscores between digits are allowed. */
export const parseInteger = (text: string): number | undefined =>
  /^\s*[+-]?\d+(_\d+)*\s*$/.test(text) ? Number(text.replaceAll('_', '')) : undefined

const integerFrom = (least: number, expected: string): OptionConverter =>
  required((text) => {
    const value = parseInteger(text)
    return value === undefined || value < least ? { problem: expected } : { value }
  })

export const integer: OptionConverter = integerFrom(Number.NEGATIVE_INFINITY, 'a whole number is expected')
export const nonnegativeInteger: OptionConverter = integerFrom(0, 'a whole number, 0 or more, is expected')
export const positiveInteger: OptionConverter = integerFrom(1, 'a whole number, 1 or more, is expected')

/** A whole number with or without a percent sign: `50`, `50%`, `50 %`. */
export const percentage: OptionConverter = (text) => {
  let end = text?.length ?? 0
  while (end > 0 && (text?.[end - 1] === ' ' || text?.[end - 1] === '%')) end--
  return nonnegativeInteger(text?.slice(0, end))
}

export const positiveIntegerList: OptionConverter = required((text) => {
  const value: number[] = []
  for (const entry of text.includes(',') ? text.split(',') : text.trim().split(/\s+/)) {
    const number = parseInteger(entry)
    if (number === undefined || number < 1) return { problem: 'whole numbers, 1 or more, with blanks or commas between them are expected' }
    value.push(number)
  }
  return { value }
})

/** The length units of CSS 3, which docutils takes since 0.22. */
const lengthUnits = ['em', 'ex', 'ch', 'rem', 'vw', 'vh', 'vmin', 'vmax', 'cm', 'mm', 'Q', 'in', 'pt', 'pc', 'px']

/** `3 pt` → `3pt`. `bare` is the unit put after a number without one. */
const measure = (units: readonly string[], bare = ''): OptionConverter =>
  required((text) => {
    const match = /^([0-9.]+) *([a-zA-Zµ]*|%?)$/.exec(text)
    const number = match?.[1] && /\d/.test(match[1]) ? Number(match[1]) : Number.NaN
    const unit = match?.[2] ?? ''
    if (Number.isNaN(number) || (unit !== '' && !units.includes(unit)))
      return { problem: `a number with one of the units ${units.join(', ')}, or none, is expected` }
    // Python prints a float that is a whole number with `.0`.
    const digits = match?.[1]?.includes('.') && Number.isInteger(number) ? `${number}.0` : String(number)
    return { value: digits + (unit || bare) }
  })

export const lengthOrUnitless: OptionConverter = measure(lengthUnits)
export const lengthOrPercentageOrUnitless: OptionConverter = measure([...lengthUnits, '%'])
/** As above; a bare number is in px. */
export const lengthOrPercentageOrPixels: OptionConverter = measure([...lengthUnits, '%'], 'px')

/** Class names with blanks between them, each made fit for CSS. */
export const classOption: OptionConverter = required((text) => {
  const names = text.trim().split(/\s+/)
  const classes = names.map(makeId)
  const bad = classes.indexOf('')
  return bad < 0 ? { value: classes } : { problem: `"${names[bad]}" has no letter that a class name could be made of` }
})

/** One of a few words, in any case. */
export const choice = (values: readonly string[]): OptionConverter =>
  required((text) => {
    const value = text.toLowerCase().trim()
    return values.includes(value) ? { value } : { problem: `${formatValues(values)} is expected` }
  })

/** `"a", "b", or "c"`. */
export const formatValues = (values: readonly string[]): string =>
  values.length === 1
    ? `"${values[0]}"`
    : `${values
        .slice(0, -1)
        .map((value) => `"${value}"`)
        .join(', ')}, or "${values.at(-1)}"`

/** One of the words as it stands, else what another converter takes. */
export const valueOr =
  (values: readonly string[], other: OptionConverter): OptionConverter =>
  (text) =>
    text !== undefined && values.includes(text) ? { value: text } : other(text)

const hexadecimal = /^(?:(?:0x|x|\\x|U\+?|\\u)([0-9a-f]+)|&#x([0-9a-f]+);)$/i

/** `169`, `0xA9`, `U+A9`, `&#xA9;` → `©`; other text stays. Undefined where no such character exists. */
export function unicodeCharacter(code: string): string | undefined {
  const digits = /^\d+$/.test(code) ? code : undefined
  const hex = hexadecimal.exec(code)
  if (!digits && !hex) return code
  const value = digits ? Number(digits) : Number.parseInt(hex?.[1] ?? hex?.[2] ?? '', 16)
  return value <= 0x10ffff ? String.fromCodePoint(value) : undefined
}

export const unicodeCode: OptionConverter = required((text) => {
  const value = unicodeCharacter(text)
  return value === undefined ? { problem: 'Unicode ends at U+10FFFF' } : { value }
})

export const singleCharacter: OptionConverter = required((text) => {
  const value = unicodeCharacter(text)
  return value !== undefined && [...value].length === 1 ? { value } : { problem: 'one character or its Unicode code (U+A7) is expected' }
})

export const singleCharacterOrSpace: OptionConverter = (text) =>
  text === 'tab' ? { value: '\t' } : text === 'space' ? { value: ' ' } : singleCharacter(text)

/** An encoding's name. Whether its bytes can be read is found out when the file is. */
export const encoding: OptionConverter = required((text) =>
  isEncoding(text) ? { value: text } : { problem: 'the name of an encoding (utf-8, latin-1, utf-16 …) is expected' },
)

// Names that Python knows and the WHATWG list (TextDecoder) does not.
const pythonEncodings =
  /^(utf-?8(-sig)?|u8|utf|utf-?(16|32)(-?[bl]e)?|utf-?7|latin-?\d+|l\d|iso-?8859(-?\d+)?|ascii|646|us-ascii|cp\d+|windows-\d+|mac-?\w+|mbcs|idna|punycode|raw-unicode-escape|unicode-escape|big5-?hkscs|hz|johab|ptcp154|koi8-[rtu]|gb\d+|shift-?jis\S*|euc-?jis\S*|iso-?2022\S*)$/

const isEncoding = (name: string): boolean => {
  if (pythonEncodings.test(name.toLowerCase().replaceAll('_', '-'))) return true
  try {
    return Boolean(new TextDecoder(name))
  } catch {
    return false
  }
}

/** Which parser reads an included file: this one, or (docutils' `null`) none. */
export const parserName: OptionConverter = (text) => {
  const name = (text ?? 'rst').toLowerCase()
  if (parserNames.includes(name)) return { value: 'rst' }
  return name === 'null' ? { value: 'null' } : { problem: 'only reStructuredText can be read into reStructuredText' }
}

const parserNames = ['', 'rst', 'restructuredtext', 'rest', 'restx', 'rtxt', 'docutils.parsers.rst']
