import type { FieldValue, Step } from '../3-deck/deck.ts'
import { onField } from '../3-deck/on-drawing.ts'
import { placeWithin } from '../3-deck/positions.ts'
import { diagnose, type Report } from '../diagnostics/diagnostic.ts'
import { readPath, type SvgPath } from '../formats/path-data/read-path.ts'
import { type Axis, axes, positionAxes, relativeFields } from './axes.ts'
import { readNumber } from './number.ts'
import { type OnDrawing, type OnSurroundings, readOn } from './on-drawing.ts'
import { readAmount, readValue, type Surroundings, type Value } from './values.ts'

/** The position fields of one step, read. What could not be read is reported and left out. */
export interface Written {
  readonly values: Readonly<Partial<Record<Axis, Exclude<Value, { kind: 'unknown-step' }>>>>
  /** data-rel-x … data-rel-rotate-z: px or degrees. */
  readonly relative: Readonly<Partial<Record<Axis, number>>>
  readonly relativeTo?: number
  readonly frame?: 'absolute' | 'relative'
  readonly reset?: 'relative' | 'all'
  readonly rotateOrder?: string
  readonly path?: SvgPath
  readonly on?: OnDrawing
  /** It ends a path it could stand on: it says where it stands in the plane. */
  readonly leavesPath: boolean
  /** It has a value that the default movement gives way to; data-rotate is none, and a path is counted apart. */
  readonly isPlaced: boolean
}

const leaving = ['data-x', 'data-y', ...positionAxes.map((axis) => relativeFields[axis] ?? ''), 'data-rel-to', onField, 'hovercraft-path']
const placed = [...axes.map(({ field }) => field), ...Object.values(relativeFields), 'data-rel-to', 'data-rel-position', 'data-rel-reset']
const isLength = (axis: Axis): boolean => axis === 'x' || axis === 'y' || axis === 'z'

/** Reads a step's position fields (docs/dev/dialect.md, Positions; impress.js 2.0, plugin “rel”). */
export function readStep(step: Step, index: number, surroundings: Surroundings & Pick<OnSurroundings, 'frame'>, report: Report): Written {
  const { placing } = step
  const written = (field: string): FieldValue | undefined => {
    const found = Object.hasOwn(placing, field) ? placing[field] : undefined
    if (found?.value === '' && field !== 'data-rel-reset') {
      report(diagnose('layout/empty-value', { field }, found.position))
      return undefined
    }
    return found
  }
  const refuse = (field: string, { value, position }: FieldValue, expected?: string): undefined => {
    report(diagnose('layout/bad-value', { field, value, ...(expected ? { expected } : {}) }, position))
  }
  const oneOf = <Choice extends string>(field: string, choices: readonly Choice[]): Choice | undefined => {
    const found = written(field)
    if (!found) return undefined
    return choices.find((choice) => choice === found.value) ?? refuse(field, found, choices.filter(Boolean).join(' or '))
  }

  const values: Partial<Record<Axis, Exclude<Value, { kind: 'unknown-step' }>>> = {}
  const relative: Partial<Record<Axis, number>> = {}
  for (const { axis, field: plain } of axes) {
    // data-rotate is another name of data-rotate-z, and wins over it as in Hovercraft.
    const field = axis === 'rotateZ' && Object.hasOwn(placing, 'data-rotate') ? 'data-rotate' : plain
    const found = written(field)
    const value = found && readValue(found.value, isLength(axis), surroundings)
    if (found && !value) refuse(field, found)
    else if (found && value?.kind === 'unknown-step') report(diagnose('layout/unknown-step', { field, id: value.id }, found.position))
    else if (found && value && value.kind !== 'unknown-step') {
      values[axis] = value
      mention(value, found, index, report)
    }
    const relativeField = relativeFields[axis]
    const by = relativeField ? written(relativeField) : undefined
    if (!relativeField || !by) continue
    const amount = isLength(axis) ? readAmount(by.value, true, surroundings) : readNumber(by.value)
    if (amount === undefined) refuse(relativeField, by, isLength(axis) ? 'a number (100, 0.5w, 1h)' : 'a number of degrees (90)')
    else relative[axis] = amount
  }

  const to = written('data-rel-to')
  const relativeTo = to && surroundings.steps.get(to.value)
  if (to && relativeTo === undefined) report(diagnose('layout/unknown-step', { field: 'data-rel-to', id: to.value }, to.position))
  const frame = oneOf('data-rel-position', ['absolute', 'relative'])
  const reset = oneOf('data-rel-reset', ['', 'relative', 'all'])
  const order = written('data-rotate-order')
  const rotateOrder =
    order && (isOrder(order.value) ? order.value : refuse('data-rotate-order', order, 'some of the letters x, y and z, each once'))
  const onWritten = written(onField)
  const { steps: ids, canvas, frame: lookedAt } = surroundings
  const on = onWritten && readOn(onWritten, { ids, canvas, frame: lookedAt }, report)
  const path = pathOf(written('hovercraft-path'), report)
  return {
    values,
    relative,
    ...(relativeTo === undefined ? {} : { relativeTo }),
    ...(frame ? { frame } : {}),
    ...(reset === undefined ? {} : { reset: reset || 'relative' }),
    ...(rotateOrder ? { rotateOrder } : {}),
    ...(path ? { path } : {}),
    ...(on ? { on } : {}),
    leavesPath: leaving.some((field) => Object.hasOwn(placing, field)),
    isPlaced: placed.some((field) => Object.hasOwn(placing, field)),
  }
}

const isOrder = (text: string): boolean => /^[xyz]{1,3}$/.test(text) && new Set(text).size === text.length

function pathOf(field: FieldValue | undefined, report: Report): SvgPath | undefined {
  if (!field) return undefined
  const path = readPath(field.value)
  const { mistake } = path
  if (!mistake) return path
  report(diagnose('layout/bad-path', { text: mistake.text }, placeWithin(field, mistake.index, mistake.text.length)))
  return undefined
}

/** Says where a deck means something else here than in Hovercraft. */
function mention(value: Value, field: FieldValue, index: number, report: Report): void {
  if (value.kind === 'relative' && value.plus) report(diagnose('layout/plus-relative', { value: field.value }, field.position))
  if (value.kind === 'named' && value.step >= index) report(diagnose('layout/forward-reference', { id: value.id }, field.position))
}
