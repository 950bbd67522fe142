import type { Deck } from '../3-deck/deck.ts'

/** px */
export interface CanvasSize {
  readonly width: number
  readonly height: number
}

/** impress.js 1.x's own canvas, for which Hovercraft's decks were made. */
const standardCanvas: CanvasSize = { width: 1024, height: 768 }

/** The size that the deck's `:data-width:` and `:data-height:` give the canvas, else `standard`. A bad value is the page's to report. */
export function canvasOf({ fields }: Pick<Deck, 'fields'>, standard: CanvasSize = standardCanvas): CanvasSize {
  const read = (field: string, otherwise: number): number => {
    const value = Number(fields[field]?.value.trim() || Number.NaN)
    return Number.isFinite(value) && value > 0 ? value : otherwise
  }
  return { width: read('data-width', standard.width), height: read('data-height', standard.height) }
}
