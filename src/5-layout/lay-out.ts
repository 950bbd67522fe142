import type { FieldValue, Step } from '../3-deck/deck.ts'
import { onField } from '../3-deck/on-drawing.ts'
import type { CanvasSize } from '../4-look/canvas.ts'
import type { Look } from '../4-look/look.ts'
import { diagnose, type Report } from '../diagnostics/diagnostic.ts'
import { type Aim, type AimAxis, aimAxes } from '../page-contract/aim.ts'
import { stopsAlong } from './along-path.ts'
import { axes, relativeFields } from './axes.ts'
import { reportCovering } from './covering.ts'
import type { OnDrawing } from './on-drawing.ts'
import type { Placement } from './placement.ts'
import { type OnPath, plan } from './plan.ts'
import { type Cycle, solve } from './solve.ts'
import { readStep, type Written } from './written.ts'

export interface LayoutOptions {
  /** What the units w and h count in, and what a part of a drawing is to fill. */
  readonly canvas: CanvasSize
  /** What the steps that look at a part of a drawing look at, by their index; without it `data-on` does nothing. */
  readonly frames?: Look['frames']
}

/**
 * Places every step: inherited, relative, named, along a path, by turned axes, on a part of a drawing (docs/dev/dialect.md, Positions).
 * A field that cannot be read is reported at its place and taken as not written. One placement for each step, in order.
 */
export function layOut(steps: readonly Step[], { canvas, frames }: LayoutOptions, report: Report): Placement[] {
  const ids = new Map<string, number>()
  for (const [index, step] of steps.entries()) if (!ids.has(step.id)) ids.set(step.id, index)
  const surroundings = { steps: ids, canvas }
  const written = withOrders(steps.map((step, index) => readStep(step, index, { ...surroundings, frame: frames?.get(index) }, report)))
  const cells = plan(written, standOnPaths(steps, written, report))
  const { values, cycles } = solve(cells)
  // A ring of data-on goes round in every axis, and is said once.
  const said = new Set<FieldValue>()
  for (const cycle of cycles) reportCycle(cycle, steps, said, report)
  const placements = values.map((value, index): Placement => {
    const step = written[index]
    const rotateOrder = step?.rotateOrder
    return {
      ...value,
      ...(rotateOrder && rotateOrder !== 'xyz' ? { rotateOrder } : {}),
      ...(step?.on ? { aim: aimOf(step.on, step, steps) } : {}),
    }
  })
  reportCovering(steps, placements, report)
  return withScales(steps, placements, report)
}

/** What the player needs to place a look by where the drawing really is (`onCells` says how values of its own count). */
function aimOf({ step, part }: OnDrawing, { values }: Written, steps: readonly Step[]): Aim {
  const by = aimAxes.flatMap((axis): [AimAxis, number][] => {
    const value = values[axis]
    return !value || value.kind === 'relative' ? [[axis, value?.by ?? 0]] : []
  })
  return { holder: steps[step]?.id ?? '', part, by: Object.fromEntries(by) }
}

/** A step on another one's drawing is turned as that one is, about the axes in that one's order. */
function withOrders(written: readonly Written[]): readonly Written[] {
  return written.map((step, index) => {
    let rotateOrder = step.rotateOrder
    const seen = new Set([index])
    for (let at = step.on?.step; rotateOrder === undefined && at !== undefined && !seen.has(at); at = written[at]?.on?.step) {
      seen.add(at)
      rotateOrder = written[at]?.rotateOrder
    }
    return rotateOrder === undefined ? step : { ...step, rotateOrder }
  })
}

/** The steps that stand on a path: from the one that has it to the last one before a step that says where it stands itself. */
function standOnPaths(steps: readonly Step[], written: readonly Written[], report: Report): Map<number, OnPath> {
  const onPath = new Map<number, OnPath>()
  for (const [first, { path }] of written.entries()) {
    if (!path) continue
    let end = first + 1
    while (end < written.length && !written[end]?.leavesPath) end++
    const count = end - first
    const position = steps[first]?.placing['hovercraft-path']?.position
    const stops = count > 1 ? stopsAlong(path, count) : undefined
    if (count === 1) report(diagnose('layout/path-of-one-step', {}, position))
    else if (!stops) report(diagnose('layout/path-without-length', {}, position))
    for (const [index, stop] of stops?.entries() ?? []) onPath.set(first + index, { first, stop })
  }
  return onPath
}

function reportCycle({ axis, steps: ring }: Cycle, steps: readonly Step[], said: Set<FieldValue>, report: Report): void {
  const plain = axes.find((entry) => entry.axis === axis)?.field ?? ''
  const speaking = [plain, relativeFields[axis] ?? '', onField, ...(axis === 'rotateZ' ? ['data-rotate'] : [])]
  const fieldsOf = (index: number) => speaking.flatMap((field) => steps[index]?.placing[field] ?? [])
  const written = ring.filter((index) => fieldsOf(index).length > 0)
  const [first] = written
  // Two steps that only take each other's word for an axis of which neither speaks are at rest in it.
  if (first === undefined) return
  // Of a long ring only the steps that have the field are named: those between them follow one another.
  const ids = (ring.length > 8 ? written : ring).map((index) => steps[index]?.id ?? '')
  const field = fieldsOf(first)[0]
  const isOn = field !== undefined && field === steps[first]?.placing[onField]
  if (isOn && said.has(field)) return
  if (isOn) said.add(field)
  report(diagnose('layout/cycle', { field: isOn ? onField : plain, steps: ids }, field?.position))
}

/** impress.js divides by the scale, and mirrors the stage with one below 0. */
function withScales(steps: readonly Step[], placements: readonly Placement[], report: Report): Placement[] {
  let isReported = false
  return placements.map((placement, index) => {
    const step = steps[index]
    if (placement.scale > 0 || !step) return placement
    const field = step.placing['data-scale']
    if (field || !isReported) {
      report(diagnose('layout/scale-not-positive', { id: step.id, scale: placement.scale }, field?.position ?? step.position))
    }
    isReported = true
    return { ...placement, scale: 1 }
  })
}
