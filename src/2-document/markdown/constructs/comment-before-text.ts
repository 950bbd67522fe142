import { content } from 'micromark-core-commonmark'
import type { Construct as Syntax } from 'micromark-util-types'
import { codes } from '../micromark/codes.ts'
import { lineHere, type Reading } from '../micromark/reading.ts'
import type { Construct } from './construct.ts'

/**
 * `<!-- comment --> text`: what stands behind a comment on its line is a text with markup, and goes on as one. To CommonMark the line is HTML as it
 * stands; it stays so where no blank parts the two, or where more HTML follows.
 */
export const commentBeforeText: Construct = {
  name: 'commentBeforeText',
  syntax: (reading) => ({ flow: { [codes.lessThan]: textBehindComment(reading) } }),
}

const textBehindComment = (reading: Reading): Syntax => ({
  ...content,
  name: 'commentBeforeText',
  tokenize(effects, ok, nok) {
    return (code) => {
      const isText = !this.interrupt && hasTextBehindComment(lineHere(this, reading).text)
      return isText ? content.tokenize.call(this, effects, ok, nok)(code) : nok(code)
    }
  },
})

function hasTextBehindComment(text: string): boolean {
  let at = 0
  while (text.startsWith('<!--', at)) {
    const end = text.indexOf('-->', at + 4)
    if (end < 0) return false
    at = end + 3
    while (text[at] === ' ' || text[at] === '\t') at++
  }
  return at > 0 && at < text.length && text[at] !== '<' && /[ \t]/.test(text.charAt(at - 1))
}
