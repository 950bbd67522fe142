import type { Paragraph as MdastParagraph } from 'mdast'
import type { Inline, Node } from '../../nodes.ts'
import { type MarkdownContext, placeOf } from '../context.ts'
import { takeElementClasses } from '../deck/element-classes.ts'
import { withoutEdges } from '../inline/without-edges.ts'

/** A paragraph that is one picture is that picture, as a directive's is; one of comments only is nothing. */
export function paragraph(node: MdastParagraph, context: MarkdownContext): readonly Node[] {
  const { classes, children: inner } = takeElementClasses(node.children)
  const children = withoutEdges(context.inlineOf(inner))
  const [only] = children
  if (!only) return []
  if (children.length === 1 && isPicture(only)) return [only]
  return [{ type: 'paragraph', ...(classes.length > 0 ? { classes } : {}), children, position: placeOf(node, context) }]
}

const isPicture = (node: Inline): boolean =>
  node.type === 'image' || (node.type === 'reference' && node.children.length === 1 && node.children[0]?.type === 'image')
