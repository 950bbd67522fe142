import type { Line } from '../../../1-source/source.ts'
import { positionOfLines } from '../../../1-source/source.ts'
import type { MessageArguments, MessageCode } from '../../../diagnostics/messages/index.ts'
import type { Position } from '../../../diagnostics/position.ts'

/** CommonMark's parser takes quadratic time on a line of nothing but openers; no line that people write has so many. */
const limit = 5000
const markup = /[[\]*_`<>&!~$:\\|]/g

type Report = <Code extends MessageCode>(code: Code, args: MessageArguments<Code>, position: Position) => void

/** Lines that would take the parser long lose what makes them so: markup becomes blanks, quotes and items no reader would show come nearer. */
export const tameLines = (lines: readonly Line[], report: Report): readonly Line[] =>
  lines.map((given) => {
    const line = nearer(given)
    if (line.text.length <= limit || (line.text.match(markup)?.length ?? 0) <= limit) return line
    report('markdown/too-much-markup', { limit }, positionOfLines(line, line))
    return { ...line, text: line.text.replace(markup, ' ') }
  })

/** Each level around a line takes the parser a step for each line. An item's level has two columns at least; beyond 100 all are literal. */
const widest = 210
const margin = /^(?:[ \t]{210,}(?=(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$))|[ \t]*(?:>[ \t]?){210,})/

function nearer(line: Line): Line {
  const width = margin.exec(line.text)?.[0].length
  if (width === undefined) return line
  const cut = width - widest
  const text = line.text.slice(0, widest) + line.text.slice(width)
  const columns = Array.from({ length: text.length + 1 }, (_, column) => (column < widest ? column : column + cut))
  return { ...line, text, columns }
}
