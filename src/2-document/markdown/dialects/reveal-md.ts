import { tellingFields } from '../../tool-fields.ts'
import { type Dialect, fieldOf, lineOf } from './dialect.ts'
import { divideByRules } from './plain.ts'
import { revealMark } from './reveal.ts'

/** As reveal.js, and `----` divides under a text too (reveal-md: `verticalSeparator`). */
export const revealMd: Dialect = {
  name: 'reveal-md',
  inFront: ({ names }) => fieldOf(names, tellingFields('reveal-md')),
  inText: (lines) => (lineOf(lines, revealMark) ? lineOf(lines, /^----[ \t]*$/) : undefined),
  divide: (blocks, asked) => ({ ...divideByRules(blocks, asked), isSlideRule: (written) => /^-{2,4}\s*$/.test(written) }),
}
