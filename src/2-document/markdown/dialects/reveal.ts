import { type Dialect, lineOf, ruleMark } from './dialect.ts'
import { divideByRules } from './plain.ts'

/** Attributes in comments (reveal.js: markdown, element and slide attributes). */
export const revealMark = /<!--\s*\.(?:slide|element):|\bdata-separator(?:-vertical|-notes)?=["']|<section[^<>]*\sdata-markdown[\s>]/

/** Only reveal.js' own page has it; a site's front matter around it may be like another tool's. */
export const sectionMark = /^\s*<section[^<>]*\sdata-markdown[\s>]/

/**
 * Lines of two to four dashes divide (`---` and `--` are the Markdown plugin's usual separators); other rules are lines. A text without any was divided by
 * separators that stand in the page around it: its headings do.
 */
export const reveal: Dialect = {
  name: 'reveal',
  inText(lines) {
    const alone = lines.filter(({ isFirst }, index) => isFirst && (lines[index + 1]?.text ?? '').trim() === '')
    const notes = lineOf(lines, ruleMark) ? lineOf(lines, /^ {0,3}notes?:(?=\s|$)/i) : undefined
    return lineOf(lines, revealMark) ?? lineOf(alone, /^--[ \t]*$/) ?? notes
  },
  divide: (blocks, asked) => ({ ...divideByRules(blocks, asked), isSlideRule: (written) => /^-{2,4}\s*$/.test(written) }),
}
