import type { FootnoteReference as MdastReference } from 'mdast'
import type { FootnoteReference, Inline } from '../../nodes.ts'
import { footnoteName } from '../blocks/footnote-definition.ts'
import { type MarkdownContext, placeOf, writtenText } from '../context.ts'

export function footnoteReference(node: MdastReference, context: MarkdownContext): readonly Inline[] {
  const reference: FootnoteReference = {
    type: 'footnote_reference',
    auto: 1,
    refname: footnoteName(node.identifier),
    children: [],
    position: placeOf(node, context),
    rawsource: writtenText(node, context),
  }
  context.rst.names.setId(reference)
  return [reference]
}
