import { type Line, positionOfLines } from '../../../1-source/source.ts'
import type { DirectiveTools } from '../../directive.ts'
import type { LineNumber, SystemMessage, Text } from '../../nodes.ts'
import { parseInteger } from './options.ts'

/**
 * Lines of code as the option `:number-lines:` asks for them: with their numbers, from 1 unless it names another, or `plain` where it is not
 * given; else the message that it is no number.
 */
export function codeText(
  option: unknown,
  lines: readonly Line[],
  plain: () => Text[],
  tools: DirectiveTools,
): (LineNumber | Text)[] | SystemMessage {
  if (option === undefined) return plain()
  const first = parseInteger(String(option || 1))
  return first === undefined ? tools.error('rst/line-number-not-integer', { value: String(option) }) : numberedLines(lines, first)
}

/**
 * Lines with their numbers before them, as wide as the last one (docutils: utils/code_analyzer.py, NumberLines). Every piece but the last
 * ends with its line feed.
 */
export function numberedLines(content: readonly Line[], first: number): (LineNumber | Text)[] {
  const width = String(first + content.length).length
  return content.flatMap((line, index): (LineNumber | Text)[] => {
    const position = positionOfLines(line, line)
    const number = `${String(first + index).padStart(width)} `
    return [
      { type: 'line_number', number, children: [], position: { ...position, end: position.start } },
      { type: 'text', value: index < content.length - 1 ? `${line.text}\n` : line.text, position },
    ]
  })
}
