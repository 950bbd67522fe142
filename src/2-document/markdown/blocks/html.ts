import type { Html } from 'mdast'
import type { Line } from '../../../1-source/source.ts'
import type { Position } from '../../../diagnostics/position.ts'
import type { Node } from '../../nodes.ts'
import { named } from '../constructs/directive/head.ts'
import { readDirective } from '../constructs/directive/read-directive.ts'
import { markNode } from '../constructs/slide-mark.ts'
import { type MarkdownContext, placeOf, remark } from '../context.ts'
import { commentsIn, readComment } from '../deck/comment.ts'
import { linesOfNode } from '../source-lines.ts'
import { type PlainHtml, plainHtml } from '../vue-html.ts'
import { rawHtml } from './raw-html.ts'

/** HTML goes out as it stands; comments are directives, notes or nothing. */
export function html(node: Html, context: MarkdownContext): readonly Node[] {
  const position = placeOf(node, context)
  const comments = commentsIn(node, context)
  if (comments) return comments.flatMap((comment) => readComment(comment, position, context))
  if (context.slides.dialect === 'slidev' && /^<Toc(?:\s[^<>]*)?>(?:\s*<\/Toc>)?\s*$/.test(node.value)) return contents(node, context)
  const { html: plain, slots } = withoutComponents(node.value, position, context)
  // To CommonMark it is an element that browsers show the content of.
  const shown = context.slides.dialect === 'plain' ? node.value : plain
  const raw = shown.trim() === '' ? [] : [rawHtml(shown, position, context)]
  return [...raw, ...slots.map((slot) => markNode({ slot }, node, context))]
}

/** HTML without the tags of components, each of which is told of. */
export function withoutComponents(value: string, position: Position, context: MarkdownContext): PlainHtml {
  const plain = plainHtml(value, context.slides.dialect === 'slidev')
  for (const name of plain.components) remark(context, 'markdown/component', { name }, position)
  if (plain.hasScript) remark(context, 'markdown/no-meaning', { tool: 'Slidev', what: '<script>' }, position)
  return plain
}

/** Slidev's table of contents: the deck's headings. */
const contents = (node: Html, context: MarkdownContext): readonly Node[] => {
  const position = placeOf(node, context)
  const line = linesOfNode(node, context)[0] as Line
  return readDirective({ head: { ...named('contents'), line }, options: [], body: [], close: undefined, position, children: [] }, context)
}
