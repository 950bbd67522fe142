import type { Node } from '../2-document/nodes.ts'
import { diagnose, type Report } from '../diagnostics/diagnostic.ts'
import type { FieldValue } from './deck.ts'

/** What a step's id is chosen from. */
export interface Named {
  readonly id: FieldValue | undefined
  readonly content: readonly Node[]
}

/**
 * The id of each step: the author's, else `step-N`. An id that is taken is reported and not used again; `step-N` makes way for an author's id
 * and for a title's of that name in another step.
 */
export function stepIds(steps: readonly Named[], report: Report): string[] {
  const taken = new Map<string, FieldValue>()
  const written = steps.map(({ id }) => {
    if (!id) return undefined
    const used = readId(id, report)
    if (used === undefined) return undefined
    const first = taken.get(used)
    if (first) {
      const line = first.position.source === id.position.source ? { line: first.position.start.line } : {}
      report(diagnose('deck/duplicate-step-id', { id: used, ...line }, id.position))
      return undefined
    }
    taken.set(used, id)
    return used
  })
  const inContent = numberedIds(steps)
  return steps.map((_, index) => written[index] ?? defaultId(index, (id) => taken.has(id) || (inContent.get(id) ?? index) !== index))
}

function readId(id: FieldValue, report: Report): string | undefined {
  if (id.value === '') {
    report(diagnose('deck/empty-id', {}, id.position))
    return undefined
  }
  const used = id.value.replace(/\s+/g, '-')
  if (used !== id.value) report(diagnose('deck/id-with-blank', { id: id.value, used }, id.position))
  return used
}

function defaultId(index: number, isTaken: (id: string) => boolean): string {
  const plain = `step-${index + 1}`
  let id = plain
  for (let suffix = 2; isTaken(id); suffix++) id = `${plain}-${suffix}`
  return id
}

/** Ids of titles and blocks that look like a step's default one (a slide called “Step 1”), and the step they are in. */
function numberedIds(steps: readonly Named[]): Map<string, number> {
  const found = new Map<string, number>()
  const collect = (node: Node, index: number): void => {
    for (const id of node.ids ?? []) if (/^step-\d/.test(id)) found.set(id, index)
    if (node.type === 'section') for (const child of node.children) collect(child, index)
  }
  for (const [index, { content }] of steps.entries()) for (const node of content) collect(node, index)
  return found
}
