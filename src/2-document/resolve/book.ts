import type {
  Citation,
  CitationReference,
  Document,
  Footnote,
  FootnoteReference,
  Node,
  Pending,
  Reference,
  SubstitutionDefinition,
  SubstitutionReference,
  Target,
  Transition,
} from '../nodes.ts'
import type { Settings } from '../settings.ts'
import { isTextElement, walk } from './tree.ts'

/** What a hyperlink name may lead from. */
export type Referrer = Reference | FootnoteReference | CitationReference | Target

/**
 * Who goes by which name and id, and who refers to whom: read from the tree, so that it needs nothing of the parser
 * (docutils: nodes.py, `document.ids`, `nameids`, `refnames` …). Lists are in document order.
 */
export interface Book {
  readonly ids: Map<string, Node>
  /** Name → the id it leads to; undefined where several nodes claim it. */
  readonly nameIds: Map<string, string | undefined>
  readonly refNames: Map<string, Referrer[]>
  readonly refIds: Map<string, Referrer[]>
  readonly footnoteReferences: Map<string, FootnoteReference[]>
  readonly citationReferences: Map<string, CitationReference[]>
  readonly targets: Target[]
  readonly references: Reference[]
  readonly indirectTargets: Target[]
  readonly footnotes: Footnote[]
  readonly autoFootnotes: Footnote[]
  readonly symbolFootnotes: Footnote[]
  readonly autoFootnoteReferences: FootnoteReference[]
  readonly symbolFootnoteReferences: FootnoteReference[]
  readonly citations: Citation[]
  readonly substitutionDefinitions: SubstitutionDefinition[]
  readonly substitutionReferences: SubstitutionReference[]
  readonly pending: Pending[]
  readonly transitions: Transition[]
  /** References that lead somewhere by now. */
  readonly resolved: Set<Node>
  /** Targets that something refers to. */
  readonly referenced: Set<Node>
  /** Node → the target whose name or id it took over → that target, which is referred to when the name or id is. */
  readonly origins: Map<Node, { readonly names: Map<string, Target>; readonly ids: Map<string, Target> }>
  /** Nodes that another one has replaced. They stand in the lists above still, as in docutils, and are no longer in the tree. */
  readonly detached: Set<Node>
  /** Reference copies that a substitution made: docutils notes them after all others. */
  readonly copiedReferences: Referrer[]
  /** Prefix → what the ids made of it begin with. */
  readonly idStarts: Map<string, string>
  /** What an id begins with → the last number given. */
  readonly counters: Map<string, number>
  readonly idPrefix: string
  readonly autoIdPrefix: string
}

export const newBook = (document: Document, settings: Settings): Book => ({
  ids: new Map(),
  nameIds: new Map(),
  refNames: new Map(),
  refIds: new Map(),
  footnoteReferences: new Map(),
  citationReferences: new Map(),
  targets: [],
  references: [],
  indirectTargets: [],
  footnotes: [],
  autoFootnotes: [],
  symbolFootnotes: [],
  autoFootnoteReferences: [],
  symbolFootnoteReferences: [],
  citations: [],
  substitutionDefinitions: [],
  substitutionReferences: [],
  pending: [],
  transitions: [],
  resolved: new Set(),
  referenced: new Set(),
  origins: new Map(),
  detached: new Set(),
  copiedReferences: [],
  idStarts: new Map(),
  counters: new Map(Object.entries(document.lastNumbers ?? {})),
  idPrefix: settings.idPrefix ?? '',
  autoIdPrefix: settings.autoIdPrefix ?? '%',
})

/** Gives a node an id if it has none: `prefix-N`, the prefix being its type where none is given (docutils: `set_id`). */
export function setId(book: Book, node: Node, prefix: string = node.type): string {
  if (node.ids?.[0]) return node.ids[0]
  const start = startOfId(book, prefix)
  let number = book.counters.get(start) ?? 0
  let id: string
  do id = `${start}${++number}`
  while (book.ids.has(id))
  book.counters.set(start, number)
  node.ids = [id]
  book.ids.set(id, node)
  return id
}

function startOfId({ idStarts, idPrefix, autoIdPrefix }: Book, prefix: string): string {
  const known = idStarts.get(prefix)
  if (known !== undefined) return known
  const automatic = idPrefix + autoIdPrefix
  const start = automatic.endsWith('%') ? `${automatic.slice(0, -1)}${prefix.replaceAll('_', '-')}-` : automatic
  idStarts.set(prefix, start)
  return start
}

/** Adds to the list under a key, making it. */
export function note<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

export const noteRefId = (book: Book, node: Referrer): void => {
  if (node.refid !== undefined) note(book.refIds, node.refid, node)
}

