import type { RootContent } from 'mdast'
import { type Line, positionOfLines } from '../../../../1-source/source.ts'
import type { Position } from '../../../../diagnostics/position.ts'
import type { Node } from '../../../nodes.ts'
import { sliceLine } from '../../../syntax/sliced-lines.ts'
import { type MarkdownContext, placeOf, remark } from '../../context.ts'
import { pandocDialects } from '../../dialects/pandoc-dialects.ts'
import { isBlank, marginOf } from '../../lines.ts'
import { markNode } from '../slide-mark.ts'
import type { DirectiveBlock } from './block.ts'
import { trimmedBody } from './body.ts'
import { boxes, boxOf } from './box.ts'
import type { DirectiveHead } from './head.ts'
import type { DirectiveLine } from './line.ts'
import { runWithMarkdown, titledAdmonition } from './run.ts'

/** A directive as it is written, in whichever syntax. */
export interface DirectiveText {
  readonly head: DirectiveHead
  readonly options: readonly Line[]
  /** The body's lines without the indentation of the first. */
  readonly body: readonly Line[]
  /** The line that ends it, if there is one. */
  readonly close: Line | undefined
  readonly position: Position
  /** What the parser has read of the body. */
  readonly children: readonly RootContent[]
}

/** Words of other tools for what is a directive, a box or a note here. */
const aliases: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({ notes: 'note', 'speaker-notes': 'note', info: 'admonition', success: 'tip' }),
)

export const directiveName = (name: string): string => aliases.get(name) ?? name

export function readDirectiveBlock(node: DirectiveBlock, context: MarkdownContext): readonly Node[] {
  const { head, lead, options, isClosed, endsItself, children } = node
  const { lines } = context.text
  const { start, end } = node.position ?? { start: { line: 1, column: 1 }, end: { line: 1 } }
  const below = lines.slice(start.line + options.length, isClosed ? end.line - 1 : end.line)
  const body = below.map((line) => bodyLine(line, start.column - 1))
  if (!isClosed && !endsItself) remark(context, 'markdown/directive-not-closed', { name: head.name }, positionOfLines(head.line, head.line))
  const text: DirectiveText = {
    head,
    options,
    body: lead ? [lead, ...body] : body,
    close: isClosed ? lines[end.line - 1] : undefined,
    position: placeOf(node, context),
    children,
  }
  return readDirective(text, context)
}

/** `::pause` and `::slot[right]` are what the slide is arranged by, as `. . .` and `::right::` are. */
export function readDirectiveLine(node: DirectiveLine, context: MarkdownContext): readonly Node[] {
  const { head } = node
  if (head.name === 'pause') return [markNode('pause', node, context)]
  if (head.name === 'slot') return [markNode({ slot: head.argument?.text ?? '' }, node, context)]
  const position = placeOf(node, context)
  return readDirective({ head, options: [], body: [], close: undefined, position, children: [] }, context)
}

/** A body's line without the indentation of the directive's first, as far as it has it; blank lines are empty. */
function bodyLine(line: Line, indent: number): Line {
  const width = Math.min(indent, marginOf(line.text).length)
  return sliceLine(line, width, isBlank(line.text.slice(width)) ? width : line.text.length)
}

/** In reStructuredText, as if it stood where the directive stands. */
const readRst = (lines: readonly Line[], { rst, reader }: MarkdownContext): readonly Node[] =>
  rst.parseBlocks(lines, { titles: reader.depth === 0, sidebar: reader.inSidebar })

export function readDirective(text: DirectiveText, context: MarkdownContext): readonly Node[] {
  const { head, body } = text
  const name = directiveName(head.name)
  if (name === 'rst' || name === 'eval-rst') return readRst(trimmedBody(body), context)
  // Templates of reveal.js and pandoc end each slide with `Notes:`, whether there is something to say or not.
  if (head.name === 'notes' && trimmedBody(body).length === 0) return []
  // Quarto's is of its slide.
  if ((name === 'footer' || name === 'header') && pandocDialects.includes(context.slides.dialect)) {
    context.slides.around(name, context.blocksOf(text.children), text.position)
    return []
  }
  const directive = name && !boxes.has(name) ? context.findDirective(name) : undefined
  if (!directive) return boxOf(text, context)
  const titled = titledAdmonition(directive, head, context)
  return runWithMarkdown(titled?.directive ?? directive, titled?.extra ?? [], text, context)
}
