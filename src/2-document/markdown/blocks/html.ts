import type { Html } from 'mdast'
import type { Line } from '../../../1-source/source.ts'
import type { Position } from '../../../diagnostics/position.ts'
import type { Node } from '../../nodes.ts'
import { fieldOfTool } from '../../tool-fields.ts'
import { named } from '../constructs/directive/head.ts'
import { readDirective } from '../constructs/directive/read-directive.ts'
import { markNode } from '../constructs/slide-mark.ts'
import { type MarkdownContext, placeOf, remark } from '../context.ts'
import { commentsIn, readComment } from '../deck/comment.ts'
import { isShownByReveal, revealHtml } from '../deck/reveal-html.ts'
import { linesOfNode } from '../source-lines.ts'
import { type PlainHtml, plainHtml } from '../vue-html.ts'
import { htmlCode } from './html-code.ts'
import { rawHtml } from './raw-html.ts'

/** HTML goes out as it stands; comments are directives, notes or nothing. */
export function html(node: Html, context: MarkdownContext): readonly Node[] {
  const position = placeOf(node, context)
  const comments = commentsIn(node, context)
  if (comments) return comments.flatMap((comment) => readComment(comment, position, context))
  const code = htmlCode(node, context)
  if (code) return [code]
  if (context.slides.dialect === 'slidev' && /^<Toc(?:\s[^<>]*)?>(?:\s*<\/Toc>)?\s*$/.test(node.value)) return contents(node, context)
  const { html: plain, slots } = ownHtml(node.value, position, context)
  // To CommonMark it is an element that browsers show the content of.
  const shown = context.slides.dialect === 'plain' ? node.value : plain
  const raw = shown.trim() === '' ? [] : [rawHtml(shown, position, context)]
  return [...raw, ...slots.map((slot) => markNode({ slot }, node, context))]
}

/** HTML without the tags of components, each of which is told of; in decks that reveal.js shows, fragments are substeps. */
export function ownHtml(value: string, position: Position, context: MarkdownContext): PlainHtml {
  const { dialect } = context.slides
  const plain = plainHtml(value, dialect === 'slidev')
  for (const name of plain.components) remark(context, 'markdown/component', { name }, position)
  if (plain.hasScript) remark(context, 'markdown/no-meaning', { tool: 'Slidev', what: '<script>' }, position)
  if (!isShownByReveal(dialect)) return plain
  const reveal = revealHtml(plain.html)
  for (const name of new Set(reveal.foreign)) {
    const { instead } = fieldOfTool(name, 'reveal') ?? {}
    remark(context, 'markdown/no-meaning', { tool: 'reveal.js', what: `"${name}"`, instead }, position)
  }
  return { ...plain, html: reveal.html }
}

/** Slidev's table of contents: the deck's headings, in columns where they are many. */
const contents = (node: Html, context: MarkdownContext): readonly Node[] => {
  const position = placeOf(node, context)
  const line = linesOfNode(node, context)[0] as Line
  const depth = /\s:?maxDepth="?(\d)/i.exec(node.value)?.[1]
  const options = depth === undefined ? [] : [{ ...line, text: `:depth: ${depth}` }]
  const list = { head: { ...named('contents'), line }, options, body: [], close: undefined, position, children: [] }
  return [rawHtml(`<style>${inColumns}</style>`, position, context), ...readDirective(list, context)]
}

const inColumns = '.contents > ul:has(> li:nth-child(13)) { columns: 2 } .contents > ul:has(> li:nth-child(31)) { columns: 3 }'
