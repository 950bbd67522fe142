import type { Deck } from '../3-deck/deck.ts'
import { diagnose, type Report } from '../diagnostics/diagnostic.ts'

/** px */
export interface CanvasSize {
  readonly width: number
  readonly height: number
}

/** What `#impress` says of the canvas: px, and how far it may be enlarged or made smaller to fill a window (factors). */
export interface Canvas extends CanvasSize {
  readonly maxScale: number
  readonly minScale: number
}

/** The deck's fields that say it. A length must be above 0: impress.js divides by it. */
export const canvasFields: readonly { readonly field: string; readonly key: keyof Canvas; readonly least: number }[] = [
  { field: 'data-width', key: 'width', least: Number.MIN_VALUE },
  { field: 'data-height', key: 'height', least: Number.MIN_VALUE },
  { field: 'data-max-scale', key: 'maxScale', least: Number.NEGATIVE_INFINITY },
  { field: 'data-min-scale', key: 'minScale', least: Number.NEGATIVE_INFINITY },
]

/** The canvas: what the deck says of it, else what its theme says. A value that is none is reported and counts as not written. */
export function canvasOf(deck: Pick<Deck, 'fields'>, standard: Canvas, report: Report): Canvas {
  const values = canvasFields.map(({ field, key, least }) => [key, numberOf(deck, field, standard[key], report, least)])
  return Object.fromEntries(values) as Record<keyof Canvas, number>
}

/** The number that a field of the deck holds, else `standard`. One that holds none, or less than `least`, is reported. */
export function numberOf(
  { fields }: Pick<Deck, 'fields'>,
  field: string,
  standard: number,
  report: Report,
  least = Number.NEGATIVE_INFINITY,
): number {
  const written = Object.hasOwn(fields, field) ? fields[field] : undefined
  if (written === undefined) return standard
  const value = Number(written.value.trim() || Number.NaN)
  if (Number.isFinite(value) && value >= least) return value
  report(diagnose('page/bad-canvas', { field, value: written.value }, written.position))
  return standard
}
