import { spanning } from '../../../diagnostics/position.ts'
import type { Directive } from '../../directive.ts'
import type { Decoration, Document, Footer, Header, Node } from '../../nodes.ts'

const part = (name: 'header' | 'footer'): Directive => ({
  name,
  content: true,
  run({ content, position }, tools) {
    if (!content.length) return [tools.error('rst/directive-empty', { directive: name })]
    const { children: parts } = decorationOf(tools.document)
    const found = parts.find(({ type }) => type === name)
    const node: Header | Footer = found ?? { type: name, children: [], position }
    if (found?.position && position.end.offset > found.position.end.offset) found.position = spanning(found.position, position)
    // The header comes first, whichever was written first.
    if (!found) parts.splice(name === 'header' ? 0 : parts.length, 0, node)
    const before = node.children.length
    const nodes = tools.parseBlocks(content)
    // What a header within this one's body has added meanwhile comes behind the body.
    const inner = node.children.splice(before)
    for (const child of nodes) node.children.push(child)
    for (const child of inner) node.children.push(child)
    return []
  },
})

/** What stands on every page of the document; several directives add up. */
export const header: Directive = part('header')
export const footer: Directive = part('footer')

/** The document's decoration, made where there is none yet. */
function decorationOf(document: Document): Decoration {
  const found = document.children.find((node) => node.type === 'decoration')
  if (found?.type === 'decoration') return found
  const decoration: Decoration = { type: 'decoration', children: [], ...(document.position ? { position: document.position } : {}) }
  document.children.splice(indexAfterTitlesAndMeta(document.children), 0, decoration)
  return decoration
}

/** Where decoration and further meta nodes go (docutils: first child that is neither Titular nor meta). */
export function indexAfterTitlesAndMeta(children: readonly Node[]): number {
  const index = children.findIndex(({ type }) => type !== 'title' && type !== 'subtitle' && type !== 'rubric' && type !== 'meta')
  return index < 0 ? children.length : index
}
