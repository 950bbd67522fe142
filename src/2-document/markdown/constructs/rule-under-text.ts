import { codes } from '../micromark/codes.ts'
import { isInSlide, lineConstruct } from '../micromark/reading.ts'
import type { Construct } from './construct.ts'
import { ruleOf } from './slide-rule.ts'

/** `---` begins a slide even under a text, where CommonMark has a heading (Slidev). */
export const ruleUnderText: Construct = {
  name: 'ruleUnderText',
  flavours: ['slidev'],
  syntax: (reading) => ({
    flow: {
      [codes.dash]: lineConstruct('thematicBreak', reading, ({ text }, self) =>
        isInSlide(self, reading) && ruleOf(text) === '-' ? true : undefined,
      ),
    },
  }),
}
