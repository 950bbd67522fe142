import { isBlank } from '../lines.ts'
import { codes } from '../micromark/codes.ts'
import { isAtLineStart, isInSlide, lineConstruct, textBelow } from '../micromark/reading.ts'
import type { Construct } from './construct.ts'

export const isVerticalRule = (text: string, below: string): boolean => /^--[ \t]*$/.test(text) && isBlank(below)

/** `--` above a blank line begins a slide as a rule does (reveal.js, vertical slides). */
export const verticalRule: Construct = {
  name: 'verticalRule',
  syntax: (reading) => ({
    flow: {
      [codes.dash]: lineConstruct('thematicBreak', reading, ({ text }, self) =>
        isAtLineStart(self) && isInSlide(self, reading) && !reading.separators?.divides && isVerticalRule(text, textBelow(self, reading, 1))
          ? true
          : undefined,
      ),
    },
  }),
}
