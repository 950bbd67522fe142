import type { State, Construct as Syntax, TokenizeContext } from 'micromark-util-types'
import { readToken } from '../../../formats/html-tokens.ts'
import { codes } from '../micromark/codes.ts'
import { lineHere, type Reading, restOfLine, textBelow } from '../micromark/reading.ts'
import { componentIn } from '../vue-html.ts'
import type { Construct } from './construct.ts'

/**
 * A component's tag whose attributes stand on lines of their own, its `>` alone on the last, as Prettier writes it; in a Slidev deck any tag. To
 * CommonMark it is text, and the `>` begins a quotation. As other HTML it goes on to the next blank line.
 */
export const tagOverLines: Construct = {
  name: 'tagOverLines',
  syntax: (reading) => ({ flow: { [codes.lessThan]: tag(reading) } }),
}

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

/** How many lines the tag takes that begins here and ends on a later line, with those up to the next blank one; 0 if there is none. */
function linesOfTag(self: TokenizeContext, reading: Reading): number {
  const first = lineHere(self, reading).text
  const isTag = /^<[A-Za-z][\w.-]*(?:\s[^<>]*)?$/.test(first) && (reading.dialect === 'slidev' || componentIn(`${first} `) !== undefined)
  if (!isTag) return 0
  let text = first
  let isComplete = false
  for (let count = 1; count < most; count++) {
    const below = textBelow(self, reading, count)
    if (below.trim() === '') return isComplete ? count : 0
    text += `\n${below}`
    isComplete ||= /[>]/.test(below) && readToken(text, 0).type === 'start'
  }
  return 0
}
