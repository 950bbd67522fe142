import { blankLine } from 'micromark-core-commonmark'
import { factorySpace } from 'micromark-factory-space'
import type { State, TokenizeContext, TokenType } from 'micromark-util-types'
import type { Line } from '../../../1-source/source.ts'
import type { Container } from '../micromark/document.ts'
import { lineHere, pieces, type Reading } from '../micromark/reading.ts'

declare module 'micromark-util-types' {
  interface ContainerState {
    /** How far lines are indented that belong to the item, in columns. */
    itemIndent?: number
  }
}

/** The mark that an item begins with, blanks behind it included. */
export interface ItemMark {
  readonly length: number
  readonly read: unknown
}

/** So far at most must a line be indented that belongs to an item whose text begins beyond that. */
const widest = 4

/** A container as a list's item is: it begins with a mark, and holds the lines that are indented as far as its text. */
export const markedItem = (
  type: TokenType,
  reading: Reading,
  readMark: (line: Line, self: TokenizeContext) => ItemMark | undefined,
): Container => ({
  name: type,
  tokenize(effects, ok, nok) {
    return (code) => {
      const mark = readMark(lineHere(this, reading), this)
      if (!mark) return nok(code)
      const tail = this.events.at(-1)
      const indent = tail?.[1].type === 'linePrefix' ? tail[2].sliceSerialize(tail[1], true).length : 0
      if (this.containerState) this.containerState.itemIndent = indent + Math.min(mark.length, widest)
      effects.enter(type, { _container: true, read: mark.read })
      return pieces(effects, [['itemMark', mark.length]], ok)(code)
    }
  },
  continuation: {
    tokenize(effects, ok, nok) {
      const size = this.containerState?.itemIndent ?? 0
      let before = 0
      const space = factorySpace(
        effects,
        (code) => {
          const [, token, context] = this.events.length > before ? (this.events.at(-1) ?? []) : []
          return token && context && context.sliceSerialize(token, true).length === size ? ok(code) : nok(code)
        },
        'itemIndent',
        size + 1,
      )
      const indented: State = (code) => {
        before = this.events.length
        return space(code)
      }
      return effects.check(blankLine, factorySpace(effects, ok, 'itemIndent', size + 1), indented)
    },
  },
  exit(effects) {
    effects.exit(type)
  },
})
