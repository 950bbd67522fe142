import type { CanvasSize } from '../3-deck/canvas.ts'
import type { FieldValue, Step } from '../3-deck/deck.ts'
import { type Diagnostic, diagnose, type Report } from '../diagnostics/diagnostic.ts'
import type { Vector } from './frames.ts'

/** The box around a part of a step's drawing: px from the step's centre, y downwards, before the step's own scale and rotation. */
export interface Frame {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * Finds the parts of this name (or glob) in the drawing of a step. What stands in the way is a diagnostic without a place; undefined where
 * the drawing itself cannot be read, which the page reports.
 */
export type FindFrame = (step: Step, name: string) => Frame | Diagnostic | undefined

/** A step that looks at a part of another step's drawing: `:data-on: STEP-ID#GROUP-ID`. */
export interface OnDrawing {
  /** Index of the step with the drawing. */
  readonly step: number
  /** Centre of the part in that step's own axes, px. */
  readonly offset: Vector
  /** Scale of this step as a part of that one's. */
  readonly factor: number
}

interface Surroundings {
  readonly ids: ReadonlyMap<string, number>
  readonly steps: readonly Step[]
  readonly canvas: CanvasSize
  readonly findFrame: FindFrame | undefined
}

export const onField = 'data-on'

/** Room that stays free around the part on each of the sides it reaches, as a part of the canvas. */
const margin = 0.05

/** What `STEP-ID#GROUP-ID` names; undefined where it is no such thing. */
export function onTarget(value: string): { readonly id: string; readonly name: string } | undefined {
  const [, id, name] = /^([^#]*[^#\s])\s*#\s*(\S.*)$/.exec(value) ?? []
  return id === undefined || name === undefined ? undefined : { id, name }
}

/** Index of a step that looks at a part of a drawing → index of the step that the drawing is on. */
export function looksOf(steps: readonly Step[]): Map<number, number> {
  const indices = new Map(steps.map(({ id }, index) => [id, index]))
  const looks = new Map<number, number>()
  for (const [index, { placing }] of steps.entries()) {
    const holder = indices.get(onTarget(placing[onField]?.value ?? '')?.id ?? '')
    if (holder !== undefined) looks.set(index, holder)
  }
  return looks
}

/** Reads `STEP-ID#GROUP-ID`; a mistake is reported and the field taken as not written. */
export function readOn(field: FieldValue, { ids, steps, canvas, findFrame }: Surroundings, report: Report): OnDrawing | undefined {
  const target = onTarget(field.value)
  const expected = 'a step and a layer or group of its drawing (some-id#node1)'
  const refuse = (diagnostic: Diagnostic): undefined => {
    report({ ...diagnostic, position: field.position })
  }
  if (!target) return refuse(diagnose('layout/bad-value', { field: onField, value: field.value, expected }))
  const { id, name } = target
  const index = ids.get(id)
  const step = index === undefined ? undefined : steps[index]
  if (index === undefined || !step) return refuse(diagnose('layout/unknown-step', { field: onField, id }))
  const frame = findFrame?.(step, name)
  if (!frame) return undefined
  if ('code' in frame) return refuse(frame)
  const share = Math.max(frame.width / canvas.width, frame.height / canvas.height)
  return {
    step: index,
    offset: [frame.x + frame.width / 2, frame.y + frame.height / 2, 0],
    factor: share / (1 - 2 * margin),
  }
}
