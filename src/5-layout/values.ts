import type { CanvasSize } from '../4-look/canvas.ts'
import { readNumber } from './number.ts'

/** What a position field says. */
export type Value =
  | { readonly kind: 'absolute'; readonly value: number }
  /** From the step before; `plus` where it was written `r+N`. */
  | { readonly kind: 'relative'; readonly by: number; readonly plus: boolean }
  /** From another step, by index and id. */
  | { readonly kind: 'named'; readonly step: number; readonly id: string; readonly by: number }
  | { readonly kind: 'unknown-step'; readonly id: string }

/** What a value can refer to. */
export interface Surroundings {
  /** Index of each step by its id. */
  readonly steps: ReadonlyMap<string, number>
  /** px; what the units w and h count in. */
  readonly canvas: CanvasSize
}

const canvasUnit = /^(.*\d\.?)([wh])$/

/** A number, or, for a length, a number of canvas widths (`1.5w`) or heights (`2h`), as impress.js 2.0 has them. In px. */
export function readAmount(text: string, isLength: boolean, { canvas }: Surroundings): number | undefined {
  const unit = isLength ? canvasUnit.exec(text) : null
  if (!unit) return readNumber(text)
  const count = readNumber(unit[1] ?? '')
  return count === undefined ? undefined : count * (unit[2] === 'w' ? canvas.width : canvas.height)
}

/**
 * Reads `N`, `rN`, `ID+N` and `ID-N` (docs/dev/dialect.md, Positions). A number is a number even where a step has it as its id; `r+N` is
 * relative unless a step has the id `r`; of several ids that match, the longest wins.
 */
export function readValue(text: string, isLength: boolean, surroundings: Surroundings): Value | undefined {
  const absolute = readAmount(text, isLength, surroundings)
  if (absolute !== undefined) return { kind: 'absolute', value: absolute }
  const plus = text.startsWith('r+')
  if (text.startsWith('r') && !(plus && surroundings.steps.has('r'))) {
    const by = readAmount(text.slice(1).trimStart(), isLength, surroundings)
    if (by !== undefined) return { kind: 'relative', by, plus }
  }
  return readNamed(text, isLength, surroundings)
}

function readNamed(text: string, isLength: boolean, surroundings: Surroundings): Value | undefined {
  let unknown: string | undefined
  for (let at = text.length - 1; at > 0; at--) {
    if (text[at] !== '+' && text[at] !== '-') continue
    const by = readAmount(text.slice(at).replace(/^([+-])\s+/, '$1'), isLength, surroundings)
    // Ids end where numbers begin, so the first sign from the right that leaves no number ends the search.
    if (by === undefined) break
    const id = text.slice(0, at).trim()
    const step = surroundings.steps.get(id)
    if (step !== undefined) return { kind: 'named', step, id, by }
    unknown = id
  }
  const step = surroundings.steps.get(text)
  if (step !== undefined) return { kind: 'named', step, id: text, by: 0 }
  return unknown === undefined || !/^[\p{L}_]/u.test(unknown) ? undefined : { kind: 'unknown-step', id: unknown }
}
