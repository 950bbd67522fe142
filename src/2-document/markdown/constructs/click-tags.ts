import { codes } from '../micromark/codes.ts'
import type { Container } from '../micromark/document.ts'
import { lineConstruct, lineHere, type Reading, restOfLine } from '../micromark/reading.ts'
import { clickTagClasses } from '../vue-html.ts'
import type { Construct } from './construct.ts'
import { type BlockStart, exitDirective, isTooDeep, openDirectives } from './directive/block.ts'
import { named } from './directive/head.ts'

/** `<v-clicks>`, `<v-click>` and `<v-after>` on lines of their own, and their ends (Slidev, animations). One that ends nothing is nothing. */
export const clickTags: Construct = {
  name: 'clickTags',
  syntax: (reading) => ({
    document: { [codes.lessThan]: clicks(reading) },
    flow: { [codes.lessThan]: lineConstruct('strayTag', reading, ({ text }) => endTag.test(text) || undefined) },
  }),
}

/** One that hides is no start: what it holds is there. */
const startTag = /^<(v-clicks?|v-after)(?:\s(?!(?:[^>]*\s)?hide[\s=>])[^>]*)?>[ \t]*$/
const endTag = /^[ \t]*<\/(?:v-clicks?|v-after)(?:\s[^>]*)?>[ \t]*$/

const clicks = (reading: Reading): Container => ({
  name: 'clickTags',
  pierces: true,
  tokenize(effects, ok, nok) {
    return (code) => {
      const line = lineHere(this, reading)
      const tag = startTag.exec(line.text)?.[1]
      if (tag === undefined || isTooDeep(this.parser.around())) return nok(code)
      const classes = [...(tag === 'v-clicks' ? ['v-clicks'] : []), ...(clickTagClasses(line.text) ?? [])]
      if (this.containerState) this.containerState.directive = { colons: 0, isLiteral: false, options: 'none' }
      const opening = named(tag === 'v-clicks' ? 'incremental' : 'fragment', classes, line)
      const read: BlockStart = { head: { ...opening, line }, lead: undefined, endsItself: false }
      effects.enter('directiveBlock', { _container: true, read })
      return restOfLine(effects, 'directiveFence', ok)(code)
    }
  },
  continuation: { tokenize: (_, ok) => ok },
  exit: exitDirective,
  endsAt({ around, index }) {
    const { text } = lineHere(this, reading)
    return endTag.test(text) && openDirectives(around).at(-1) === around[index]?.state.directive ? text.length : undefined
  },
})
