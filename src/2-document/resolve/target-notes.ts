import type { Footnote, FootnoteReference, Inline, Node, Pending, Reference } from '../nodes.ts'
import { type Book, note, setId } from './book.ts'
import { type Resolution, type Step, spend } from './resolution.ts'
import { at, childrenOf, inherit, replaceNodes, setChildren, text, walk } from './tree.ts'

/**
 * `.. target-notes::`: a footnote with the URI for each external target that is referred to, and a footnote reference after each
 * reference to it (docutils: references.TargetNotes).
 */
export const targetNotes: Step = (resolution) => {
  const { book, document } = resolution
  const directives = book.pending.filter(({ transform }) => transform.endsWith('.TargetNotes'))
  if (directives.length === 0) return
  const replacements = new Map<Node, Node[]>()
  const followers: Followers = new Map()
  const targets = targetsReferredTo(book)
  for (const pending of directives) {
    const notes = notesFor(resolution, pending, targets, followers)
    if (notes[0]) inherit(notes[0], pending)
    replacements.set(pending, notes)
  }
  insertAfter(document, followers)
  replaceNodes(document, replacements)
}

/** What comes right behind a reference: first what was made last. */
type Followers = Map<Node, (readonly Node[])[]>

type ReferredTo = readonly { readonly uri: string; readonly references: readonly Node[] }[]

/** The external targets with the references to them; several may have one URI. */
function targetsReferredTo(book: Book): ReferredTo {
  const found: { uri: string; references: Node[] }[] = []
  for (const target of book.targets) {
    if (target.refuri === undefined || book.detached.has(target)) continue
    const references = (target.names ?? []).flatMap((name) => book.refNames.get(name) ?? []).filter((node) => !book.detached.has(node))
    if (references.length) found.push({ uri: target.refuri, references })
  }
  for (const reference of book.references)
    if (reference.anonymous && reference.refuri !== undefined && !book.detached.has(reference))
      found.push({ uri: reference.refuri, references: [reference] })
  return found
}

// A footnote with its label, its paragraph, the link in it and two texts; a reference with its number and the blank before it.
const nodesOfNote = 6
const nodesOfReference = 3

function notesFor(resolution: Resolution, pending: Pending, targets: ReferredTo, followers: Followers): Footnote[] {
  const notes = new Map<string, Footnote>()
  for (const { uri, references } of targets) {
    let footnote = notes.get(uri)
    if (!footnote) {
      if (!spend(resolution, { nodes: nodesOfNote, name: 'target-notes' }, pending.position)) break
      footnote = newFootnote(resolution, uri, pending)
      notes.set(uri, footnote)
    }
    for (const reference of references) {
      if (reference.type === 'target') continue
      if (!spend(resolution, { nodes: nodesOfReference, name: 'target-notes' }, pending.position)) break
      const made = followers.get(reference)
      const further = newReference(resolution, footnote, pending, reference)
      if (made) made.push(further)
      else followers.set(reference, [further])
    }
  }
  return [...notes.values()]
}

function newFootnote({ book }: Resolution, uri: string, { position }: Pending): Footnote {
  const reference: Reference = { type: 'reference', refuri: uri, children: [text(uri, position)], ...at(position) }
  const footnote: Footnote = {
    type: 'footnote',
    auto: 1,
    children: [{ type: 'paragraph', children: [reference], ...at(position) }],
    ...at(position),
  }
  const id = setId(book, footnote)
  // Upper case and a colon, which no name that the parser makes holds.
  const name = `TARGET_NOTE: ${id}`
  footnote.names = [name]
  book.nameIds.set(name, id)
  book.autoFootnotes.push(footnote)
  return footnote
}

function newReference({ book, settings }: Resolution, footnote: Footnote, pending: Pending, { position }: Node): Inline[] {
  const name = footnote.names?.[0] as string
  const { class: classes } = pending.details
  const extra = Array.isArray(classes) && classes.length ? { classes: classes.map(String) } : {}
  const reference: FootnoteReference = { type: 'footnote_reference', auto: 1, refname: name, ...extra, children: [], ...at(position) }
  setId(book, reference)
  book.autoFootnoteReferences.push(reference)
  note(book.footnoteReferences, name, reference)
  note(book.refNames, name, reference)
  if (settings.trimFootnoteReferenceSpace) return [reference]
  const blank = text(' ', position)
  return [extra.classes ? { type: 'inline', ...extra, classes: [...extra.classes], children: [blank], ...at(position) } : blank, reference]
}

function insertAfter(root: Node, followers: Followers): void {
  if (followers.size === 0) return
  walk(root, (node) => {
    const children = childrenOf(node)
    if (children.some((child) => followers.has(child)))
      setChildren(
        node,
        children.flatMap((child) => [child, ...(followers.get(child) ?? []).reverse().flat()]),
      )
  })
}
