import type { Node as UnistNode } from 'unist'
import { type Line, positionOfLines } from '../../../1-source/source.ts'
import { placeOf, remark } from '../context.ts'
import { lineConstruct } from '../micromark/reading.ts'
import type { Construct } from './construct.ts'
import { leaf } from './leaf.ts'

/** A line that is text whatever stands in it. */
interface PlainLine extends UnistNode {
  type: 'plainLine'
  line: Line
}

declare module 'mdast' {
  interface RootContentMap {
    plainLine: PlainLine
  }
}

/** CommonMark's parser takes quadratic time on a line of nothing but openers; no line that people write has so many. */
const limit = 5000
const markup = /[[\]*_`<>&!~$:\\|]/g

const isTooMuch = ({ text }: Line): boolean => text.length > limit && (text.match(markup)?.length ?? 0) > limit

/** A line with too much markup is plain text. */
export const plainLine: Construct = {
  name: 'plainLine',
  syntax(reading) {
    const lines = new Set(reading.lines.filter(isTooMuch).map(({ number }) => number))
    if (lines.size === 0) return {}
    const construct = lineConstruct('plainLine', reading, (line) => (lines.has(line.number) && isTooMuch(line) ? line : undefined))
    return { flowInitial: { null: construct }, flow: { null: construct } }
  },
  mdast: [leaf('plainLine', (line: Line): PlainLine => ({ type: 'plainLine', line }))],
  blocks: {
    plainLine(node: PlainLine, context) {
      const { line } = node
      remark(context, 'markdown/too-much-markup', { limit }, positionOfLines(line, line))
      const position = placeOf(node, context)
      return [{ type: 'paragraph', children: [{ type: 'text', value: line.text, position }], position }]
    },
  },
}
