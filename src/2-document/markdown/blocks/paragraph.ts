import type { Paragraph as MdastParagraph } from 'mdast'
import type { Inline, Node } from '../../nodes.ts'
import { type MarkdownContext, placeOf, writtenText } from '../context.ts'
import { giveAttributes, takeElementAttributes } from '../deck/element-attributes.ts'
import { pandocDialects } from '../dialects/pandoc-dialects.ts'
import { implicitFigure } from './implicit-figure.ts'

/** A paragraph that is one picture is that picture, as a directive's is; one of comments only is nothing. */
export function paragraph(node: MdastParagraph, context: MarkdownContext): readonly Node[] {
  const { dialect } = context.slides
  // A line for itself: to pandoc a break without a text, which keeps its height.
  if (pandocDialects.includes(dialect) && writtenText(node, context).trim() === '\\') {
    const position = placeOf(node, context)
    return [{ type: 'paragraph', classes: ['empty-line'], children: [{ type: 'text', value: '\u00a0', position }], position }]
  }
  const { own, children: inner } = takeElementAttributes(node.children, context)
  const children = trimmed(context.inlineOf(inner), node.children[0]?.type === 'html')
  const [only] = children
  if (!only) return []
  if (children.length === 1 && only.type === 'image' && pandocDialects.includes(dialect)) return implicitFigure(only, node, context)
  if (children.length === 1 && isPicture(only)) return [only]
  const made: Node = { type: 'paragraph', children, position: placeOf(node, context) }
  giveAttributes(made, own, context)
  return [made]
}

/** Without the blank text that a picture or comment leaves which is not shown here; other blanks at the ends are the author's. */
function trimmed(nodes: Inline[], isBehindHtml: boolean): Inline[] {
  const isEmpty = (node: Inline | undefined): boolean => node?.type === 'text' && node.value.trim() === ''
  const start = isEmpty(nodes[0]) ? 1 : 0
  const end = nodes.length > start && isEmpty(nodes.at(-1)) ? nodes.length - 1 : nodes.length
  const kept = start > 0 || end < nodes.length ? nodes.slice(start, end) : nodes
  const [first] = kept
  if (first?.type !== 'text') return kept
  const value = isBehindHtml ? first.value.replace(/^[ \t]*\n?/, '') : first.value.replace(/^\n/, '')
  return value === first.value ? kept : [{ ...first, value }, ...kept.slice(1)]
}

const isPicture = (node: Inline): boolean =>
  node.type === 'image' || (node.type === 'reference' && node.children.length === 1 && node.children[0]?.type === 'image')
