import { makeId, normalizeName } from '../identifiers.ts'
import type { Docinfo, DocinfoItem, Field, Node, Topic } from '../nodes.ts'
import { authorsOf } from './authors.ts'
import { nameWithInitial } from './name-with-initial.ts'
import { message, type Resolution, type Step } from './resolution.ts'
import { cleanKeywords } from './revision-keywords.ts'
import { at, bibliographicTexts, childrenOf, isPreBibliographic, setChildren, text, textOf } from './tree.ts'

type TopicField = 'dedication' | 'abstract'

const textFields: ReadonlySet<string> = new Set(bibliographicTexts)
const topicTitles: ReadonlyMap<string, string> = new Map<TopicField, string>([
  ['dedication', 'Dedication'],
  ['abstract', 'Abstract'],
])

/**
 * A field list that begins the document becomes its `docinfo`: known fields become elements of their own, a dedication and an abstract
 * topics after it; off with `docinfoXform: false` (docutils: frontmatter.DocInfo).
 */
export const docinfo: Step = (resolution) => {
  const { document, settings } = resolution
  if (!(settings.docinfoXform ?? true)) return
  const index = document.children.findIndex((child) => !isPreBibliographic(child))
  const list = document.children[index]
  if (list?.type !== 'field_list') return
  const children = document.children.filter((child) => child !== list)
  const afterTitles = children.findIndex((child) => !frontMatter.has(child.type))
  children.splice(afterTitles < 0 ? children.length : Math.min(afterTitles, index), 0, ...bibliography(resolution, list))
  setChildren(document, children)
}

const frontMatter: ReadonlySet<string> = new Set(['title', 'subtitle', 'rubric', 'meta', 'decoration'])

function bibliography(resolution: Resolution, list: Node): Node[] {
  const items: DocinfoItem[] = []
  const topics = new Map<string, Topic>()
  for (const field of childrenOf(list)) {
    if (field.type !== 'field') continue
    const element = elementFor(resolution, field, topics)
    if (element?.type === 'topic') topics.set(element.classes?.[0] as string, element)
    else items.push(element ?? unknownField(field))
  }
  const info: Docinfo = { type: 'docinfo', children: items, ...at(list.position) }
  return [...(items.length ? [info] : []), ...[...topicTitles.keys()].flatMap((name) => topics.get(name) ?? [])]
}

const bodyOf = (field: Field): Node => field.children[1] ?? field.children[0] ?? field

/** What a known and well-formed field becomes; else undefined, with a warning in the field where it is known. */
function elementFor(resolution: Resolution, field: Field, topics: ReadonlyMap<string, Topic>): DocinfoItem | Topic | undefined {
  const [label, body] = field.children
  if (label?.type !== 'field_name' || body?.type !== 'field_body') return undefined
  const written = label.children[0] ? textOf(label.children[0]) : ''
  const name = normalizeName(written)
  const topicTitle = topicTitles.get(name)
  if (name !== 'authors' && !textFields.has(name) && topicTitle === undefined) return undefined
  const warn = (code: Warning) => {
    body.children.push(message(resolution, code, { name: written }, field.position))
    return undefined
  }
  if (body.children.length === 0) return warn('document/empty-bibliographic-field')
  if (topicTitle !== undefined) {
    if (topics.has(name)) return warn('document/duplicate-bibliographic-field')
    const title: Node = { type: 'title', children: [text(topicTitle, label.position)], ...at(label.position) }
    return { type: 'topic', classes: [name], children: [title, ...body.children], ...at(field.position) }
  }
  if (name === 'authors') {
    const authors = authorsOf(body)
    return authors ? { type: 'authors', children: authors, ...at(field.position) } : warn('document/unclear-authors')
  }
  const named = nameWithInitial(body, resolution)
  if (named) body.children = [named]
  const [paragraph] = body.children
  if (body.children.length > 1) return warn('document/compound-bibliographic-field')
  if (paragraph?.type !== 'paragraph') return warn('document/bibliographic-field-without-paragraph')
  cleanKeywords(paragraph)
  const preserve = name === 'address' ? { 'xml:space': 'preserve' } : {}
  return { type: name, ...preserve, children: paragraph.children, ...at(field.position) } as DocinfoItem
}

type Warning =
  | 'document/empty-bibliographic-field'
  | 'document/compound-bibliographic-field'
  | 'document/bibliographic-field-without-paragraph'
  | 'document/duplicate-bibliographic-field'
  | 'document/unclear-authors'

/** A field of another name stays a field, with its name as class. */
function unknownField(field: Field): Field {
  const [label] = field.children
  const body = childrenOf(bodyOf(field))
  if (body.length === 1 && body[0]?.type === 'paragraph') cleanKeywords(body[0])
  const [first] = label ? childrenOf(label) : []
  const name = makeId(normalizeName(first ? textOf(first) : ''))
  if (name) field.classes = [...(field.classes ?? []), name]
  return field
}
