import type { Line } from '../../../1-source/source.ts'
import { sliceLine } from '../../syntax/sliced-lines.ts'
import { isBlank } from '../lines.ts'

/** A line of tags and nothing else; what stands in some elements is never Markdown. */
const tagsAlone = /^ {0,3}(?:<\/?[A-Za-z][^<>]*>[ \t]*)+$/
const literal = /<(?:pre|script|style|textarea|svg|math)[\s>]/i
const literalEnd = /<\/(?:pre|script|style|textarea|svg|math)[\s>]/i

/** Tags of boxes, which paragraphs may stand in, with a text behind them. */
const boxes = 'div|section|article|aside|center|details|blockquote|main|header|footer'
const tagsBeforeText = new RegExp(`^ {0,3}(?:<(?:${boxes})(?:\\s[^<>]*)?>[ \\t]*)+(?=[^\\s<])`, 'i')
const tagsBehindText = new RegExp(`(?:</(?:${boxes})>[ \\t]*)+$`, 'i')

/** Without such a mark a text is the same to both. */
const mark = /[*_`[\]$~^!\\]/

/**
 * The lines of a pandoc deck with a blank line between tags and the text behind or below them: pandoc reads Markdown there
 * (markdown_in_html_blocks); to CommonMark it is HTML up to the next blank line (section 4.6).
 */
export function tagsApart(lines: readonly Line[]): readonly Line[] {
  let fence: string | undefined
  let isLiteral = false
  /** Boxes whose tag was parted from the text on its line. */
  let open = 0
  return lines.flatMap((line, index) => {
    const { text } = line
    const row = /^\s*(`{3,}|~{3,})/.exec(text)?.[1]
    if (row && !isLiteral && (fence === undefined || row.startsWith(fence))) fence = fence === undefined ? row : undefined
    if (fence !== undefined) return [line]
    if (literal.test(text)) isLiteral = true
    const isApart = !isLiteral && tagsAlone.test(text) && isMarkdown(lines[index + 1]?.text ?? '')
    const parts = isLiteral || isApart ? [line] : withoutTags(line, open)
    if (parts.length > 1 || (open > 0 && isBlank(text))) open = parts.length === 1 || tagsBehindText.test(text) ? 0 : 1
    if (literalEnd.test(text)) isLiteral = false
    return isApart ? [line, sliceLine(line, text.length, text.length)] : parts
  })
}

/** A line with its tags on lines of their own, blank ones between them and the text. */
function withoutTags(line: Line, open: number): Line[] {
  const { text } = line
  const before = tagsBeforeText.exec(text)?.[0].length ?? 0
  if (before === 0 && open === 0) return [line]
  const end = tagsBehindText.exec(text)?.index ?? text.length
  if (before > 0 && !mark.test(text.slice(before, end))) return [line]
  if (end <= before || (before === 0 && end === text.length)) return [line]
  const blank = sliceLine(line, end, end)
  const head = before > 0 ? [sliceLine(line, 0, before), blank] : []
  const tail = end < text.length ? [blank, sliceLine(line, end), sliceLine(line, text.length)] : []
  return [...head, sliceLine(line, before, end), ...tail]
}

/** No further tag, and nothing that is indented code behind a blank line. */
const isMarkdown = (text: string): boolean => !isBlank(text) && /^ {0,3}[^\s<]/.test(text)
