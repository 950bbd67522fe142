import type { Paragraph } from '../nodes.ts'

/** Keywords that RCS, CVS and Subversion expand, and what is left of them (docutils: frontmatter.DocInfo.rcs_keyword_substitutions). */
const keywords: readonly (readonly [RegExp, string])[] = [
  [/\$Date: (\d\d\d\d)[-/](\d\d)[-/](\d\d)[ T][\d:]+[^$]* \$/gi, '$1-$2-$3'],
  [/\$RCSfile: (.+),v \$/gi, '$1'],
  [/\$[a-zA-Z]+: (.+) \$/g, '$1'],
]

/** Takes the keyword off a paragraph's only text: `$Date: 2001/02/03 04:05:06 $` is 2001-02-03. */
export function cleanKeywords({ children: [only, ...others] }: Paragraph): void {
  if (only?.type !== 'text' || others.length || !only.value.includes('$')) return
  for (const [pattern, value] of keywords) {
    const cleaned = only.value.replace(pattern, value)
    if (cleaned === only.value) continue
    only.value = cleaned
    return
  }
}
