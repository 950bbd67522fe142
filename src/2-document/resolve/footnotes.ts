import type { Citation, Footnote, FootnoteReference, Label, Node } from '../nodes.ts'
import { type Book, noteRefId, setId } from './book.ts'
import { problematic, type Resolution, type Step, unplacedMessage } from './resolution.ts'
import { at, replaceNodes, text } from './tree.ts'

/** Numbers footnotes, gives them symbols, and links them and citations with their references (docutils: references.Footnotes). */
export const footnotes: Step = (resolution) => {
  const { book, document } = resolution
  const replacements = new Map<Node, Node[]>()
  numberReferences(resolution, numberFootnotes(book), replacements)
  giveSymbols(resolution, replacements)
  for (const footnote of book.footnotes) linkByName(book, footnote, book.footnoteReferences)
  for (const citation of book.citations) linkByName(book, citation, book.citationReferences)
  replaceNodes(document, replacements)
}

const addLabel = (footnote: Footnote, value: string): void => {
  const label: Label = { type: 'label', children: [text(value, footnote.position)], ...at(footnote.position) }
  footnote.children.unshift(label)
}

const addBackref = (note: Footnote | Citation, reference: Node): void => {
  const [id] = reference.ids ?? []
  if (id === undefined) return
  note.backrefs ??= []
  note.backrefs.push(id)
}

const link = (book: Book, reference: FootnoteReference, footnote: Footnote, label: string): void => {
  reference.children.push(text(label, reference.position))
  reference.refid = footnote.ids?.[0] ?? setId(book, footnote)
  noteRefId(book, reference)
  addBackref(footnote, reference)
}

/** Gives `[#]` and `[#name]` footnotes the numbers that no name in the document is; returns those without a name of their own. */
function numberFootnotes(book: Book): { footnote: Footnote; label: string }[] {
  const unnamed: { footnote: Footnote; label: string }[] = []
  let number = 1
  for (const footnote of book.autoFootnotes) {
    while (book.nameIds.has(String(number))) number++
    const label = String(number++)
    const id = setId(book, footnote)
    addLabel(footnote, label)
    for (const name of footnote.names ?? [])
      for (const reference of book.footnoteReferences.get(name) ?? []) {
        if (book.detached.has(reference)) continue
        link(book, reference, footnote, label)
        delete reference.refname
        book.resolved.add(reference)
      }
    if (footnote.names?.length || footnote.dupnames?.length) continue
    footnote.names = [label]
    book.nameIds.set(label, id)
    unnamed.push({ footnote, label })
  }
  return unnamed
}

/** Each `[#]_` takes the number of the next footnote without a name. */
function numberReferences(
  resolution: Resolution,
  unnamed: readonly { footnote: Footnote; label: string }[],
  replacements: Map<Node, Node[]>,
): void {
  const { book } = resolution
  const references = book.autoFootnoteReferences
  let next = 0
  for (const [index, reference] of references.entries()) {
    if (book.resolved.has(reference) || reference.refid !== undefined || book.detached.has(reference)) continue
    const taken = unnamed[next++]
    if (taken) {
      link(book, reference, taken.footnote, taken.label)
      book.resolved.add(reference)
      continue
    }
    const cause = unplacedMessage(resolution, 'document/too-few-numbered-footnotes', { footnotes: unnamed.length }, reference.position)
    for (const rest of references.slice(index))
      if (!book.resolved.has(rest) && rest.refname === undefined && !book.detached.has(rest))
        replacements.set(rest, [problematic(resolution, rest, cause)])
    return
  }
}

// The Chicago Manual of Style, 14th edition, 12.51, with `#` for its parallels; docutils' own choice from the seventh on.
const symbols = ['*', '†', '‡', '§', '¶', '#', '♠', '♥', '♦', '♣']
// Each round through the symbols writes them once more; labels stop growing here, so that many footnotes stay linear.
const longestLabel = 100

/** The n-th `[*]_` refers to the n-th `[*]` footnote. */
function giveSymbols(resolution: Resolution, replacements: Map<Node, Node[]>): void {
  const { book } = resolution
  const labels = book.symbolFootnotes.map((footnote, index) => {
    const label = (symbols[index % symbols.length] as string).repeat(Math.min(Math.floor(index / symbols.length) + 1, longestLabel))
    addLabel(footnote, label)
    setId(book, footnote)
    return label
  })
  const references = book.symbolFootnoteReferences
  for (const [index, reference] of references.entries()) {
    const footnote = book.symbolFootnotes[index]
    if (footnote) {
      link(book, reference, footnote, labels[index] as string)
      continue
    }
    const cause = unplacedMessage(resolution, 'document/too-few-symbol-footnotes', { footnotes: labels.length }, reference.position)
    for (const rest of references.slice(index)) replacements.set(rest, [problematic(resolution, rest, cause)])
    return
  }
}

function linkByName<Note extends Footnote | Citation>(book: Book, notes: Note, references: ReadonlyMap<string, Node[]>): void {
  for (const name of notes.names ?? [])
    for (const reference of references.get(name) ?? []) {
      if (book.resolved.has(reference) || book.detached.has(reference)) continue
      const linked = reference as FootnoteReference
      delete linked.refname
      linked.refid = notes.ids?.[0] ?? setId(book, notes)
      addBackref(notes, reference)
      book.resolved.add(reference)
    }
}
