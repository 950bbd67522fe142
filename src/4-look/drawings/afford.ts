import { basename } from 'node:path'
import { pay, type Spending } from '../../1-source/budget.ts'
import type { Tools } from '../../1-source/tools.ts'
import type { ReadDrawing } from './drawing.ts'
import { weightOfInstance } from './instances.ts'
import type { DeckDrawings } from './read-drawings.ts'

/** The player copies a drawing for each further inclusion: such nodes weigh so much less than the deck's own. */
const weightOfCopy = 50

/** The drawings, with a stand-in for each that makes more than the deck can afford: by its entities, by what its `<use>` show, by its copies. */
export function affordable(drawings: DeckDrawings, tools: Tools): DeckDrawings {
  const counts = new Map<string, number>()
  const shown = new Map<string, boolean>()
  return new Map(
    [...drawings].map(([node, place]) => {
      const { drawing, position } = place
      const { key, facts, grown, path } = drawing
      if (!facts) return [node, place]
      const name = basename(path)
      if (!shown.has(key)) {
        const { elements, instances, chain } = facts
        counts.set(key, elements + instances)
        const copies = { nodes: Math.ceil(instances / weightOfInstance), name, chain: () => [name, ...chain] }
        shown.set(key, pay(tools, growthOf(grown, path), position) && pay(tools, copies, position))
      } else if (shown.get(key)) {
        const nodes = Math.ceil((counts.get(key) ?? 0) / weightOfCopy)
        if (!pay(tools, { nodes, name }, position)) return [node, { ...place, drawing: standIn(drawing) }]
      }
      return [node, shown.get(key) ? place : { ...place, drawing: standIn(drawing) }]
    }),
  )
}

/** What a drawing asks for by being longer than its file. */
export const growthOf = (bytes: number, path: string): Spending => {
  const name = 'packed files and entities'
  return { bytes, name, chain: () => [name, basename(path)] }
}

const standIn = (drawing: ReadDrawing): ReadDrawing => ({
  ...drawing,
  key: `${drawing.key} beyond the budget`,
  root: undefined,
  facts: undefined,
  report: () => {},
})
