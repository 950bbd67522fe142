import type { EnumeratedList } from '../../nodes.ts'
import { romanNumber, romanNumeral } from '../../syntax/roman.ts'
import { enumeratorPattern } from './patterns.ts'

type Format = 'parens' | 'rparen' | 'period'
type Sequence = EnumeratedList['enumtype'] | '#'

export interface Enumerator {
  readonly format: Format
  readonly sequence: Sequence
  readonly text: string
  /** Undefined for what is no number after all (“iiii”). */
  readonly ordinal: number | undefined
  /** Columns up to the item's text. */
  readonly width: number
}

export const enumeratorFormats: Record<Format, { readonly prefix: string; readonly suffix: string }> = {
  parens: { prefix: '(', suffix: ')' },
  rparen: { prefix: '', suffix: ')' },
  period: { prefix: '', suffix: '.' },
}

// In the order in which they are tried: a single “i” is the first Roman number, other single letters are letters.
const sequences: readonly (readonly [EnumeratedList['enumtype'], RegExp])[] = [
  ['arabic', /^[0-9]+$/],
  ['loweralpha', /^[a-z]$/],
  ['upperalpha', /^[A-Z]$/],
  ['lowerroman', /^[ivxlcdm]+$/],
  ['upperroman', /^[IVXLCDM]+$/],
]

/** Reads the enumerator that a line begins with; `expected` is the sequence of the list so far, tried first. */
export function readEnumerator(line: string, expected?: EnumeratedList['enumtype']): Enumerator | undefined {
  const match = enumeratorPattern.exec(line)
  if (!match) return undefined
  const format: Format = match[1] !== undefined ? 'parens' : match[2] !== undefined ? 'rparen' : 'period'
  const text = match[1] ?? match[2] ?? match[3] ?? ''
  const sequence = sequenceOf(text, expected)
  return { format, sequence, text, ordinal: ordinalOf(text, sequence), width: match[0].length }
}

function sequenceOf(text: string, expected: EnumeratedList['enumtype'] | undefined): Sequence {
  if (text === '#') return '#'
  if (expected) {
    if (sequences.some(([name, pattern]) => name === expected && pattern.test(text))) return expected
  } else if (text === 'i') return 'lowerroman'
  else if (text === 'I') return 'upperroman'
  return sequences.find(([, pattern]) => pattern.test(text))?.[0] ?? 'arabic'
}

function ordinalOf(text: string, sequence: Sequence): number | undefined {
  switch (sequence) {
    case '#':
      return 1
    case 'arabic':
      // Beyond this a number is not exact.
      return text.length > 15 ? undefined : Number(text)
    case 'loweralpha':
    case 'upperalpha':
      return text.toLowerCase().charCodeAt(0) - 0x60
    default:
      return romanNumber(text.toUpperCase())
  }
}

/** Whether the item's second line allows it: blank, indented, or the next enumerator of the list. */
export function isEnumeratedItem({ ordinal, sequence, format }: Enumerator, nextLine: string | undefined): boolean {
  if (ordinal === undefined) return false
  if (nextLine === undefined || /^(?:\s|$)/.test(nextLine)) return true
  const following = enumeratorText(ordinal + 1, sequence)
  if (following === undefined) return false
  const { prefix, suffix } = enumeratorFormats[format]
  return [following, '#'].some((text) => nextLine.startsWith(`${prefix}${text}${suffix} `))
}

function enumeratorText(ordinal: number, sequence: Sequence): string | undefined {
  switch (sequence) {
    case '#':
      return '#'
    case 'arabic':
      return String(ordinal)
    case 'loweralpha':
    case 'upperalpha': {
      if (ordinal > 26) return undefined
      const letter = String.fromCharCode(0x60 + ordinal)
      return sequence === 'loweralpha' ? letter : letter.toUpperCase()
    }
    default: {
      const numeral = romanNumeral(ordinal)
      return sequence === 'lowerroman' ? numeral?.toLowerCase() : numeral
    }
  }
}
