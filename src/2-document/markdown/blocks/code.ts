import type { Code } from 'mdast'
import type { Line } from '../../../1-source/source.ts'
import type { LiteralBlock, Node } from '../../nodes.ts'
import { numberedLines } from '../../syntax/directives/line-numbers.ts'
import { parseInteger } from '../../syntax/directives/options.ts'
import { literalText } from '../../syntax/literal-text.ts'
import { sliceLine } from '../../syntax/sliced-lines.ts'
import { classesIn, readAttributes, valueIn } from '../attributes.ts'
import { readCodeFence } from '../constructs/directive/code-fence.ts'
import { type MarkdownContext, placeOf, remark } from '../context.ts'
import { linesOfValue } from '../source-lines.ts'

/** Indented and fenced code. What follows the fence: a language, `{1,3-5}` lines to mark, `showLineNumbers`, pandoc's `{.lang …}`, MyST's `{directive}`. */
export function code(node: Code, context: MarkdownContext): readonly Node[] {
  const lines = linesOf(node, context)
  const position = placeOf(node, context)
  const info = infoOf(node, context)
  if (/^(?:md|markdown)\s+magic-move\b/.test(info.text)) return magicMove(lines, context)
  const directive = /^\{([A-Za-z][\w+.-]*)\}[ \t]*/.exec(info.text)
  if (directive) return readCodeFence(directive[1] ?? '', sliceLine(info, directive[0].length), lines, node, context)
  const { language, classes, numbers, emphasized } = readInfo(info, context)
  const block: LiteralBlock = {
    type: 'literal_block',
    'xml:space': 'preserve',
    ...(language || classes.length ? { classes: ['code', ...(language ? [language] : []), ...classes] } : {}),
    children: numbers === undefined ? literalText(lines) : numberedLines(lines, numbers),
    position,
  }
  // Marp's style sheets speak of `pre code`.
  if (context.slides.dialect === 'marp') block.htmlElement = 'code'
  if (emphasized) block.listing = { 'emphasize-lines': emphasized }
  return [block]
}

/** The stages that code moves through (Slidev, shiki-magic-move): one block after the other, each with a press of the key. */
function magicMove(lines: readonly Line[], context: MarkdownContext): readonly Node[] {
  const [first, ...later] = context.readLines(lines)
  for (const node of later) node.classes = [...(node.classes ?? []), 'substep']
  return first ? [first, ...later] : []
}

interface Info {
  readonly language: string
  readonly classes: readonly string[]
  /** The first line's number, where lines are numbered. */
  readonly numbers: number | undefined
  /** `1,3-5` */
  readonly emphasized: string | undefined
}

function readInfo(info: Line, context: MarkdownContext): Info {
  const { text } = info
  const brace = text.indexOf('{')
  const attributes = brace === 0 ? readAttributes(info, brace) : undefined
  if (attributes) {
    const [language = '', ...classes] = classesIn(attributes)
    const numbered = classes.some((name) => /^number-?lines$/i.test(name))
    const first = parseInteger(valueIn(attributes, 'startFrom') ?? '1') ?? 1
    return {
      language,
      classes: classes.filter((name) => !/^number-?lines$/i.test(name)),
      numbers: numbered ? first : undefined,
      emphasized: undefined,
    }
  }
  const language = /^[^\s{[]*/.exec(text)?.[0] ?? ''
  const rest = text.slice(language.length)
  const stages = /\{([\d,\s\-|*a-z]*)\}/.exec(rest)?.[1] ?? /^\s*\[([\d,\s\-|]+)\]/.exec(rest)?.[1]
  if (stages?.includes('|')) remark(context, 'markdown/code-steps', { text: stages }, positionOfInfo(info))
  const first = stages?.split('|')[0]?.replaceAll(' ', '')
  const numbered = /\bshowLineNumbers\b|\blinenos\b|\bline-numbers\b|\blines:\s*true/.test(rest)
  const start = /showLineNumbers\s*[={]\s*(\d+)|startLine:\s*(\d+)/.exec(rest)
  return {
    language,
    classes: [],
    numbers: numbered ? Number(start?.[1] ?? start?.[2] ?? 1) : undefined,
    emphasized: first && /^[\d,-]+$/.test(first) ? first : undefined,
  }
}

const positionOfInfo = (info: Line) => {
  const { text, source } = info
  const start = { line: info.number, column: info.indent + 1, offset: info.start + info.indent }
  return { start, end: { ...start, column: start.column + text.length, offset: start.offset + text.length }, source: source.path }
}

const fence = /(`{3,}|~{3,})[ \t]*/

/** What stands behind the opening fence, as a line; empty for indented code. */
function infoOf(node: Code, { text }: MarkdownContext): Line {
  const at = text.lines[(node.position?.start.line ?? 1) - 1] as Line
  const column = (node.position?.start.column ?? 1) - 1
  const match = node.lang === null || node.lang === undefined ? null : fence.exec(at.text.slice(column))
  if (!match) return sliceLine(at, at.text.length)
  const info = sliceLine(at, column + match.index + match[0].length)
  return { ...info, text: info.text.trimEnd() }
}

/** The code's lines. */
function linesOf(node: Code, { text }: MarkdownContext): Line[] {
  const first = (node.position?.start.line ?? 1) - 1
  const column = (node.position?.start.column ?? 1) - 1
  const isFenced = /^(?:`{3}|~{3})/.test(text.lines[first]?.text.slice(column) ?? '')
  return linesOfValue(node.value, first + (isFenced ? 1 : 0), text)
}
