import type { Code, Node as MdastNode } from 'mdast'
import type { Line } from '../../../1-source/source.ts'
import type { LiteralBlock, Node } from '../../nodes.ts'
import { numberedLines } from '../../syntax/directives/line-numbers.ts'
import { literalText } from '../../syntax/literal-text.ts'
import { sliceLine } from '../../syntax/sliced-lines.ts'
import { readCodeFence } from '../constructs/directive/code-fence.ts'
import { type MarkdownContext, placeOf, remark } from '../context.ts'
import { linesOfValue } from '../source-lines.ts'
import { engineInfo, type Info, readInfo } from './code-info.ts'
import { readEngineCode } from './engine-code.ts'
import { rawHtml } from './raw-html.ts'

/** Indented and fenced code. What follows the fence: a language, `{1,3-5}` lines to mark, `showLineNumbers`, pandoc's `{.lang …}`, MyST's `{directive}`. */
export function code(node: Code, context: MarkdownContext): readonly Node[] {
  const lines = linesOf(node, context)
  const info = infoOf(node, context)
  if (/^(?:md|markdown)\s+magic-move\b/.test(info.text)) return magicMove(lines, context)
  const raw = /^\{=(\w+)\}[ \t]*$/.exec(info.text)?.[1]
  if (raw !== undefined) return rawBlock(raw, node, context)
  const engine = readEngineCode(info, lines, node, context)
  if (engine) return engine.isShown ? [codeBlock(engine.lines, engineInfo(engine, info, context), node, context)] : []
  const directive = /^\{([A-Za-z][\w+.-]*)\}[ \t]*/.exec(info.text)
  if (directive) return readCodeFence(directive[1] ?? '', sliceLine(info, directive[0].length), lines, node, context)
  return [codeBlock(lines, readInfo(info, context), node, context)]
}

/** A block of code; `node` is what it is written as. */
export function codeBlock(
  lines: readonly Line[],
  { language, classes, numbers, emphasized, filename }: Info,
  node: MdastNode,
  context: MarkdownContext,
): LiteralBlock {
  const position = placeOf(node, context)
  const block: LiteralBlock = {
    type: 'literal_block',
    'xml:space': 'preserve',
    ...(language || classes.length ? { classes: ['code', ...(language ? [language] : []), ...classes] } : {}),
    children: numbers === undefined ? literalText(lines) : numberedLines(lines, numbers),
    position,
  }
  // Marp's style sheets speak of `pre code`.
  if (context.slides.dialect === 'marp') block.htmlElement = 'code'
  if (emphasized || filename)
    block.listing = { ...(emphasized ? { 'emphasize-lines': emphasized } : {}), ...(filename ? { caption: filename } : {}) }
  return block
}

/** ```` ```{=html} ```` (pandoc, raw_attribute): HTML is the page's, what is for other formats is not. */
function rawBlock(format: string, node: Code, context: MarkdownContext): readonly Node[] {
  const position = placeOf(node, context)
  if (format === 'html') return [rawHtml(node.value, position, context)]
  remark(context, 'markdown/no-meaning', { tool: 'pandoc', what: `block for ${format}` }, position)
  return []
}

/** The stages that code moves through (Slidev, shiki-magic-move): one block after the other, each with a press of the key. */
function magicMove(lines: readonly Line[], context: MarkdownContext): readonly Node[] {
  const [first, ...later] = context.readLines(lines)
  for (const node of later) node.classes = [...(node.classes ?? []), 'substep']
  return first ? [first, ...later] : []
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
