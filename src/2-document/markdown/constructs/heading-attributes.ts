import type { State, Construct as Syntax } from 'micromark-util-types'
import { type Attributes, readAttributes } from '../attributes.ts'
import { codes } from '../micromark/codes.ts'
import { lineHere, pieces, type Reading, restOfLine } from '../micromark/reading.ts'
import type { Construct } from './construct.ts'

declare module 'mdast' {
  interface HeadingData {
    attributes?: Attributes
  }
}

/** `## Heading {#id .class name=value}` (pandoc, header_attributes): a heading, and what stands behind it is no text of it. */
export const headingAttributes: Construct = {
  name: 'headingAttributes',
  syntax: (reading) => ({ flow: { [codes.numberSign]: attributedHeading(reading) } }),
  mdast: [
    {
      enter: {
        headingAttributes(token) {
          const above = this.stack.at(-1)
          const heading = above && 'children' in above ? above.children.at(-1) : undefined
          if (heading?.type === 'heading') heading.data = { ...heading.data, attributes: token.read as Attributes }
        },
      },
    },
  ],
}

const attributed = /^(#{1,6})[ \t].*?(?<![\\`)\]])(\{[^{}]*\})[ \t]*#*[ \t]*$/

/** What stands between the marks and the attributes: blanks, the text, closing marks, blanks. */
const inner = /^([ \t]*)(.*?)((?:(?<=[ \t])|[ \t]+)#+)?([ \t]*)$/

/** The tokens of CommonMark's heading (micromark: headingAtx), which ends before the attributes. */
const attributedHeading = (reading: Reading): Syntax => ({
  name: 'headingAttributes',
  tokenize(effects, ok, nok) {
    return (code) => {
      const line = lineHere(this, reading)
      const [, marks = '', braces] = attributed.exec(line.text) ?? []
      if (braces === undefined) return nok(code)
      const start = line.text.lastIndexOf(braces)
      const attributes = readAttributes(line, start)
      // `## {title}` is a heading of a template, no attribute.
      if (!attributes?.list.every(({ value }) => value !== undefined)) return nok(code)
      const [, blanks = '', words = '', closing = '', gap = ''] = inner.exec(line.text.slice(marks.length, start)) ?? []
      const behind = pieces(effects, [['whitespace', gap.length]], restOfLine(effects, 'headingAttributes', ok, { read: attributes }))
      const list = [
        ['atxHeadingSequence', marks.length],
        ['whitespace', blanks.length],
        ['atxHeadingText', words.length, true],
        ['whitespace', closing.length],
      ] as const
      const end: State = (next) => {
        effects.exit('atxHeading')
        return behind(next)
      }
      effects.enter('atxHeading')
      return pieces(effects, list, end)(code)
    }
  },
})
