import type { FootnoteDefinition } from 'mdast'
import { normalizeName } from '../../identifiers.ts'
import type { Footnote, Node } from '../../nodes.ts'
import { type MarkdownContext, placeOf } from '../context.ts'

/** A footnote stays where it is written: on its slide. Its number is its place among those referred to. */
export function footnoteDefinition(node: FootnoteDefinition, context: MarkdownContext): readonly Node[] {
  const footnote: Footnote = {
    type: 'footnote',
    auto: 1,
    names: [footnoteName(node.identifier)],
    children: [],
    position: placeOf(node, context),
  }
  context.rst.names.noteExplicitTarget(footnote, footnote)
  footnote.children.push(...context.blocksOf(node.children))
  return [footnote]
}

/** A number alone would be the footnote's own number in docutils. */
export const footnoteName = (identifier: string): string => {
  const name = normalizeName(identifier)
  return /^\d+$/.test(name) ? `footnote ${name}` : name
}
