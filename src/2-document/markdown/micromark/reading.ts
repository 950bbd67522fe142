import { markdownLineEnding } from 'micromark-util-character'
import type { Construct, Effects, State, Token, TokenizeContext, TokenType } from 'micromark-util-types'
import { dedent, type Line } from '../../../1-source/source.ts'
import type { Directive } from '../../directive.ts'
import type { OwnSeparators } from '../deck/own-separators.ts'
import type { DialectName } from '../dialects/names.ts'
import type { KnownReferences } from './types.ts'

/** A text while micromark reads it: what constructs may know beyond its characters. */
export interface Reading {
  /** As micromark gets them. */
  readonly lines: readonly Line[]
  /** The number of the first line that is not blank, from 1; 0 if all are. */
  readonly firstLine: number
  /** Whether slides may begin in the text: it is a deck and no directive's body. */
  readonly slides: boolean
  readonly dialect: DialectName
  /** What begins slides, or notes, instead of the tool's usual lines. */
  readonly separators?: OwnSeparators | undefined
  readonly known: KnownReferences
  readonly findDirective: (name: string) => Directive | undefined
}

/** The line from where the tokenizer stands. */
export function lineHere(self: TokenizeContext, { lines }: Reading): Line {
  const { line, column } = self.now()
  return dedent(lines[line - 1] as Line, column - 1)
}

/** The text of the line that is `by` lines below the tokenizer's; empty beyond the text's ends. */
export const textBelow = (self: TokenizeContext, { lines }: Reading, by: number): string => lines[self.now().line - 1 + by]?.text ?? ''

export const isAtLineStart = (self: TokenizeContext): boolean => self.now().column === 1

/** Whether the line that a construct of flow stands in is directly in a slide: in no container but a speaker's notes. */
export const isInSlide = (self: TokenizeContext, { slides }: Reading): boolean => slides && (self.parser.depths[self.now().line] ?? 0) === 0

/** The rest of the line as one token; nothing where the line is at its end. */
export const restOfLine = (effects: Effects, type: TokenType, next: State, fields: Partial<Token> = {}): State => {
  const inside: State = (code) => {
    if (code === null || markdownLineEnding(code)) {
      effects.exit(type)
      return next(code)
    }
    effects.consume(code)
    return inside
  }
  return (code) => {
    if (code === null || markdownLineEnding(code)) return next(code)
    effects.enter(type, fields)
    return inside(code)
  }
}

/** The next characters of the line as tokens, one for each piece that is not empty; `text` is to be read as text. */
export function pieces(
  effects: Effects,
  list: readonly (readonly [type: TokenType, length: number, isText?: boolean])[],
  next: State,
): State {
  const [first, ...others] = list
  if (!first) return next
  const [type, length, isText = false] = first
  const then = pieces(effects, others, next)
  if (length === 0) return then
  let left = length
  const inside: State = (code) => {
    if (left === 0) {
      if (isText) effects.exit('chunkText')
      effects.exit(type)
      return then(code)
    }
    // The rest of a tab is no character of the text.
    if (code !== -1) left--
    effects.consume(code)
    return inside
  }
  return (code) => {
    effects.enter(type)
    if (isText) effects.enter('chunkText', { contentType: 'text' })
    return inside(code)
  }
}

/**
 * A block that is one line, known by its text: `read` gives what the token carries, or undefined where the line is something else.
 */
export const lineConstruct = (type: TokenType, reading: Reading, read: (line: Line, self: TokenizeContext) => unknown): Construct => ({
  name: type,
  tokenize(effects, ok, nok) {
    return (code) => {
      const value = read(lineHere(this, reading), this)
      return value === undefined ? nok(code) : restOfLine(effects, type, ok, { read: value })(code)
    }
  },
})
