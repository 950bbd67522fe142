import type { MessageArguments, MessageCode } from '../diagnostics/messages/index.ts'
import { makeId } from './identifiers.ts'
import type { Node, NodeType, SystemMessage } from './nodes.ts'
import type { Settings } from './settings.ts'

/**
 * The document's book of names and ids (docutils: nodes.document note_*, set_id). Used while parsing and again when resolving.
 * A name taken twice moves to `dupnames` and is reported, as docutils does.
 */
export interface NameRegistry {
  /** Gives the node an id if it has none: from its names, else `prefix-N`. Returns it. */
  setId(node: Node, prefix?: string): string
  /** Titles and the like: an explicit target of the same name wins. The message becomes the last child of `messageParent`. */
  noteImplicitTarget(node: Node, messageParent?: Node): void
  noteExplicitTarget(node: Node, messageParent?: Node): void
  hasId(id: string): boolean
  /** Whether any node of the document goes by this (normalized) name. */
  hasName(name: string): boolean
  /** The node that goes by the name; undefined for one that several claim. */
  nodeNamed(name: string): Node | undefined
  nodeWithId(id: string): Node | undefined
  /** Prefix → the last number given to an id, of nodes that are not in the tree any more, too. */
  readonly lastNumbers: ReadonlyMap<string, number>
}

/** Makes the message about a node, at its place. */
export type NameMessage = <Code extends MessageCode>(code: Code, args: MessageArguments<Code>, node: Node) => SystemMessage

interface Claim {
  /** Undefined once several nodes claim the name. */
  node: Node | undefined
  explicit: boolean
}

export function createNameRegistry(settings: Settings, message: NameMessage): NameRegistry {
  const byId = new Map<string, Node>()
  const claims = new Map<string, Claim>()
  const counters = new Map<string, number>()
  const idPrefix = settings.idPrefix ?? ''
  const autoIdPrefix = settings.autoIdPrefix ?? '%'

  const numbered = (prefix: string): string => {
    let id: string
    do {
      const count = (counters.get(prefix) ?? 0) + 1
      counters.set(prefix, count)
      id = `${prefix}${count}`
    } while (byId.has(id))
    return id
  }

  const newId = (node: Node, suggestedPrefix: string | undefined): string => {
    let base = ''
    for (const name of node.names ?? []) {
      // Behind a prefix an id may begin with a digit.
      base = idPrefix ? makeId(`x${name}`).slice(1) : makeId(name)
      if (base && !byId.has(idPrefix + base)) return idPrefix + base
    }
    if (base && autoIdPrefix.endsWith('%')) return numbered(`${idPrefix}${base}-`)
    const prefix = idPrefix + autoIdPrefix
    return numbered(prefix.endsWith('%') ? `${prefix.slice(0, -1)}${suggestedPrefix || makeId(node.type)}-` : prefix)
  }

  const setId = (node: Node, prefix?: string, messageParent?: Node): string => {
    const [first] = node.ids ?? []
    if (first === undefined) {
      const id = newId(node, prefix)
      node.ids = [id]
      byId.set(id, node)
      return id
    }
    for (const id of node.ids ?? []) {
      const holder = byId.get(id)
      if (holder === undefined) byId.set(id, node)
      else if (holder !== node) place(message('rst/duplicate-id', { id }, node), messageParent)
    }
    return node.ids?.at(-1) ?? first
  }

  const note = (node: Node, explicit: boolean, messageParent: Node | undefined): void => {
    const id = setId(node, undefined, messageParent)
    // `duplicateName` puts another list in the place of this one.
    for (const name of node.names ?? []) {
      const claim = claims.get(name)
      if (!claim) {
        claims.set(name, { node, explicit })
        continue
      }
      const code = settle(claim, node, name, explicit)
      if (!code) continue
      const warning = message(code, { name }, node)
      // A target without text shows nothing that a link back could lead to.
      if (node.type !== 'target' || node.children.length > 0) warning.backrefs = [id]
      place(warning, messageParent)
    }
  }

  return {
    setId: (node, prefix) => setId(node, prefix),
    noteImplicitTarget: (node, messageParent) => note(node, false, messageParent),
    noteExplicitTarget: (node, messageParent) => note(node, true, messageParent),
    hasId: (id) => byId.has(id),
    hasName: (name) => claims.has(name),
    nodeNamed: (name) => claims.get(name)?.node,
    nodeWithId: (id) => byId.get(id),
    lastNumbers: counters,
  }
}

/**
 * Decides who keeps a name that is claimed again (the table at docutils' document.set_name_id_map): an explicit target takes it from an
 * implicit one; of two of a kind neither keeps it, unless both lead to the same place.
 */
function settle(claim: Claim, node: Node, name: string, explicit: boolean) {
  const { node: old, explicit: oldExplicit } = claim
  claim.explicit = oldExplicit || explicit
  if (old && sameDestination(old, node)) {
    duplicateName(node, name)
    return 'rst/duplicate-external-target'
  }
  if (explicit && !oldExplicit) {
    claim.node = node
    if (!old) return undefined
    duplicateName(old, name)
    return 'rst/implicit-target-overridden'
  }
  duplicateName(node, name)
  if (old && explicit === oldExplicit) {
    duplicateName(old, name)
    claim.node = undefined
  }
  return explicit ? 'rst/duplicate-explicit-target' : 'rst/duplicate-implicit-target'
}

function sameDestination(old: Node, node: Node): boolean {
  const one = old as { refname?: string; refuri?: string }
  const other = node as { refname?: string; refuri?: string }
  return (other.refname !== undefined && other.refname === one.refname) || (other.refuri !== undefined && other.refuri === one.refuri)
}

/** Moves a name from `names` to `dupnames`. */
export function duplicateName(node: Node, name: string): void {
  if (node.dupnames) node.dupnames.push(name)
  else node.dupnames = [name]
  // Not `delete`, which would turn the node into a hash table, several times as large.
  const names = node.names?.filter((other) => other !== name)
  node.names = names?.length ? names : undefined
}

// Elements whose content model takes a system_message; in others docutils leaves the message out of the tree.
const takesMessages: ReadonlySet<NodeType> = new Set<NodeType>([
  ...([
    'document',
    'section',
    'topic',
    'sidebar',
    'list_item',
    'definition',
    'field_body',
    'description',
    'block_quote',
    'footnote',
  ] as const),
  ...([
    'citation',
    'entry',
    'compound',
    'container',
    'legend',
    'header',
    'footer',
    'admonition',
    'attention',
    'caution',
    'danger',
  ] as const),
  ...(['error', 'important', 'note', 'tip', 'hint', 'warning', 'system_message'] as const),
])

function place(message: SystemMessage, parent: Node | undefined): void {
  if (parent && takesMessages.has(parent.type)) (parent as { children: Node[] }).children.push(message)
}
