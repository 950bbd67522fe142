import { type Dialect, fieldOf, lineOf, words } from './dialect.ts'
import { divideByRules } from './plain.ts'
import { revealMark } from './reveal.ts'

const revealMdFields = words('revealOptions separator verticalSeparator highlightTheme enableMenu')

/** As reveal.js, and `----` divides under a text too (reveal-md: `verticalSeparator`). */
export const revealMd: Dialect = {
  name: 'reveal-md',
  inFront: ({ names }) => fieldOf(names, revealMdFields),
  inText: (lines) => (lineOf(lines, revealMark) ? lineOf(lines, /^----[ \t]*$/) : undefined),
  divide: (blocks, asked) => ({ ...divideByRules(blocks, asked), isSlideRule: (written) => /^-{2,}\s*$/.test(written) }),
}
