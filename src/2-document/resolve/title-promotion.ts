import type { Node, Section } from '../nodes.ts'
import { addTo, childrenOf, isPreBibliographic, setChildren } from './tree.ts'

/** What titles of documents and subtitles share (docutils: frontmatter.TitlePromoter). */

/** The one section that all else in a node merely precedes, and its place. */
function loneSection(node: Node): { section: Section; index: number } | undefined {
  const children = childrenOf(node)
  const index = children.findIndex((child) => !isPreBibliographic(child))
  const section = children[index]
  return section?.type === 'section' && index === children.length - 1 ? { section, index } : undefined
}

/** A lone section's title and contents become the node's own. */
export function promoteTitle(node: Node): boolean {
  const lone = loneSection(node)
  if (lone?.section.children[0]?.type !== 'title') return false
  const [title, ...body] = lone.section.children
  takeAttributes(node, lone.section)
  setChildren(node, [title as Node, ...childrenOf(node).slice(0, lone.index), ...body])
  return true
}

/** A lone section's title becomes the subtitle of a node that has a title, its contents the node's own. */
export function promoteSubtitle(node: Node): boolean {
  const lone = loneSection(node)
  if (lone?.section.children[0]?.type !== 'title') return false
  const [title, ...body] = lone.section.children as [Node, ...Node[]]
  const subtitle = { type: 'subtitle', children: childrenOf(title), ...(title.position ? { position: title.position } : {}) } as Node
  takeAttributes(subtitle, lone.section)
  const [first, ...before] = childrenOf(node).slice(0, lone.index)
  setChildren(node, [first as Node, subtitle, ...before, ...body])
  return true
}

/** Lists are joined, other attributes are taken over. */
function takeAttributes(node: Node, section: Section): void {
  const { type, children, position, ids, names, dupnames, classes, backrefs, ...others } = section
  addTo(node, 'ids', ids)
  addTo(node, 'names', names)
  addTo(node, 'dupnames', dupnames)
  addTo(node, 'classes', classes)
  Object.assign(node, others)
}