/** Something refers to the node by this name; so it does to the target that the name came from. */
export function noteReferencedByName(book: Book, node: Node, name: string): void {
  book.referenced.add(node)
  const origin = book.origins.get(node)?.names.get(name)
  if (origin) book.referenced.add(origin)
}

export function noteReferencedById(book: Book, node: Node, id: string): void {
  book.referenced.add(node)
  const origin = book.origins.get(node)?.ids.get(id)
  if (origin) book.referenced.add(origin)
}

/** What the steps before the index need, taken while the tree is copied: ids, substitutions and pending nodes. */
export function noteEarly(book: Book, node: Node): void {
  for (const id of node.ids ?? []) if (!book.ids.has(id)) book.ids.set(id, node)
  if (node.type === 'substitution_definition') book.substitutionDefinitions.push(node)
  else if (node.type === 'substitution_reference') book.substitutionReferences.push(node)
  else if (node.type === 'pending') book.pending.push(node)
  else if (node.type === 'transition') book.transitions.push(node)
}

/** Names and references, from the tree as it stands when its substitutions are made. */
export function readTree(book: Book, document: Document): void {
  const copies = new Set<Node>(book.copiedReferences)
  const duplicates = new Set<string>()
  // Of several that claim a name, the first had it when docutils took note of it.
  const hadName = ({ names, dupnames }: Target) =>
    Boolean(names?.length) || Boolean(dupnames?.some((name) => !duplicates.has(name) && !book.nameIds.has(name)))
  walk(document, (node, parent) => {
    if (node.type === 'text') return
    if (node.type === 'target') noteTarget(book, node, parent, hadName(node))
    else noteNode(book, node, copies)
    // A substitution's name is no hyperlink target.
    if (node.type !== 'substitution_definition' && node.type !== 'system_message') {
      const id = node.ids?.[0]
      if (id !== undefined) for (const name of node.names ?? []) if (!book.nameIds.has(name)) book.nameIds.set(name, id)
      if (node.dupnames) {
        for (const name of node.dupnames) duplicates.add(name)
        if (node.type === 'target') book.referenced.add(node)
      }
    }
  })
  for (const name of duplicates) if (!book.nameIds.has(name)) book.nameIds.set(name, undefined)
  for (const copy of book.copiedReferences) if (copy.refname !== undefined) note(book.refNames, copy.refname, copy)
}

/** Something has been read anew, so that `fresh` stands where `old` stood: what refers to something in it counts in that place. */
export function exchange(book: Book, old: Node, fresh: Node): void {
  const gone = new Set<Node>()
  walk(old, (node) => gone.add(node))
  for (const node of gone) book.detached.add(node)
  const first = book.references.findIndex((reference) => gone.has(reference))
  const others = book.references.splice(0).filter((reference) => !gone.has(reference))
  walk(fresh, (node) => noteNode(book, node, new Set()))
  const added = book.references.splice(0)
  const at = first < 0 ? others.length : first
  for (const reference of [...others.slice(0, at), ...added, ...others.slice(at)]) book.references.push(reference)
}

function noteTarget(book: Book, target: Target, parent: Node | undefined, hadName: boolean): void {
  book.targets.push(target)
  if (target.refname === undefined) return
  book.indirectTargets.push(target)
  if (!hadName) return
  note(book.refNames, target.refname, target)
  // The target in `text <name_>`_ follows its reference in the tree, but docutils takes note of it first.
  const referrers = book.refNames.get(target.refname) ?? []
  const reference = referrers.at(-2)
  if (parent && isTextElement(parent) && reference && reference === book.references.at(-1)) referrers.splice(-2, 2, target, reference)
}

function noteNode(book: Book, node: Node, copies: ReadonlySet<Node>): void {
  switch (node.type) {
    case 'reference':
      book.references.push(node)
      if (node.refname !== undefined && !copies.has(node)) note(book.refNames, node.refname, node)
      return
    case 'footnote':
      ;(node.auto === 1 ? book.autoFootnotes : node.auto === '*' ? book.symbolFootnotes : book.footnotes).push(node)
      return
    case 'citation':
      book.citations.push(node)
      return
    case 'footnote_reference':
      if (node.auto === 1) book.autoFootnoteReferences.push(node)
      else if (node.auto === '*') book.symbolFootnoteReferences.push(node)
      if (node.refname === undefined) return
      note(book.footnoteReferences, node.refname, node)
      note(book.refNames, node.refname, node)
      return
    case 'citation_reference':
      if (node.refname === undefined) return
      note(book.citationReferences, node.refname, node)
      note(book.refNames, node.refname, node)
      return
    default:
  }
}
