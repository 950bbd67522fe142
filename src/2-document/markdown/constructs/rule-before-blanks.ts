import { codes } from '../micromark/codes.ts'
import { isAtLineStart, isInSlide, lineConstruct } from '../micromark/reading.ts'
import type { Construct } from './construct.ts'

/** `---` with blanks behind it that are none to CommonMark, such as an ideographic space: nobody sees them, and other tools trim them. */
export const ruleBeforeBlanks: Construct = {
  name: 'ruleBeforeBlanks',
  syntax: (reading) => ({
    flow: {
      [codes.dash]: lineConstruct('thematicBreak', reading, ({ text }, self) =>
        isAtLineStart(self) && isInSlide(self, reading) && !self.interrupt && /^-{3,}[ \t]*[^\S \t]\s*$/.test(text) ? true : undefined,
      ),
    },
  }),
}
