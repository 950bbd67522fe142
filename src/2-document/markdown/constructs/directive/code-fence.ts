import type { Code } from 'mdast'
import type { Line } from '../../../../1-source/source.ts'
import type { Node } from '../../../nodes.ts'
import { sliceLine } from '../../../syntax/sliced-lines.ts'
import { type MarkdownContext, placeOf, remark } from '../../context.ts'
import { isBlank } from '../../lines.ts'
import { named } from './head.ts'
import { directiveName, readDirective } from './read-directive.ts'

/** MyST's directive in a code fence: ```` ```{name} argument ````, `:option: value` lines, the body. */
export function readCodeFence(name: string, argument: Line, lines: readonly Line[], node: Code, context: MarkdownContext): readonly Node[] {
  const optionEnd = lines.findIndex((line) => !/^:[A-Za-z][\w-]*:(?:\s|$)/.test(line.text))
  const options = lines.slice(0, optionEnd < 0 ? lines.length : optionEnd)
  const body = lines.slice(options.length).map((line) => (isBlank(line.text) ? sliceLine(line, 0, 0) : line))
  const position = placeOf(node, context)
  if (context.findDirective(directiveName(name)) || name === 'eval-rst') {
    const { line, column } = node.position?.start ?? { line: 1, column: 1 }
    const head = {
      ...named(name),
      argument: argument.text === '' ? undefined : argument,
      line: sliceLine(context.text.lines[line - 1] as Line, column - 1),
    }
    return readDirective({ head, options, body, close: undefined, position, children: [] }, context)
  }
  remark(context, 'markdown/unknown-directive', { name }, position)
  return [{ type: 'container', classes: [name], children: context.readLines(body), position }]
}
