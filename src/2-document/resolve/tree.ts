import type { Position } from '../../diagnostics/position.ts'
import type { Node, NodeType, Parent, Text } from '../nodes.ts'

/** Walking, copying and rebuilding trees with a stack of our own: a tree may be deeper than the call stack. */

export const childrenOf = (node: Node): readonly Node[] => (node as { children?: Node[] }).children ?? []

/** Sets the children of any parent; the caller answers for what may stand where. */
export const setChildren = (parent: Node, children: readonly Node[]): void => {
  ;(parent as { children: readonly Node[] }).children = children
}

export const text = (value: string, position?: Position): Text => ({ type: 'text', value, ...at(position) })

/** A `position` field, or none. */
export const at = (position: Position | undefined): { position?: Position } => (position ? { position } : {})

/**
 * Calls `enter` for the root and everything below it in document order. `enter` returns 'skip' to stay out of a node's children; it may
 * change the children of the node that it is given.
 */
export function walk(root: Node, enter: (node: Node, parent: Parent | undefined) => unknown): void {
  if (enter(root, undefined) === 'skip' || root.type === 'text') return
  const open: Level[] = [{ parent: root, children: childrenOf(root), next: 0 }]
  for (let level = open.at(-1); level; level = open.at(-1)) {
    const node = level.children[level.next++]
    if (!node) open.pop()
    else if (enter(node, level.parent) !== 'skip' && node.type !== 'text') open.push({ parent: node, children: childrenOf(node), next: 0 })
  }
}

/** A node whose children are being visited. */
interface Level {
  readonly parent: Parent
  readonly children: readonly Node[]
  next: number
}

/**
 * A copy that can be changed without the original taking notice. Positions and `data` are shared: nobody writes into them. `enter` gets
 * each node of the copy in document order; `children` says what of a node's children is copied.
 */
export function copyTree<Root extends Node>(root: Root, enter?: (copy: Node) => void, children = childrenOf): Root {
  const copy = copyNode(root)
  const open: Node[] = [copy]
  for (let node = open.pop(); node; node = open.pop()) {
    enter?.(node)
    if (node.type === 'text') continue
    const copies = children(node).map(copyNode)
    setChildren(node, copies)
    for (let index = copies.length - 1; index >= 0; index--) open.push(copies[index] as Node)
  }
  return copy
}

function copyNode<Some extends Node>(node: Some): Some {
  const copy = { ...node }
  if (node.type === 'text') return copy
  if (copy.ids) copy.ids = [...copy.ids]
  if (copy.names) copy.names = [...copy.names]
  if (copy.dupnames) copy.dupnames = [...copy.dupnames]
  if (copy.classes) copy.classes = [...copy.classes]
  if (copy.backrefs) copy.backrefs = [...copy.backrefs]
  return copy
}

/** Puts each key's nodes in its place, in one pass over the tree. What is put in may hold keys itself. */
export function replaceNodes(root: Node, replacements: ReadonlyMap<Node, readonly Node[]>): void {
  if (replacements.size === 0) return
  walk(root, (node) => {
    const children = childrenOf(node)
    if (children.some((child) => replacements.has(child))) setChildren(node, replaced(children, replacements))
  })
}

/** The list with every key replaced, and the keys among its replacements too. */
export function replaced(list: readonly Node[], replacements: ReadonlyMap<Node, readonly Node[]>): Node[] {
  const result: Node[] = []
  const open = [...list].reverse()
  for (let node = open.pop(); node; node = open.pop()) {
    const substitutes = replacements.get(node)
    if (substitutes) for (let index = substitutes.length - 1; index >= 0; index--) open.push(substitutes[index] as Node)
    else result.push(node)
  }
  return result
}

/** Appends to a list attribute, each value once. */
export function addTo(node: Node, attribute: 'ids' | 'names' | 'dupnames' | 'classes', values: readonly string[] | undefined): void {
  if (!values?.length) return
  node[attribute] = [...new Set([...(node[attribute] ?? []), ...values])]
}

/** docutils' `update_basic_atts`: what stands in a node's place goes by its ids, names and classes. */
export function inherit(heir: Node, node: Node): void {
  addTo(heir, 'ids', node.ids)
  addTo(heir, 'classes', node.classes)
  addTo(heir, 'names', node.names)
  addTo(heir, 'dupnames', node.dupnames)
}

/** The text of a node as a reader sees it (docutils: `astext`): an image is its `alt`. */
export function textOf(root: Node): string {
  let result = ''
  walk(root, (node) => {
    if (node.type === 'text') result += node.value
    else if (node.type === 'image') result += node.alt ?? ''
  })
  return result
}

const invisible: ReadonlySet<NodeType> = new Set<NodeType>(['comment', 'substitution_definition', 'target', 'pending'])
/** docutils' class `Invisible`: leaves no trace in the output. */
export const isInvisible = (node: Node): boolean => invisible.has(node.type)

const preBibliographic: ReadonlySet<NodeType> = new Set<NodeType>([
  ...invisible,
  'title',
  'subtitle',
  'meta',
  'decoration',
  'system_message',
  'raw',
])
/** docutils' class `PreBibliographic`: may stand before a document's title or its fields. */
export const isPreBibliographic = (node: Node): boolean => preBibliographic.has(node.type)

/** The elements that hold a docinfo field's text. */
export const bibliographicTexts: readonly NodeType[] = [
  'author',
  'organization',
  'address',
  'contact',
  'version',
  'revision',
  'status',
  'date',
  'copyright',
]

const textElements: ReadonlySet<NodeType> = new Set<NodeType>([
  'title',
  'subtitle',
  'rubric',
  'paragraph',
  'term',
  'classifier',
  'line',
  'attribution',
  'caption',
  'label',
  'field_name',
  'option_string',
  'option_argument',
  'literal_block',
  'doctest_block',
  'math_block',
  'comment',
  'substitution_definition',
  'target',
  ...bibliographicTexts,
  'emphasis',
  'strong',
  'literal',
  'reference',
  'footnote_reference',
  'citation_reference',
  'substitution_reference',
  'title_reference',
  'abbreviation',
  'acronym',
  'superscript',
  'subscript',
  'math',
  'inline',
  'problematic',
  'generated',
  'raw',
])
/** docutils' class `TextElement`: its children are inline. */
export const isTextElement = (node: Node): boolean => textElements.has(node.type)

const referential: ReadonlySet<NodeType> = new Set<NodeType>(['reference', 'footnote_reference', 'citation_reference'])
export const isReferential = (node: Node): boolean => referential.has(node.type)

/** The URI of a target, or of a linked image that stands where a target points. */
export const refuriOf = (node: Node): string | undefined => (node.type === 'target' || node.type === 'reference' ? node.refuri : undefined)

export const refidOf = (node: Node): string | undefined => (node as { refid?: string }).refid
