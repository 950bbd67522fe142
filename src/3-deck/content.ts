import type { Node } from '../2-document/nodes.ts'
import { diagnose, type Report } from '../diagnostics/diagnostic.ts'
import type { Position } from '../diagnostics/position.ts'
import type { StepNote } from './deck.ts'
import { fieldNames } from './read-fields.ts'
import { rewrite } from './rewrite.ts'
import { moveSubsteps, noteSubstepItems } from './substeps.ts'

export interface PlacedNote extends StepNote {
  readonly position?: Position
}

/** A step's content as it is shown, and its notes in order. */
export interface StepContent {
  readonly content: readonly Node[]
  readonly notes: readonly PlacedNote[]
}

/**
 * Takes the notes out of a step's nodes, wherever they stand; moves `substep` to list items; takes ids away that a step has; takes away
 * the fields below titles and in other blocks, which are not shown.
 */
export function readContent(nodes: readonly Node[], stepIds: ReadonlySet<string>, report: Report): StepContent {
  const items = new Set<Node>()
  const notes: PlacedNote[] = []
  const change = (node: Node, parent: Node | undefined): Node | undefined => {
    if (node.type === 'text') return node
    if (node.type === 'note') {
      // Its place is kept for the order: a note within a note comes after it.
      const { at, position } = node
      const note = { ...(at === undefined ? {} : { at }), ...(position ? { position } : {}) }
      const place = notes.push({ ...note, content: [] }) - 1
      notes[place] = { ...note, content: rewrite(node.children, change, node) }
      return undefined
    }
    if (node.type === 'field_list') {
      const code = parent?.type === 'section' ? 'deck/field-below-title' : 'deck/field-in-block'
      for (const { name, namePosition } of fieldNames(node)) report(diagnose(code, { field: name }, namePosition))
      return undefined
    }
    noteSubstepItems(node, items)
    return withoutIds(moveSubsteps(node, items), stepIds)
  }
  return { content: rewrite(nodes, change), notes }
}

/** Where a title's id equals a step's id, the step keeps it. */
function withoutIds(node: Node, stepIds: ReadonlySet<string>): Node {
  if (!node.ids?.some((id) => stepIds.has(id))) return node
  const { ids, ...others } = node
  const left = ids.filter((id) => !stepIds.has(id))
  return (left.length > 0 ? { ...others, ids: left } : others) as Node
}
