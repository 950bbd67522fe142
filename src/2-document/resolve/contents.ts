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
  const outline: Outline = new Map()
  for (const pending of book.pending) {
    const place = isContents(pending) && places.get(pending)
    if (!place) continue
    const list = listOf(resolution, pending, place, outline)
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

/** A section as the lists show it. */
interface Heading {
  readonly section: Section
  readonly title: Title | undefined
  /** A title that holds a link cannot be one. */
  readonly mayLink: boolean
  /** How many nodes its entry is made of. */
  readonly cost: number
}

/** The headings below a document or section, found once for all lists that show them. */
type Outline = Map<Node, readonly Heading[]>

function headingsBelow(outline: Outline, node: Node): readonly Heading[] {
  const known = outline.get(node)
  if (known) return known
  const headings: Heading[] = []
  for (const section of childrenOf(node)) {
    if (section.type !== 'section') continue
    const [first] = section.children
    const title = first?.type === 'title' ? first : undefined
    headings.push({ section, title, ...measure(title) })
  }
  outline.set(node, headings)
  return headings
}

interface Level {
  readonly items: ListItem[]
  readonly headings: readonly Heading[]
  next: number
}

function listOf(resolution: Resolution, pending: Pending, place: Place, outline: Outline): BulletList | undefined {
  const { details, position } = pending
  const depth = typeof details['depth'] === 'number' ? details['depth'] : Number.POSITIVE_INFINITY
  const level = (node: Node): Level => ({ items: [], headings: headingsBelow(outline, node), next: 0 })
  const outermost = level('local' in details ? place.section : resolution.document)
  const open = [outermost]
  for (let current = open.at(-1); current; current = open.at(-1)) {
    const heading = current.headings[current.next++]
    if (heading && spend(resolution, { nodes: heading.cost, name: 'contents' }, position)) {
      current.items.push(entryFor(resolution, pending, place, heading))
      if (open.length < depth) open.push(level(heading.section))
      continue
    }
    open.pop()
    const list = listWith(current, position)
    const item = open.at(-1)?.items.at(-1)
    if (item && list) item.children.push(list)
  }
  return listWith(outermost, position)
}

function listWith({ items, headings }: Level, position: Position | undefined): BulletList | undefined {
  if (items.length === 0) return undefined
  const numbered = headings.at(-1)?.title?.auto !== undefined
  return { type: 'bullet_list', ...(numbered ? { classes: ['auto-toc'] } : {}), children: items, ...at(position) }
}

function entryFor({ book, settings }: Resolution, { details, position }: Pending, { topic }: Place, heading: Heading): ListItem {
  const { section, title, mayLink } = heading
  const words = title ? entryText(title, position) : []
  const reference: Reference = { type: 'reference', refid: setId(book, section), children: words, ...at(position) }
  const id = setId(book, reference, 'toc-entry')
  const backlinks = 'backlinks' in details ? details['backlinks'] : (settings.tocBacklinks ?? 'entry')
  const back = backlinks === 'entry' ? id : backlinks === 'top' ? topic.ids?.[0] : undefined
  if (title && back !== undefined && mayLink) title.refid = back
  return { type: 'list_item', children: [{ type: 'paragraph', children: [reference], ...at(position) }], ...at(position) }
}

function measure(title: Title | undefined): Pick<Heading, 'mayLink' | 'cost'> {
  // A list item and a paragraph with the reference, which stands for the title.
  let cost = 2
  let mayLink = title !== undefined
  if (title)
    walk(title, (node) => {
      cost++
      if (node.type === 'reference') mayLink = false
    })
  return { mayLink, cost }
}

/** A title's text without notes, and without the links and targets in it; an image is its `alt` (docutils: parts.ContentsFilter). */
function entryText(title: Title, position: Position | undefined): Inline[] {
  const [only] = title.children
  if (only?.type === 'text' && title.children.length === 1) return [text(only.value, position ?? only.position)]
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
