import { content } from 'micromark-core-commonmark'
import type { TokenizeContext } from 'micromark-util-types'
import { sliceLine } from '../../syntax/sliced-lines.ts'
import { isSeparatorMark } from '../deck/separator-marks.ts'
import { codes } from '../micromark/codes.ts'
import type { Container } from '../micromark/document.ts'
import { isAtLineStart, lineHere, pieces, type Reading, textBelow } from '../micromark/reading.ts'
import type { Construct } from './construct.ts'
import { type BlockStart, exitDirective } from './directive/block.ts'
import { named } from './directive/head.ts'
import { ruleOf, rulesEndText } from './slide-rule.ts'
import { isVerticalRule } from './vertical-rule.ts'

/** `Note:` or `Notes:`, in any case: the rest of the slide is for the speaker (reveal.js, `notesSeparator`). */
export const speakerNotes: Construct = {
  name: 'speakerNotes',
  syntax: (reading) => {
    const construct = notes(reading)
    // The deck's own mark may begin with any character.
    return { document: reading.separators?.notes ? { null: construct } : { [codes.uppercaseN]: construct, [codes.lowercaseN]: construct } }
  },
}

const mark = /^notes?:(?=\s|$)[ \t]*/i

/** As much of a line is looked at: a deck's own mark may take the square of its time. */
const looked = 100

const notes = (reading: Reading): Container => ({
  name: 'speakerNotes',
  pierces: true,
  isOfSlide: true,
  tokenize(effects, ok, nok) {
    return (code) => {
      const line = lineHere(this, reading)
      const length =
        reading.slides && isNearLineStart(this, reading)
          ? (reading.separators?.notes ?? mark).exec(line.text.slice(0, looked))?.[0].length
          : undefined
      if (length === undefined || this.parser.around().length > 0) return nok(code)
      if (length < line.text.length && isWithinText(this, reading)) return nok(code)
      if (this.containerState) this.containerState.directive = { colons: 0, isLiteral: false, options: 'none' }
      const head = { ...named('notes'), line: sliceLine(line, 0, length) }
      const read: BlockStart = { head, lead: sliceLine(line, length), endsItself: true }
      effects.enter('directiveBlock', { _container: true, read })
      return pieces(effects, [['directiveFence', length]], ok)(code)
    }
  },
  continuation: { tokenize: (_, ok) => ok },
  exit: exitDirective,
  /** The slide ends with the next rule. */
  endsAt({ flow }) {
    if (!isAtLineStart(this)) return undefined
    const { text } = lineHere(this, reading)
    if (reading.separators?.divides) return isSeparatorMark(text) ? 0 : undefined
    if (isVerticalRule(text, textBelow(this, reading, 1))) return 0
    const rule = ruleOf(text)
    const above = rulesEndText(reading.dialect) ? undefined : flow?.currentConstruct
    // A text's first line may be a table's until the next one is read.
    const isUnderText = above === content || above?.name === 'table' || above?.name === 'commentBeforeText'
    return rule !== undefined && (rule !== '-' || !isUnderText) ? 0 : undefined
  },
})

/** Up to three blanks may stand before the mark, as before any block (CommonMark, section 4). */
const isNearLineStart = (self: TokenizeContext, reading: Reading): boolean =>
  /^ {0,3}$/.test(textBelow(self, reading, 0).slice(0, self.now().column - 1))

/** Words behind the mark may go on with a text that speaks of a note; not below a table's row, HTML or what is indented. */
const isWithinText = (self: TokenizeContext, reading: Reading): boolean =>
  self.interrupt === true && /^[^ \t|<]/.test(textBelow(self, reading, -1))
