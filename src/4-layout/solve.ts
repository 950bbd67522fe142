import { type Axis, axes } from './axes.ts'
import { evaluate, initialValue, neededBy, type StepCells } from './cells.ts'

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

/** Evaluates every cell after those it needs, without recursion: a chain of references may be as long as the deck. */
export function solve(cells: readonly StepCells[]): Solution {
  const values: Partial<Record<Axis, number>>[] = cells.map(() => ({}))
  const cycles: Cycle[] = []
  const open = new Set<string>()
  const name = ({ step, axis }: Task) => `${step} ${axis}`
  const isDone = ({ step, axis }: Task) => step < 0 || values[step]?.[axis] !== undefined
  const value = (step: number, axis: Axis) => values[step]?.[axis] ?? initialValue(axis)

  const run = (first: Task) => {
    const stack = [first]
    open.add(name(first))
    for (let task = stack.at(-1); task; task = stack.at(-1)) {
      const { step, axis } = task
      const cell = cells[step]?.[axis]
      const missing = cell && neededBy(cell, axis).find((needed) => !isDone(needed))
      const slot = values[step]
      if (!cell || !slot) return
      if (missing && open.has(name(missing))) {
        cycles.push(cycleFrom(stack, missing))
        slot[axis] = initialValue(axis)
      } else if (missing) {
        open.add(name(missing))
        stack.push(missing)
        continue
      } else slot[axis] = evaluate(cell, axis, value)
      open.delete(name(task))
      stack.pop()
    }
  }

  for (let step = 0; step < cells.length; step++) {
    for (const { axis } of axes) if (!isDone({ step, axis })) run({ step, axis })
  }
  return { values: values.map((slot) => slot as Record<Axis, number>), cycles }
}

function cycleFrom(stack: readonly Task[], back: Task): Cycle {
  const from = stack.findIndex(({ step, axis }) => step === back.step && axis === back.axis)
  return { axis: back.axis, steps: [...new Set(stack.slice(from).map(({ step }) => step))] }
}
