import type { Node } from '../2-document/nodes.ts'
import type { Deck } from '../3-deck/deck.ts'
import type { PlacedNode } from '../3-deck/nodes-of.ts'
import { reservedIds } from '../page-contract/names.ts'

/** Where links lead: which id each element gets, no id twice, and what a link to one looks like. */
export interface Targets {
  /** The id that the node's element carries. */
  idOf(node: Node): string | undefined
  /** Further ids of the node, for empty anchors before its element: every id of the deck can be linked to. */
  furtherIdsOf(node: Node): readonly string[]
  /** `#/step-id` for a step, `#id` for anything inside one (the player goes to its step). */
  hrefTo(id: string): string
  /** Every id of the page. */
  readonly ids: ReadonlySet<string>
  /** Ids that nothing else may have, since the player looks for them, and whose they are. */
  readonly kept: ReadonlyMap<string, 'slide' | 'page'>
}

// Hovercraft's names, which styles may select.
const prefixes: Partial<Record<Node['type'], string>> = { footnote: 'footnote-', footnote_reference: 'footnote-backref-' }

export function collectTargets(deck: Deck, nodes: readonly PlacedNode[]): Targets {
  const kept = new Map([...deck.steps.map(({ id }) => [id, 'slide'] as const), ...reservedIds.map((id) => [id, 'page'] as const)])
  const ids = new Set(kept.keys())
  const stepIds = new Set(deck.steps.map((step) => step.id))
  const own = new Map<Node, readonly string[]>()
  const links = new Map<string, string>()
  const place = (node: Node, step: string | undefined) => {
    const prefix = prefixes[node.type] ?? ''
    const mine: string[] = []
    for (const id of node.ids ?? []) {
      const written = prefix + legalId(id)
      const free = !ids.has(written)
      if (free) {
        mine.push(written)
        ids.add(written)
      }
      const destination = free ? written : step
      if (destination !== undefined && !links.has(id)) links.set(id, destination)
    }
    if (mine.length > 0) own.set(node, mine)
  }
  for (const { node, step } of nodes) place(node, step)
  return {
    ids,
    kept,
    idOf: (node) => own.get(node)?.[0],
    furtherIdsOf: (node) => own.get(node)?.slice(1) ?? [],
    hrefTo: (id) => {
      const target = stepIds.has(id) ? id : (links.get(id) ?? id)
      return stepIds.has(target) ? `#/${target}` : `#${target}`
    },
  }
}

const legalId = (id: string): string => id.replace(/\s+/g, '-')
