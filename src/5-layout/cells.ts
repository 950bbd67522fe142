import { type Axis, axes, positionAxes, rotationAxes } from './axes.ts'
import { anglesOf, apply, completeOrder, multiply, rotation, type Vector } from './frames.ts'
import { tidy } from './number.ts'

/**
 * How one value of one step comes about. Steps are indexes; -1 is the origin before the first step.
 * `move` and `turn` go by the axes of another step as it is turned (impress.js 2.0, data-rel-position: relative).
 */
export type Cell =
  | { readonly kind: 'fixed'; readonly value: number }
  | { readonly kind: 'from'; readonly step: number; readonly by: number }
  | { readonly kind: 'move'; readonly step: number; readonly order: string; readonly move: Vector; readonly by: number }
  | { readonly kind: 'turn'; readonly step: number; readonly baseOrder: string; readonly order: string; readonly turn: Vector }
  /** At `at` in another step's own axes as it is turned and scaled (data-on). */
  | { readonly kind: 'on'; readonly step: number; readonly order: string; readonly at: Vector; readonly by: number }
  /** A share of another step's value: the scale of a step on a drawing. */
  | { readonly kind: 'share'; readonly step: number; readonly factor: number; readonly by: number }
  /** On a path: `offset` px from where the path's first step would have stood, cut to an integer. */
  | { readonly kind: 'on-path'; readonly start: Cell; readonly offset: number }

export type StepCells = Readonly<Record<Axis, Cell>>

/** The values that a cell needs first. */
export function neededBy(cell: Cell, axis: Axis): readonly { readonly step: number; readonly axis: Axis }[] {
  switch (cell.kind) {
    case 'fixed':
      return []
    case 'from':
      return [{ step: cell.step, axis }]
    case 'move':
      return [axis, ...rotationAxes].map((needed) => ({ step: cell.step, axis: needed }))
    case 'on':
      return [axis, 'scale' as const, ...rotationAxes].map((needed) => ({ step: cell.step, axis: needed }))
    case 'share':
      return [{ step: cell.step, axis }]
    case 'turn':
      return rotationAxes.map((needed) => ({ step: cell.step, axis: needed }))
    case 'on-path':
      return neededBy(cell.start, axis)
  }
}

/** The cell's value; `value` gives those it needs. */
export function evaluate(cell: Cell, axis: Axis, value: (step: number, axis: Axis) => number): number {
  const angles = (step: number): Vector => [value(step, 'rotateX'), value(step, 'rotateY'), value(step, 'rotateZ')]
  switch (cell.kind) {
    case 'fixed':
      return cell.value
    case 'from':
      return tidy(value(cell.step, axis) + cell.by)
    case 'move': {
      const moved = apply(rotation(angles(cell.step), cell.order), cell.move)
      return tidy(value(cell.step, axis) + cell.by + (moved[positionAxes.indexOf(axis as 'x')] ?? 0))
    }
    case 'on': {
      const scale = value(cell.step, 'scale')
      const [x, y, z] = cell.at
      const moved = apply(rotation(angles(cell.step), cell.order), [x * scale, y * scale, z * scale])
      return tidy(value(cell.step, axis) + cell.by + (moved[positionAxes.indexOf(axis as 'x')] ?? 0))
    }
    case 'share':
      return tidy(value(cell.step, axis) * cell.factor + cell.by)
    case 'turn': {
      const base = angles(cell.step)
      const turned = multiply(rotation(base, cell.baseOrder), rotation(cell.turn, 'xyz'))
      return tidy(anglesOf(turned, completeOrder(cell.order), base)[rotationAxes.indexOf(axis as 'rotateX')] ?? 0)
    }
    case 'on-path':
      return Math.trunc(tidy(evaluate(cell.start, axis, value) + cell.offset)) + 0
  }
}

export const initialValue = (axis: Axis): number => axes.find((entry) => entry.axis === axis)?.initial ?? 0
