import type { Line } from '../../../1-source/source.ts'
import { positionOfLines } from '../../../1-source/source.ts'
import type { MessageArguments, MessageCode } from '../../../diagnostics/messages/index.ts'
import type { Position } from '../../../diagnostics/position.ts'

/** CommonMark's parser takes quadratic time on a line of nothing but openers; no line that people write has so many. */
const limit = 5000
const markup = /[[\]*_`<>&!~$:\\|]/g

type Report = <Code extends MessageCode>(code: Code, args: MessageArguments<Code>, position: Position) => void

/** Lines that would take the parser long lose what makes them markup: such characters become their full-width twins' plain text. */
export const tameLines = (lines: readonly Line[], report: Report): readonly Line[] =>
  lines.map((line) => {
    if (line.text.length <= limit || (line.text.match(markup)?.length ?? 0) <= limit) return line
    report('markdown/too-much-markup', { limit }, positionOfLines(line, line))
    return { ...line, text: line.text.replace(markup, ' ') }
  })
