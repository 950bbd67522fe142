import type { Step } from '../3-deck/deck.ts'
import { onField } from '../3-deck/on-drawing.ts'
import { diagnose, type Report } from '../diagnostics/diagnostic.ts'
import type { Placement } from './placement.ts'

const placeFields = ['data-x', 'data-y', 'data-z', 'data-rel-x', 'data-rel-y', 'data-rel-z', 'data-rel-to', 'hovercraft-path']

/**
 * Warns of steps that stand exactly on an earlier one although nobody asked for it: from the first step on whose place no field speaks,
 * since the last absolute place. `r0`, as in a drawing that unfolds over several steps, asks for it and goes on asking.
 */
export function reportCovering(steps: readonly Step[], placements: readonly Placement[], report: Report): void {
  const firstAt = new Map<string, number>()
  let isMeant = false
  let run: { readonly first: number; readonly steps: number[] } | undefined
  const flush = () => {
    const at = run && steps[run.steps[0] ?? 0]
    const first = run && steps[run.first]
    if (run && at && first) {
      const ids = run.steps.map((index) => steps[index]?.id ?? '')
      report(diagnose('layout/steps-cover-each-other', { first: first.id, steps: ids }, at.position))
    }
    run = undefined
  }
  for (const [index, step] of steps.entries()) {
    if (Object.hasOwn(step.placing, onField)) continue
    const written = placeFields.flatMap((field) => (Object.hasOwn(step.placing, field) ? [step.placing[field]?.value ?? ''] : []))
    if (written.length > 0) isMeant = written.some((value) => /^r[+-]?0*\.?0*$|^0[wh]?$/.test(value) && value !== '0')
    const placement = placements[index]
    if (!placement) continue
    const { x, y, z, rotateX, rotateY, rotateZ, scale } = placement
    const key = `${x} ${y} ${z} ${rotateX} ${rotateY} ${rotateZ} ${scale}`
    const first = firstAt.get(key)
    if (first === undefined) firstAt.set(key, index)
    if (first === undefined || written.length > 0 || isMeant || (run && run.first !== first)) flush()
    if (first === undefined || written.length > 0 || isMeant) continue
    if (run) run.steps.push(index)
    else run = { first, steps: [index] }
  }
  flush()
}
