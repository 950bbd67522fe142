import { markdownLineEnding } from 'micromark-util-character'
import type { Effects, State, Token, TokenizeContext, TokenType } from 'micromark-util-types'
import { isBlank } from '../lines.ts'
import type { Reading } from './reading.ts'

/** The place of a character in a text: the number of its line, from 1, and its index in the line. */
interface Place {
  readonly line: number
  readonly index: number
}

/** What stands in brackets nests to this depth; so no character is read more often. */
const deepest = 32

/** By the reading, and the line's number: the place of the bracket that closes the one at an index of the line. */
const known = new WeakMap<Reading, Map<number, ReadonlyMap<number, Place>>>()

/** The bracket that closes the one `ahead` characters before which the tokenizer stands; brackets in code and escaped ones count for nothing. */
export function closingPlace(self: TokenizeContext, ahead: number, reading: Reading): Place | undefined {
  const { line, column } = self.now()
  const lines = known.get(reading) ?? new Map<number, ReadonlyMap<number, Place>>()
  known.set(reading, lines)
  if (!lines.has(line)) for (const [number, pairs] of pairsAround(line, reading)) lines.set(number, pairs)
  return lines.get(line)?.get(column - 1 + ahead)
}

const mark = /\\.|(`+)[^`]*\1(?!`)|`+|[[\]]/gs

interface Opener extends Place {
  /** How deep brackets are nested in it. */
  height: number
}

/** The pairs of brackets in the lines around line `number` that no blank line parts from it. */
function pairsAround(number: number, { lines }: Reading): Map<number, Map<number, Place>> {
  let first = number - 1
  while (first > 0 && !isBlank(lines[first - 1]?.text ?? '')) first--
  let end = number
  while (end < lines.length && !isBlank(lines[end]?.text ?? '')) end++
  const pairs = new Map<number, Map<number, Place>>()
  for (let index = first; index < end; index++) pairs.set(index + 1, new Map())
  const open: Opener[] = []
  let line = first
  let lineStart = 0
  const text = lines
    .slice(first, end)
    .map((each) => each.text)
    .join('\n')
  for (const { 0: found, index } of text.matchAll(mark)) {
    while (index > lineStart + (lines[line]?.text.length ?? 0)) lineStart += (lines[line++]?.text.length ?? 0) + 1
    const place = { line: line + 1, index: index - lineStart }
    if (found === '[') open.push({ ...place, height: 0 })
    if (found !== ']') continue
    const opener = open.pop()
    const around = open.at(-1)
    if (!opener) continue
    if (around) around.height = Math.max(around.height, opener.height + 1)
    if (opener.height < deepest) pairs.get(opener.line)?.set(opener.index, place)
  }
  return pairs
}

/** What stands in brackets: `lead` characters before the text, `tail` characters behind it, its last character the one before `close`. */
export interface Bracketed {
  readonly type: TokenType
  readonly lead: number
  readonly close: Place
  readonly tail: number
  /** What the token carries. */
  readonly read?: unknown
}

/** The tokens of a text that stands in marks and is read as text itself. Undefined behind its end where the block ends before. */
export function bracketed(
  self: TokenizeContext,
  effects: Effects,
  { type, lead, close, tail, read }: Bracketed,
  ok: State,
  nok: State,
): State {
  let previous: Token | undefined
  const marks = (count: number, next: State): State => {
    let left = count
    const inside: State = (code) => {
      if (left === 0) {
        effects.exit('bracketMark')
        return next(code)
      }
      if (code === null || markdownLineEnding(code)) return nok(code)
      left--
      effects.consume(code)
      return inside
    }
    return (code) => {
      effects.enter('bracketMark')
      return inside(code)
    }
  }
  const end: State = (code) => {
    effects.exit(type)
    return ok(code)
  }
  const isAtEnd = (): boolean => {
    const { line, column } = self.now()
    return line > close.line || (line === close.line && column - 1 >= close.index)
  }
  const chunk: State = (code) => {
    if (isAtEnd()) return marks(tail, end)(code)
    const token = effects.enter('chunkText', { contentType: 'text', _contentTypeTextTrailing: true, ...(previous ? { previous } : {}) })
    if (previous) previous.next = token
    previous = token
    return inside(code)
  }
  const inside: State = (code) => {
    if (isAtEnd()) {
      effects.exit('chunkText')
      return chunk(code)
    }
    if (code === null) return nok(code)
    effects.consume(code)
    if (!markdownLineEnding(code)) return inside
    effects.exit('chunkText')
    return chunk
  }
  return (code) => {
    effects.enter(type, { read })
    return marks(lead, chunk)(code)
  }
}
