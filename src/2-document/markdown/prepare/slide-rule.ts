import type { Line } from '../../../1-source/source.ts'
import { isBlank } from './lines.ts'
import { addFields, endSlide, type LineReader, type Preparation, previousIsBlank, put, putBlank } from './preparation.ts'
import { slideFrontMatter } from './slidev-front-matter.ts'

/** What begins a slide: a thematic break (CommonMark, section 4.1), or `--` (reveal.js, vertical slides). */
export const slideRule: LineReader = ({ line, text, index }, preparation) => {
  const rule = ruleOf(text)
  if (rule === undefined || !mayDivide(rule, index, preparation)) return undefined
  const { lines, rows, options } = preparation
  endSlide(preparation, line)
  if (!previousIsBlank(preparation) && rule === '-') putBlank(preparation, line)
  const row = rows.length
  preparation.begun = row
  put(preparation, rule === '--' ? '***' : text, line)
  const front = rule === '-' ? slideFrontMatter(lines, index) : undefined
  if (!front) return 0
  addFields(preparation, row, front.fields)
  front.problems.forEach(options.report)
  const skipped: readonly Line[] = lines.slice(index + 1, front.next)
  for (const one of skipped) put(preparation, '', one)
  return skipped.length
}

/** Under a text `---` makes a heading, save in Slidev's decks; `--` stands between blank lines. */
function mayDivide(rule: string, index: number, preparation: Preparation): boolean {
  if (rule === '--') return isBlank(preparation.lines[index + 1]?.text ?? '')
  return rule !== '-' || previousIsBlank(preparation) || preparation.options.rulesUnderText === true
}

/** The rule's character, or `--`. */
function ruleOf(text: string): string | undefined {
  if (/^--[ \t]*$/.test(text)) return '--'
  return /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/.exec(text)?.[1]
}
