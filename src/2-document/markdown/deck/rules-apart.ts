import type { Line } from '../../../1-source/source.ts'
import { sliceLine } from '../../syntax/sliced-lines.ts'
import type { DialectName } from '../dialects/names.ts'
import { isBlank } from '../lines.ts'

/** A rule, or the mark of a part of the layout (`::right::`). */
const slidevDivider = /^(?:-{3,}|::[ \t]*[\w.-]+[ \t]*::)\s*$/
const revealDivider = /^-{2,4}\s*$/

/**
 * The lines of a deck whose tool divides it before it reads Markdown (Slidev, reveal.js), with a blank line above what divides right below HTML:
 * to CommonMark the HTML would go on through it, up to the next blank line (section 4.6).
 */
export function rulesApart(lines: readonly Line[], dialect: DialectName): readonly Line[] {
  const divider = dialect === 'slidev' ? slidevDivider : revealDivider
  let isHtml = false
  let fence: string | undefined
  return lines.flatMap((line) => {
    const { text } = line
    const isUnder = isHtml && fence === undefined && divider.test(text)
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1]
    if (mark && (fence === undefined || mark.startsWith(fence))) fence = fence === undefined ? mark : undefined
    isHtml = !isUnder && !isBlank(text) && (isHtml || /^ {0,3}</.test(text))
    return isUnder ? [sliceLine(line, 0, 0), line] : [line]
  })
}
