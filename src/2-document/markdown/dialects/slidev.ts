import { tellingFields } from '../../tool-fields.ts'
import { type Dialect, fieldOf, lineOf, ruleMark } from './dialect.ts'

/** Lines of three or more dashes at the line's start divide, under a text too; other rules are lines (Slidev's parser: `/^---+/`). */
export const slidev: Dialect = {
  name: 'slidev',
  inFront: ({ fields }) => fieldOf(fields, tellingFields('slidev')),
  // Without a rule it would be one slide to Slidev.
  inText: (lines) => (lineOf(lines, ruleMark) ? lineOf(lines, /^<<< @\/|<v-(?:clicks?|after)[\s>]/) : undefined),
  divide: (_, asked) => ({ isSlideRule: (written) => /^-{3,}\s*$/.test(written), level: asked ?? 0 }),
}
