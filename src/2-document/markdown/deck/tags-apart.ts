import type { Line } from '../../../1-source/source.ts'
import { sliceLine } from '../../syntax/sliced-lines.ts'
import { isBlank } from '../lines.ts'

/** A line of tags and nothing else; what stands in some elements is never Markdown. */
const tagsAlone = /^ {0,3}(?:<\/?[A-Za-z][^<>]*>[ \t]*)+$/
const literal = /<(?:pre|script|style|textarea|svg|math)[\s>]/i
const literalEnd = /<\/(?:pre|script|style|textarea|svg|math)[\s>]/i

/**
 * The lines of a pandoc deck with a blank line behind each line of tags that a text follows: pandoc reads Markdown there (markdown_in_html_blocks);
 * to CommonMark it is HTML up to the next blank line (section 4.6).
 */
export function tagsApart(lines: readonly Line[]): readonly Line[] {
  let fence: string | undefined
  let isLiteral = false
  return lines.flatMap((line, index) => {
    const { text } = line
    const mark = /^\s*(`{3,}|~{3,})/.exec(text)?.[1]
    if (mark && !isLiteral && (fence === undefined || mark.startsWith(fence))) fence = fence === undefined ? mark : undefined
    if (fence !== undefined) return [line]
    if (literal.test(text)) isLiteral = true
    const isApart = !isLiteral && tagsAlone.test(text) && isMarkdown(lines[index + 1]?.text ?? '')
    if (literalEnd.test(text)) isLiteral = false
    return isApart ? [line, sliceLine(line, text.length, text.length)] : [line]
  })
}

/** No further tag, and nothing that is indented code behind a blank line. */
const isMarkdown = (text: string): boolean => !isBlank(text) && /^ {0,3}[^\s<]/.test(text)
