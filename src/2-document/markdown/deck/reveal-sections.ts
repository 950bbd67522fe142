import type { Line } from '../../../1-source/source.ts'
import { type HtmlAttribute, readToken } from '../../../formats/html-tokens.ts'
import { sliceLine } from '../../syntax/sliced-lines.ts'
import { isBlank } from '../lines.ts'
import { rewritten } from '../source-lines.ts'
import { belowMark, slideMark } from './separator-marks.ts'

const opening = /^\s*<section\b/i
const closing = /^\s*<\/section>\s*$/i
const template = /^\s*<\/?(?:textarea|script)\b[^<>]*>\s*$/i

/** A tag of more lines is none. */
const tagLimit = 12

interface SectionTag {
  readonly attributes: readonly HtmlAttribute[]
  /** How many lines it takes. */
  readonly count: number
}

/** Whether a deck's slides stand in sections of HTML, as in reveal.js' own page: `<section data-markdown>`. */
export const hasSections = (lines: readonly Line[]): boolean =>
  lines.some(({ text }, index) => opening.test(text) && isOfMarkdown(tagAt(lines, index)))

const isOfMarkdown = (tag: SectionTag | undefined): boolean =>
  tag?.attributes.some(({ name, value }) => name === 'data-markdown' && value === '') ?? false

/** The tag that begins at `lines[index]`, if nothing stands behind it. */
function tagAt(lines: readonly Line[], index: number): SectionTag | undefined {
  let text = lines[index]?.text.trimStart() ?? ''
  for (let count = 1; count <= tagLimit && index + count <= lines.length; count++) {
    const token = readToken(text, 0)
    if (token.type === 'start') return isBlank(text.slice(token.end)) ? { attributes: token.attributes, count } : undefined
    text += `\n${lines[index + count]?.text ?? ''}`
  }
  return undefined
}

/** The slides' lines without the sections and templates around them: each section begins a slide, one in an outer section below the one before it. */
export function withoutSections(lines: readonly Line[]): readonly Line[] {
  const out: Line[] = []
  let isInStack = false
  let isBelow = false
  for (let index = 0; index < lines.length; ) {
    const line = lines[index] as Line
    const tag = opening.test(line.text) ? tagAt(lines, index) : undefined
    if (!tag || !isOfMarkdown(tag)) {
      if (tag && tag.attributes.length === 0) [isInStack, isBelow] = [true, false]
      else if (isInStack && closing.test(line.text)) isInStack = false
      else out.push(line)
      index++
      continue
    }
    const start = index + tag.count
    let end = start
    while (end < lines.length && !closing.test(lines[end]?.text ?? '')) end++
    if (out.some(({ text }) => !isBlank(text)))
      out.push(sliceLine(line, 0, 0), rewritten(line, isInStack && isBelow ? belowMark : slideMark))
    isBelow = true
    const own = tag.attributes.filter(({ name }) => !/^data-(?:markdown|separator|charset)/.test(name))
    if (own.length > 0)
      out.push(rewritten(line, `<!-- .slide: ${own.map(({ name, value }) => `${name}="${value}"`).join(' ')} -->`), sliceLine(line, 0, 0))
    out.push(...dedented(lines.slice(start, end).filter(({ text }) => !template.test(text))))
    index = end + 1
  }
  return out
}

/** Without the blanks that all lines begin with. */
function dedented(lines: readonly Line[]): Line[] {
  const width = Math.min(...lines.filter(({ text }) => !isBlank(text)).map(({ text }) => text.length - text.trimStart().length))
  return lines.map((line) => sliceLine(line, Math.min(width, line.text.length)))
}
