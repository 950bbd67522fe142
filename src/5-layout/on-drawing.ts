import type { FieldValue } from '../3-deck/deck.ts'
import { onField, onTarget } from '../3-deck/on-drawing.ts'
import type { CanvasSize } from '../4-look/canvas.ts'
import type { FoundFrame } from '../4-look/drawings/frames.ts'
import { type Diagnostic, diagnose, type Report } from '../diagnostics/diagnostic.ts'
import { type Box, scaleAimed } from '../page-contract/aim.ts'
import type { Vector } from './frames.ts'

/** A step that looks at a part of another step's drawing: `:data-on: STEP-ID#GROUP-ID`. */
export interface OnDrawing {
  /** Index of the step with the drawing. */
  readonly step: number
  /** Centre of the part in that step's own axes, px. */
  readonly offset: Vector
  /** Scale of this step as a part of that one's. */
  readonly factor: number
  /** In the drawing's own units. */
  readonly part: Box
}

export interface OnSurroundings {
  readonly ids: ReadonlyMap<string, number>
  readonly canvas: CanvasSize
  /** What the step looks at; undefined where that cannot be read. */
  readonly frame: FoundFrame | undefined
}

/** Reads `STEP-ID#GROUP-ID`; a mistake is reported and the field taken as not written. */
export function readOn(field: FieldValue, { ids, canvas, frame }: OnSurroundings, report: Report): OnDrawing | undefined {
  const target = onTarget(field.value)
  const expected = 'a step and a layer or group of its drawing (some-id#node1)'
  const refuse = (diagnostic: Diagnostic): undefined => {
    report({ ...diagnostic, position: field.position })
  }
  if (!target) return refuse(diagnose('layout/bad-value', { field: onField, value: field.value, expected }))
  const index = ids.get(target.id)
  if (index === undefined) return refuse(diagnose('layout/unknown-step', { field: onField, id: target.id }))
  if (!frame) return undefined
  if ('code' in frame) return refuse(frame)
  const { box, part } = frame
  return {
    step: index,
    offset: [box.x + box.width / 2, box.y + box.height / 2, 0],
    factor: scaleAimed(box, canvas),
    part,
  }
}
