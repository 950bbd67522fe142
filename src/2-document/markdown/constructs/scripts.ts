import type { Parent, PhrasingContent } from 'mdast'
import type { Construct as Syntax } from 'micromark-util-types'
import type { Inline } from '../../nodes.ts'
import { type MarkdownContext, placeOf } from '../context.ts'
import { pandocDialects } from '../dialects/pandoc-dialects.ts'
import { bracketed } from '../micromark/brackets.ts'
import { codes } from '../micromark/codes.ts'
import { lineHere, type Reading } from '../micromark/reading.ts'
import type { Construct } from './construct.ts'
import { parent } from './parent.ts'

/** A text below or above its line. */
interface Script extends Parent {
  type: 'script'
  as: 'subscript' | 'superscript'
  children: PhrasingContent[]
}

declare module 'mdast' {
  interface RootContentMap {
    script: Script
  }
  interface PhrasingContentMap {
    script: Script
  }
}

/** `H~2~O`, `x^2^` (pandoc, superscript, subscript): without blanks in it, escaped ones aside. */
export const scripts: Construct = {
  name: 'scripts',
  dialects: pandocDialects,
  syntax: (reading) => ({
    text: {
      [codes.tilde]: marked('subscript', /^~(?!~)((?:[^\s~\\]|\\.)+)~(?!~)/, reading),
      [codes.caret]: marked('superscript', /^\^((?:[^\s^\\]|\\.)+)\^/, reading),
    },
  }),
  mdast: (['subscript', 'superscript'] as const).map((as) => parent(as, (): Script => ({ type: 'script', as, children: [] }))),
  inlines: {
    script: ({ as, children, ...node }: Script, context: MarkdownContext): readonly Inline[] => [
      { type: as, children: context.inlineOf(children).map(withoutEscapes), position: placeOf(node, context) },
    ],
  },
}

const marked = (type: 'subscript' | 'superscript', pattern: RegExp, reading: Reading): Syntax => ({
  name: type,
  tokenize(effects, ok, nok) {
    return (code) => {
      const text = this.previous === code ? undefined : pattern.exec(lineHere(this, reading).text)?.[1]
      if (text === undefined) return nok(code)
      const { line, column } = this.now()
      const close = { line, index: column + text.length }
      return bracketed(this, effects, { type, lead: 1, close, tail: 1 }, ok, nok)(code)
    }
  },
})

/** CommonMark keeps the backslash before a blank, which pandoc takes for one that does not break. */
const withoutEscapes = (node: Inline): Inline => (node.type === 'text' ? { ...node, value: node.value.replaceAll('\\ ', '\u00a0') } : node)
