import type { Line } from '../../../1-source/source.ts'
import type { Directive } from '../../directive.ts'
import { sliceLine } from '../../rst/blocks/indented.ts'
import { readFence } from './fences/read-fence.ts'
import { isBlank, marginOf } from './lines.ts'
import {
  closeDirective,
  type LineHere,
  type LineReader,
  type OpenDirective,
  openDirective,
  type Preparation,
  put,
  putLeaf,
} from './preparation.ts'

/** Deeper ones stay text. */
const nestingLimit = 30

/** Directives whose body is no Markdown. */
const literalBodies: ReadonlySet<string> = new Set(
  'code code-block sourcecode math raw csv-table eval-rst rst parsed-literal line-block meta role unicode'.split(' '),
)

/** `:::name …`, which begins a directive, `:::`, which ends one, and `::name …`, which is a whole one. */
export const directiveLine: LineReader = (here, preparation) => {
  const { line, text, index, prefix } = here
  if (!text.startsWith('::', prefix.length)) return undefined
  if (closeFence(here, preparation)) return 0
  const fence = readFence(line, prefix.length)
  if (!fence) return undefined
  const { colons, opening } = fence
  if (colons === 2) {
    putLeaf(preparation, line, opening, prefix)
    return 0
  }
  if (preparation.open.length >= nestingLimit) {
    // One column more than is written: the backslash.
    put(preparation, `${prefix}\\${text.slice(prefix.length)}`, { ...line, text: ` ${text}`, indent: line.indent - 1 })
    return 0
  }
  const { lines, options } = preparation
  const optionLines = readOptionLines(lines, index + 1, prefix.length, options.findDirective(opening.name))
  const opened = openDirective(preparation, line, opening, { colons, prefix, options: optionLines })
  for (const option of optionLines) put(preparation, opened.quotes, option)
  if (literalBodies.has(opening.name.toLowerCase())) preparation.literal = opened
  else preparation.open.push(opened)
  return optionLines.length
}

/** `:::` alone ends the directive that was begun with as many colons, and those in it; else the innermost one. */
function closeFence({ line, text, prefix }: LineHere, preparation: Preparation): boolean {
  const { open } = preparation
  const close = /^(:{3,})[ \t]*$/.exec(text.slice(prefix.length))
  if (!close || open.length === 0) return false
  const same = open.findLastIndex(({ colons }) => colons === close[1]?.length)
  const last = same < 0 ? open.length - 1 : same
  while (open.length - 1 > last) closeDirective(preparation, undefined)
  closeDirective(preparation, line, prefix)
  return true
}

export const closesLiteral = (text: string, { colons }: OpenDirective): boolean =>
  (/^[ \t>]*(:{3,})[ \t]*$/.exec(text)?.[1]?.length ?? 0) >= colons

/** A body's line without the fence's indentation, as far as it has it; blank lines are empty. */
export function bodyLine(line: Line, indent: number): Line {
  const width = Math.min(indent, marginOf(line.text).length)
  return sliceLine(line, width, isBlank(line.text.slice(width)) ? width : line.text.length)
}

/** `:option: value` lines under a directive's fence, if the directive declares the first one's name. */
function readOptionLines(lines: readonly Line[], start: number, indent: number, directive: Directive | undefined): Line[] {
  const found: Line[] = []
  for (let index = start; index < lines.length; index++) {
    const line = bodyLine(lines[index] as Line, indent)
    const name = /^:([A-Za-z][\w-]*):(?:\s|$)/.exec(line.text)?.[1]
    if (name === undefined || (found.length === 0 && !Object.hasOwn(directive?.options ?? {}, name.toLowerCase()))) break
    found.push(sliceLine(line, 0, line.text.trimEnd().length))
  }
  return found
}
