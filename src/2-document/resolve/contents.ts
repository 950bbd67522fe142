import type { Position } from '../../diagnostics/position.ts'
import type { BulletList, Document, Inline, ListItem, Node, Pending, Reference, Section, Title } from '../nodes.ts'
import { setId } from './book.ts'
import { type Resolution, type Step, spend } from './resolution.ts'
import { at, childrenOf, copyTree, isTextElement, replaceNodes, setChildren, text, walk } from './tree.ts'

/**
 * `.. contents::`: a nested list of the sections, or with `local` of those below the directive's own, down to its `depth`; titles lead
 * back to it. Without a section, the topic that was to hold it goes away (docutils: parts.Contents).
 */
export const contents: Step = (resolution) => {
  const { document, book } = resolution
  if (!book.pending.some(isContents)) return
  const places = placesOf(document)
  const replacements = new Map<Node, Node[]>()
  for (const pending of book.pending) {
    const place = isContents(pending) && places.get(pending)
    if (!place) continue
    const list = listOf(resolution, pending, place)
    if (list) replacements.set(pending, [list])
    else replacements.set(place.topic, [])
  }
  replaceNodes(document, replacements)
}

const isContents = ({ transform }: Pending): boolean => transform.endsWith('parts.Contents')

interface Place {
  readonly topic: Node
  /** The innermost section around the topic, or the document. */
  readonly section: Section | Document
}

function placesOf(document: Document): Map<Node, Place> {
  const places = new Map<Node, Place>()
  // The section around each node that is not text.
  const sections = new Map<Node, Section | Document>()
  walk(document, (node, parent) => {
    if (isTextElement(node) || node.type === 'text') return 'skip'
    const around = parent ? (parent.type === 'section' || parent.type === 'document' ? parent : sections.get(parent)) : undefined
    if (around) sections.set(node, around)
    if (node.type === 'pending' && parent && isContents(node))
      places.set(node, { topic: parent, section: sections.get(parent) ?? document })
    return undefined
  })
  return places
}

interface Level {
  readonly items: ListItem[]
  readonly sections: readonly Section[]
  next: number
}

function listOf(resolution: Resolution, pending: Pending, place: Place): BulletList | undefined {
  const { details, position } = pending
  const depth = typeof details['depth'] === 'number' ? details['depth'] : Number.POSITIVE_INFINITY
  const level = (node: Node): Level => ({ items: [], sections: childrenOf(node).filter((child) => child.type === 'section'), next: 0 })
  const outermost = level('local' in details ? place.section : resolution.document)
  const open = [outermost]
  for (let current = open.at(-1); current; current = open.at(-1)) {
    const section = current.sections[current.next++]
    if (section && spend(resolution, 1, position)) {
      current.items.push(entryFor(resolution, pending, place, section))
      if (open.length < depth) open.push(level(section))
      continue
    }
    open.pop()
    const list = listWith(current, position)
    const item = open.at(-1)?.items.at(-1)
    if (item && list) item.children.push(list)
  }
  return listWith(outermost, position)
}

function listWith({ items, sections }: Level, position: Position | undefined): BulletList | undefined {
  if (items.length === 0) return undefined
  const title = sections.at(-1)?.children[0]
  const numbered = title?.type === 'title' && title.auto !== undefined
  return { type: 'bullet_list', ...(numbered ? { classes: ['auto-toc'] } : {}), children: items, ...at(position) }
}

function entryFor({ book, settings }: Resolution, { details, position }: Pending, { topic }: Place, section: Section): ListItem {
  const [title] = section.children
  const words = title?.type === 'title' ? entryText(title, position) : []
  const reference: Reference = { type: 'reference', refid: setId(book, section), children: words, ...at(position) }
  const id = setId(book, reference, 'toc-entry')
  const backlinks = 'backlinks' in details ? details['backlinks'] : (settings.tocBacklinks ?? 'entry')
  const back = backlinks === 'entry' ? id : backlinks === 'top' ? topic.ids?.[0] : undefined
  if (title?.type === 'title' && back !== undefined && !holdsReference(title)) title.refid = back
  return { type: 'list_item', children: [{ type: 'paragraph', children: [reference], ...at(position) }], ...at(position) }
}

/** A title that holds a link cannot be one. */
function holdsReference(title: Title): boolean {
  let found = false
  walk(title, (node) => {
    if (node.type === 'reference') found = true
  })
  return found
}

/** A title's text without notes, and without the links and targets in it; an image is its `alt` (docutils: parts.ContentsFilter). */
function entryText(title: Title, position: Position | undefined): Inline[] {
  const copy = copyTree(title)
  walk(copy, (node) => {
    if (position) node.position = position
    if (node.type !== 'text') setChildren(node, filtered(childrenOf(node), position))
  })
  return copy.children
}

function filtered(nodes: readonly Node[], position: Position | undefined): Node[] {
  const result: Node[] = []
  const open = [...nodes].reverse()
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'citation_reference' || node.type === 'footnote_reference') continue
    if (node.type === 'image') {
      if (node.alt !== undefined) result.push(text(node.alt, position))
    } else if (node.type === 'problematic' || node.type === 'reference' || node.type === 'target') {
      for (const child of [...node.children].reverse()) open.push(child)
    } else result.push(node)
  }
  return result
}
