import type { Stop } from './along-path.ts'
import { type Axis, axes, positionAxes, rotationAxes } from './axes.ts'
import type { Cell, StepCells } from './cells.ts'
import type { Vector } from './frames.ts'
import { tidy } from './number.ts'
import type { OnDrawing } from './on-drawing.ts'
import type { Written } from './written.ts'

/** What a step hands on to the next one for one axis: it moves by the same again. */
interface Movement {
  readonly by: number
  /** `own`: by the axes of the step before as it is turned, where data-rel-position says so. */
  readonly axes: 'world' | 'own'
}

type Movements = Record<Axis, Movement>

/** Where a step stands on a path: its stop, and the cells of the path's first step, from which the path sets out. */
export interface OnPath {
  readonly first: number
  readonly stop: Stop
}

/** px: what each step moves in x as long as the deck gives no position (docs/dev/dialect.md, Positions). */
const defaultMovement: Movement = { by: 1600, axes: 'world' }
const rest: Movement = { by: 0, axes: 'world' }
const defaultOrder = 'xyz'

/**
 * Says of every value of every step how it comes about. One pass: what carries over from step to step is the movement, never a value,
 * so references may point anywhere.
 */
export function plan(steps: readonly Written[], onPath: ReadonlyMap<number, OnPath>): StepCells[] {
  const cells: StepCells[] = []
  const starts = new Map<number, StepCells>()
  const frames: ('absolute' | 'relative')[] = []
  let movements = Object.fromEntries(axes.map(({ axis }) => [axis, rest])) as Movements
  // A look at a part of a drawing is an excursion: the deck goes on from the step before it.
  const [first = -1, second = -1] = [...steps.keys()].filter((index) => !steps[index]?.on)
  let before = -1
  for (const [index, step] of steps.entries()) {
    if (step.on) {
      cells.push(onCells(step, step.on, steps[step.on.step]?.rotateOrder ?? defaultOrder))
      frames.push(frames[before] ?? 'absolute')
      continue
    }
    if (index === second && movesByDefault(steps, first, second, onPath)) movements = { ...movements, x: defaultMovement }
    frames.push(step.frame ?? frames[step.relativeTo ?? before] ?? frames[before] ?? 'absolute')
    movements = nextMovements(movements, step)
    const own = ownCells(before, step, steps, movements, frames[index] ?? 'absolute')
    before = index
    const stand = onPath.get(index)
    if (!stand) {
      cells.push(own)
      continue
    }
    if (stand.first === index) starts.set(index, own)
    const start = starts.get(stand.first) ?? own
    movements = { ...movements, rotateZ: rest }
    cells.push({
      ...own,
      x: { kind: 'on-path', start: start.x, offset: stand.stop.offset.x },
      y: { kind: 'on-path', start: start.y, offset: stand.stop.offset.y },
      rotateZ: { kind: 'fixed', value: tidy(stand.stop.direction) },
    })
  }
  return cells
}

/** The default movement begins with the second step, if neither of the first two has a position and the first no path. */
const movesByDefault = (steps: readonly Written[], first: number, second: number, onPath: ReadonlyMap<number, OnPath>): boolean =>
  [first, second].every((index) => steps[index]?.isPlaced === false) && onPath.get(first) === undefined

function nextMovements(before: Movements, { values, relative, relativeTo, reset }: Written): Movements {
  const stops = relativeTo !== undefined || reset !== undefined
  const next = { ...before }
  for (const { axis } of axes) {
    const value = values[axis]
    const by = relative[axis]
    if (stops && axis !== 'scale') next[axis] = rest
    // An absolute value wins over data-rel-…, and ends it (impress.js, plugin “rel”).
    if (value) next[axis] = value.kind === 'relative' ? { by: value.by, axes: 'world' } : rest
    else if (by !== undefined) next[axis] = { by, axes: 'own' }
  }
  return next
}

function ownCells(
  before: number,
  step: Written,
  steps: readonly Written[],
  movements: Movements,
  frame: 'absolute' | 'relative',
): StepCells {
  const { values, relativeTo, rotateOrder = defaultOrder } = step
  const isTurned = frame === 'relative'
  const base = relativeTo ?? before
  const baseOrder = steps[base]?.rotateOrder ?? defaultOrder
  const ownBy = (axis: Axis) => (isTurned && movements[axis].axes === 'own' ? movements[axis].by : 0)
  const move: Vector = [ownBy('x'), ownBy('y'), ownBy('z')]
  const turn: Vector = [ownBy('rotateX'), ownBy('rotateY'), ownBy('rotateZ')]
  const isZero = (vector: Vector) => vector.every((by) => by === 0)

  const cellOf = (axis: Axis): Cell => {
    const value = values[axis]
    if (value?.kind === 'absolute') return { kind: 'fixed', value: value.value }
    if (value?.kind === 'named') return { kind: 'from', step: value.step, by: value.by }
    const { by, axes: movedIn } = movements[axis]
    const worldBy = isTurned && movedIn === 'own' ? 0 : by
    if (positionAxes.some((position) => position === axis)) {
      return isZero(move) ? { kind: 'from', step: base, by: worldBy } : { kind: 'move', step: base, order: baseOrder, move, by: worldBy }
    }
    if (rotationAxes.some((rotation) => rotation === axis) && !value) {
      if (step.reset === 'all') return { kind: 'fixed', value: isTurned ? 0 : by }
      if (isTurned && !(isZero(turn) && baseOrder === rotateOrder)) {
        return { kind: 'turn', step: base, baseOrder, order: rotateOrder, turn }
      }
      return { kind: 'from', step: isTurned ? base : before, by: worldBy }
    }
    return { kind: 'from', step: before, by }
  }
  return Object.fromEntries(axes.map(({ axis }) => [axis, cellOf(axis)])) as Record<Axis, Cell>
}

/** A value that the step has itself wins over the drawing's place, a relative one is added to it. */
function onCells({ values }: Written, { step, offset, factor }: OnDrawing, order: string): StepCells {
  const cellOf = (axis: Axis): Cell => {
    const value = values[axis]
    if (value?.kind === 'absolute') return { kind: 'fixed', value: value.value }
    if (value?.kind === 'named') return { kind: 'from', step: value.step, by: value.by }
    const by = value?.by ?? 0
    if (axis === 'scale') return { kind: 'share', step, factor, by }
    return rotationAxes.some((rotation) => rotation === axis) ? { kind: 'from', step, by } : { kind: 'on', step, order, at: offset, by }
  }
  return Object.fromEntries(axes.map(({ axis }) => [axis, cellOf(axis)])) as Record<Axis, Cell>
}
