import { onePartName } from '../2-document/part-names.ts'
import type { Step } from './deck.ts'

/** The field of a step that looks at a part of another step's drawing. */
export const onField = 'data-on'

/** What `STEP-ID#GROUP-ID` names; undefined where it is no such thing. */
export function onTarget(value: string): { readonly id: string; readonly name: string } | undefined {
  const [, id, name] = /^([^#]*[^#\s])\s*#\s*(\S.*)$/.exec(value) ?? []
  return id === undefined || name === undefined ? undefined : { id, name: onePartName(name.trimEnd()) }
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
