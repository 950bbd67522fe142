import { dialectNames } from '../dialects/names.ts'
import { codes } from '../micromark/codes.ts'
import { isInSlide, lineConstruct, type Reading } from '../micromark/reading.ts'
import type { Construct } from './construct.ts'
import { ruleOf, rulesEndText } from './slide-rule.ts'

/** `---` begins a slide even under a text, where CommonMark has a heading (Slidev, reveal.js). */
export const ruleUnderText: Construct = {
  name: 'ruleUnderText',
  dialects: dialectNames.filter(rulesEndText),
  syntax: (reading) => ({
    flow: {
      [codes.dash]: lineConstruct('thematicBreak', reading, ({ text }, self) =>
        isInSlide(self, reading) && !reading.separators?.divides && ruleOf(text) === '-' && isDivider(text, reading) ? true : undefined,
      ),
    },
  }),
}

/** reveal.js divides at three dashes, reveal-md also at four; Slidev at any number. */
const isDivider = (text: string, { dialect }: Reading): boolean =>
  dialect === 'slidev' || (dialect === 'reveal' ? /^---\s*$/ : /^-{3,4}\s*$/).test(text)
