import { mathFromMarkdown } from 'mdast-util-math'
import { codes } from '../micromark/codes.ts'
import type { Construct } from './construct.ts'
import { formula } from './formula.ts'
import { formulaBlock } from './formula-block.ts'

/** `$x$`, and `$$` lines around a formula. */
export const math: Construct = {
  name: 'math',
  syntax: (reading) => ({
    flow: { [codes.dollar]: formulaBlock(reading) },
    text: { [codes.dollar]: formula(reading.dialect === 'marp' || reading.dialect === 'slidev') },
  }),
  mdast: [mathFromMarkdown()],
}
