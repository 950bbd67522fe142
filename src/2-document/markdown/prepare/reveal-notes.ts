import { sliceLine } from '../../rst/blocks/indented.ts'
import { type LineReader, named, openDirective, type Preparation, previousIsBlank, put, putBlank } from './preparation.ts'

/** `Note:` or `Notes:`, in any case: the rest of the slide is for the speaker (reveal.js, `notesSeparator`). */
export const revealNotes: LineReader = ({ line, text }, preparation) => {
  const mark = /^notes?:(?=\s|$)[ \t]*/i.exec(text)?.[0]
  if (mark === undefined || preparation.open.length > 0) return undefined
  if (mark.length < text.length && isWithinText(preparation)) return undefined
  if (!previousIsBlank(preparation)) putBlank(preparation, line)
  const opened = openDirective(preparation, sliceLine(line, 0, mark.length), named('notes'), { endsWithSlide: true })
  const rest = sliceLine(line, mark.length)
  opened.opening.body.push(rest)
  preparation.open.push(opened)
  put(preparation, rest.text, rest)
  return 0
}

/** Words behind the mark may be the next line of a paragraph that speaks of a note; reveal.js would take them for notes there too. */
const isWithinText = (preparation: Preparation): boolean =>
  !preparation.wasInRegion && !previousIsBlank(preparation) && !noText.test(preparation.rows.at(-1)?.text ?? '')

/** Headings, items and what is indented as an item's text, quotes, tables, directives, HTML, rules. */
const noText = /^(?:#{1,6}(?:[ \t]|$)|(?:[-*+]|\d{1,9}[.)])[ \t]|[ \t>|<]|:::)|^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/
