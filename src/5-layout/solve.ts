import { type Axis, axes } from './axes.ts'
import { type Cell, evaluate, initialValue, neededBy, type StepCells } from './cells.ts'

/** Steps whose values of one axis refer to each other in a ring, in the order in which they do. */
export interface Cycle {
  readonly axis: Axis
  readonly steps: readonly number[]
}

export interface Solution {
  readonly values: readonly Readonly<Record<Axis, number>>[]
  readonly cycles: readonly Cycle[]
}

type Task = { readonly step: number; readonly axis: Axis }

/**
 * Evaluates every cell after those it needs, without recursion: a chain of references may be as long as the deck. Of a ring one reference
 * is taken as not written: its step stays where the one before it is.
 */
export function solve(cells: readonly StepCells[]): Solution {
  const values: Partial<Record<Axis, number>>[] = cells.map(() => ({}))
  const cycles: Cycle[] = []
  const given = new Map<string, Cell>()
  const open = new Set<string>()
  const cellOf = (task: Task): Cell | undefined => (given.size > 0 ? given.get(name(task)) : undefined) ?? cells[task.step]?.[task.axis]
  const isDone = ({ step, axis }: Task) => step < 0 || values[step]?.[axis] !== undefined
  const value = (step: number, axis: Axis) => values[step]?.[axis] ?? initialValue(axis)

  const run = (first: Task) => {
    const stack = [first]
    for (let task = stack.at(-1); task; task = stack.at(-1)) {
      const { step, axis } = task
      const cell = cellOf(task)
      const slot = values[step]
      if (!cell || !slot) return
      const missing = neededBy(cell, axis).find((needed) => !isDone(needed))
      if (!missing) {
        slot[axis] = evaluate(cell, axis, value)
        stack.pop()
        continue
      }
      open.add(name(task))
      if (!open.has(name(missing))) stack.push(missing)
      else {
        const from = stack.findIndex((other) => name(other) === name(missing))
        const ring = stack.slice(from)
        cycles.push({ axis: missing.axis, steps: [...new Set(ring.map((other) => other.step))] })
        const dropped = ring.findIndex((other) => refersElsewhere(cellOf(other), other.step))
        const at = from + Math.max(0, dropped)
        for (const other of stack.splice(at + 1)) open.delete(name(other))
        const reference = stack[at]
        if (reference) given.set(name(reference), { kind: 'from', step: reference.step - 1, by: 0 })
      }
    }
  }

  for (let step = 0; step < cells.length; step++) {
    for (const { axis } of axes) if (!isDone({ step, axis })) run({ step, axis })
  }
  return { values: values.map((slot) => slot as Record<Axis, number>), cycles }
}

const name = ({ step, axis }: Task): string => `${step} ${axis}`

/** A ring has such a cell: following the step before, one comes to the deck's start. */
function refersElsewhere(cell: Cell | undefined, step: number): boolean {
  if (!cell || cell.kind === 'fixed') return false
  return cell.kind === 'on-path' ? refersElsewhere(cell.start, step) : cell.step !== step - 1
}
