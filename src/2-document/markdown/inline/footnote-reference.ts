import type { Node as MdastNode, FootnoteReference as MdastReference } from 'mdast'
import type { FootnoteReference, Inline } from '../../nodes.ts'
import { footnoteName } from '../blocks/footnote-definition.ts'
import { type MarkdownContext, placeOf, writtenText } from '../context.ts'
import { pandocDialects } from '../dialects/pandoc-dialects.ts'

export const footnoteReference = (node: MdastReference, context: MarkdownContext): readonly Inline[] =>
  referenceTo(footnoteName(node.identifier), node, context)

/** pandoc raises the number of a note; reStructuredText and GitHub's page have it in brackets. */
export function referenceTo(refname: string, node: MdastNode, context: MarkdownContext): readonly Inline[] {
  const reference: FootnoteReference = {
    type: 'footnote_reference',
    auto: 1,
    refname,
    ...(pandocDialects.includes(context.slides.dialect) ? { classes: ['superscript'] } : {}),
    children: [],
    position: placeOf(node, context),
    rawsource: writtenText(node, context),
  }
  context.rst.names.setId(reference)
  return [reference]
}
