import type { State, Construct as Syntax, TokenizeContext } from 'micromark-util-types'
import { readToken } from '../../../formats/html-tokens.ts'
import { codes } from '../micromark/codes.ts'
import { lineHere, pieces, type Reading, restOfLine, textBelow } from '../micromark/reading.ts'
import { componentIn } from '../vue-html.ts'
import type { Construct } from './construct.ts'

/**
 * A component's tag whose attributes stand on lines of their own, its `>` alone on the last, as Prettier writes it; in a Slidev deck any tag, also one with
 * attributes that Vue alone knows (`@click`, `#right`). To CommonMark it is text, and the `>` begins a quotation. As other HTML it goes on to the next
 * blank line.
 */
export const tagOverLines: Construct = {
  name: 'tagOverLines',
  syntax: (reading) => ({
    flow: { [codes.lessThan]: tag(reading) },
    ...(reading.dialect === 'slidev' ? { text: { [codes.lessThan]: vueTag(reading) } } : {}),
  }),
}

/** A tag within a line with an attribute that Vue alone knows. */
const vueTag = (reading: Reading): Syntax => ({
  name: 'htmlText',
  tokenize(effects, ok, nok) {
    return (code) => {
      const { text } = lineHere(this, reading)
      const token = readToken(text, 0)
      if (token.type !== 'start' || !isOfVue(text.slice(0, token.end))) return nok(code)
      effects.enter('htmlText')
      return pieces(effects, [['htmlTextData', token.end]], (next) => {
        effects.exit('htmlText')
        return ok(next)
      })(code)
    }
  },
})

const isOfVue = (tag: string): boolean => /^<[A-Za-z][^<]*\s[@#]/.test(tag)

const tag = (reading: Reading): Syntax => ({
  name: 'tagOverLines',
  concrete: true,
  tokenize(effects, ok, nok) {
    let left = 0
    const end: State = (code) => {
      effects.exit('htmlFlow')
      return ok(code)
    }
    const nextLine: State = (code) => {
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      return line
    }
    const line: State = (code) => {
      left--
      return restOfLine(effects, 'htmlFlowData', left > 0 ? nextLine : end)(code)
    }
    return (code) => {
      left = this.interrupt ? 0 : linesOfTag(this, reading)
      if (left === 0) return nok(code)
      effects.enter('htmlFlow')
      return line(code)
    }
  },
})

/** No tag that people write has more. */
const most = 200

/** How many lines the tag takes that begins here and that CommonMark does not know, with those up to the next blank one; 0 if there is none. */
function linesOfTag(self: TokenizeContext, reading: Reading): number {
  const first = lineHere(self, reading).text
  const isWhole = reading.dialect === 'slidev' && isOfVue(first) && readToken(first, 0).type === 'start'
  const isTag = /^<[A-Za-z][\w.-]*(?:\s[^<>]*)?$/.test(first) && (reading.dialect === 'slidev' || componentIn(`${first} `) !== undefined)
  if (!isTag && !isWhole) return 0
  let text = first
  let isComplete = isWhole
  for (let count = 1; count < most; count++) {
    const below = textBelow(self, reading, count)
    if (below.trim() === '') return isComplete ? count : 0
    text += `\n${below}`
    isComplete ||= /[>]/.test(below) && readToken(text, 0).type === 'start'
  }
  return 0
}
