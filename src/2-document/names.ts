import type { Node } from './nodes.ts'

/**
 * The document's book of names and ids (docutils: nodes.document note_*, set_id). Used while parsing and again when resolving.
 * A name taken twice moves to `dupnames` and is reported, as docutils does.
 */
export interface NameRegistry {
  /** Gives the node an id if it has none: from its names, else `prefix-N`. Returns it. */
  setId(node: Node, prefix?: string): string
  /** Titles and the like: an explicit target of the same name wins. Messages are returned to be placed by the caller. */
  noteImplicitTarget(node: Node, messageParent?: Node): void
  noteExplicitTarget(node: Node, messageParent?: Node): void
  hasId(id: string): boolean
  /** Whether any node of the document goes by this (normalized) name. */
  hasName(name: string): boolean
}
