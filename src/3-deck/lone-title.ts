import type { Node, Section, Title } from '../2-document/nodes.ts'
import { isPreBibliographic } from '../2-document/resolve/tree.ts'

/** A deck whose one top-level title is the document's: the titles, and the nodes with the sections around them taken away. */
export interface TitledNodes {
  /** Document title, and subtitle where that is a lone section again; none where there are several top-level titles. */
  readonly titled: readonly Section[]
  readonly nodes: readonly Node[]
}

/**
 * docutils' rule for document titles (transforms/frontmatter.py): a section that is the last of its siblings and preceded only by what is
 * not shown gives its title to the document; the same again makes the subtitle.
 */
export function takeLoneTitle(nodes: readonly Node[]): TitledNodes {
  const title = loneSection(nodes)
  if (!title) return { titled: [], nodes }
  const [before, body] = [title.before, bodyOf(title.section)]
  const subtitle = loneSection(body)
  if (!subtitle) return { titled: [title.section], nodes: [...before, ...body] }
  return { titled: [title.section, subtitle.section], nodes: [...before, ...subtitle.before, ...bodyOf(subtitle.section)] }
}

export const titleOf = (section: Section): Title | undefined => section.children.find((child): child is Title => child.type === 'title')

const bodyOf = (section: Section): Node[] => section.children.filter((child) => child.type !== 'title')

function loneSection(nodes: readonly Node[]): { section: Section; before: readonly Node[] } | undefined {
  const index = nodes.findIndex((node) => !isPreBibliographic(node))
  const section = nodes[index]
  if (section?.type !== 'section' || index !== nodes.length - 1 || !titleOf(section)) return undefined
  return { section, before: nodes.slice(0, index) }
}

/** The titles around what stands under them before the first step: a step of its own, its headings nested as written. */
export function underTitles(titled: readonly Section[], nodes: readonly Node[]): Section[] {
  const [outer, ...inner] = titled
  if (!outer) return []
  const title = titleOf(outer)
  return [{ ...outer, children: [...(title ? [title] : []), ...(inner.length > 0 ? underTitles(inner, nodes) : nodes)] }]
}
