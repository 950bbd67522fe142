import { words } from '../../../formats/words.ts'
import { tellingFields } from '../../tool-fields.ts'
import { type Dialect, fieldOf, lineOf } from './dialect.ts'
import { divideByBoth } from './pandoc.ts'

/** What runs code in a block: `{r}` (Quarto: computations, diagrams). */
export const engines = words('r python julia ojs bash sh sql mermaid dot stan rust node js observable')

const mark = new RegExp(
  `^ {0,3}(?:\`{3,}|~{3,})\\{(?:${[...engines].join('|')})(?=[\\s,}])[^}]*\\}|\\{\\{< *[a-z].*? >\\}\\}|^:::+ *\\{[^}]*\\.(?:callout-|panel-tabset)`,
)

/** As pandoc, but the level is 2 where the deck asks for none (Quarto: `slide-level`). */
export const quarto: Dialect = {
  name: 'quarto',
  inFront: ({ names }) => fieldOf(names, tellingFields('quarto')),
  inText: (lines) => lineOf(lines, mark),
  titleSlide: 'always',
  divide: (blocks, asked) => divideByBoth(blocks, asked ?? 2),
}
