import { markdownLineEnding, markdownLineEndingOrSpace, markdownSpace } from 'micromark-util-character'
import type { Code, State, Construct as Syntax, TokenizeContext } from 'micromark-util-types'
import { codes } from '../micromark/codes.ts'

/**
 * `$x$` by pandoc's rule (tex_math_dollars), so that prices stay text with all their marks: no blank right inside the dollars, no digit behind
 * the last one, and a dollar that could not be the last ends the search. `$$x$$` in a text may have blanks. A backslash takes the next
 * character with it. `mayBreak`: Marp and Slidev take a line's end right inside the dollars (markdown-it-katex).
 */
export const formula = (mayBreak: boolean): Syntax => ({
  name: 'mathText',
  previous(code) {
    return code !== codes.dollar || this.events.at(-1)?.[1].type === 'characterEscape'
  },
  tokenize(effects, ok, nok) {
    let size = 0
    let closing = 0
    let before: Code = null
    const isGap = (code: Code): boolean => (mayBreak ? markdownSpace(code) : markdownLineEndingOrSpace(code))
    const opening: State = (code) => {
      if (code === codes.dollar) {
        effects.consume(code)
        size++
        return opening
      }
      effects.exit('mathTextSequence')
      if ((size === 1 && isGap(code)) || isWithoutEnd(this, size)) return nok(code)
      return between(code)
    }
    const between: State = (code) => {
      if (code === null) {
        unended.set(this, (unended.get(this) ?? new Set()).add(size))
        return nok(code)
      }
      if (markdownLineEnding(code)) {
        effects.enter('lineEnding')
        effects.consume(code)
        effects.exit('lineEnding')
        before = code
        return between
      }
      if (code === codes.dollar) {
        if (size === 1 && (before === null || isGap(before))) return nok(code)
        closing = 0
        effects.enter('mathTextSequence')
        return end(code)
      }
      effects.enter('mathTextData')
      return data(code)
    }
    const data: State = (code) => {
      if (code === null || code === codes.dollar || markdownLineEnding(code)) {
        effects.exit('mathTextData')
        return between(code)
      }
      effects.consume(code)
      before = code
      return code === codes.backslash ? escaped : data
    }
    const escaped: State = (code) => {
      if (code === null || markdownLineEnding(code)) return data(code)
      effects.consume(code)
      before = code
      return data
    }
    const end: State = (code) => {
      if (code === codes.dollar) {
        effects.consume(code)
        closing++
        return end
      }
      const token = effects.exit('mathTextSequence')
      if (closing === size && !(size === 1 && isDigit(code))) {
        effects.exit('mathText')
        return ok(code)
      }
      if (size === 1) return nok(code)
      token.type = 'mathTextData'
      return between(code)
    }
    return (code) => {
      effects.enter('mathText')
      effects.enter('mathTextSequence')
      return opening(code)
    }
  },
})

/** By text: how many dollars were looked for in vain until its end, so that many openers cost no more than one. */
const unended = new WeakMap<TokenizeContext, Set<number>>()

const isWithoutEnd = (self: TokenizeContext, size: number): boolean => unended.get(self)?.has(size) ?? false

const isDigit = (code: Code): boolean => code !== null && code >= 48 && code <= 57
