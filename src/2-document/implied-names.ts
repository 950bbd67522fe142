import { makeId, normalizeName } from './identifiers.ts'
import type { Document, Node, Section } from './nodes.ts'
import { rawText } from './raw.ts'
import { childrenOf, textOf, walk } from './resolve/tree.ts'

/**
 * For a deck that goes into another language: sections without the names that their titles have by themselves in one of the two. HTML in a title
 * (`A<br>b`) is part of its name in reStructuredText, and is none in Markdown; such a name would be a target of its own before the title. One that
 * something refers to stays, where the other language does not imply it.
 */
export function withoutImpliedNames(document: Document, to: 'rst' | 'markdown'): void {
  let referred: ReadonlySet<string> | undefined
  walk(document, (node) => {
    if (node.type !== 'section') return
    const [title] = node.children
    if (title?.type !== 'title' || !hasRaw(title)) return
    referred ??= referredIds(document)
    const inRst = normalizeName(textOf(title))
    const inMarkdown = normalizeName(textWithoutRaw(title))
    if (to === 'markdown') drop(node, inMarkdown)
    const other = to === 'rst' ? inMarkdown : inRst
    if (!referred.has(makeId(other))) drop(node, other)
  })
}

function drop(section: Section, name: string): void {
  section.names = (section.names ?? []).filter((own) => own !== name)
  section.ids = (section.ids ?? []).filter((id) => id !== makeId(name))
}

const hasRaw = (node: Node): boolean => node.type === 'raw' || childrenOf(node).some(hasRaw)

const textWithoutRaw = (node: Node): string =>
  node.type === 'raw' ? '' : node.type === 'text' ? node.value : childrenOf(node).map(textWithoutRaw).join('')

/** The ids that links lead to, those in HTML too. */
function referredIds(document: Document): ReadonlySet<string> {
  const ids = new Set<string>()
  walk(document, (node) => {
    if (node.type === 'reference') ids.add(node.refid ?? node.refuri?.replace(/^#\/?/, '') ?? '')
    if (node.type === 'raw') for (const [, id = ''] of rawText(node).matchAll(/#\/?([\w-]+)/g)) ids.add(id)
  })
  return ids
}
