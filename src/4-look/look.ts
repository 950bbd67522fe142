import type { Tools } from '../1-source/tools.ts'
import type { Deck } from '../3-deck/deck.ts'
import { nodesOf } from '../3-deck/nodes-of.ts'
import { type Canvas, canvasOf } from './canvas.ts'
import { chooseTheme, type ThemeOptions } from './choose-theme.ts'
import { affordable } from './drawings/afford.ts'
import type { DrawingStore } from './drawings/drawing.ts'
import { type FoundFrame, framesOf } from './drawings/frames.ts'
import { type DeckDrawings, readDrawings } from './drawings/read-drawings.ts'
import type { FoundTheme } from './themes/load-theme.ts'

/** What a deck is to look like, and the drawings in it, before anything is placed or rendered. */
export interface Look {
  /** Its files are read, what they name is not yet in them. */
  readonly theme: FoundTheme
  readonly canvas: Canvas
  readonly drawings: DeckDrawings
  /** What the steps that look at a part of a drawing look at, by their index. */
  readonly frames: ReadonlyMap<number, FoundFrame>
}

export interface LookOptions extends ThemeOptions {
  /** Cleaned drawings, kept for the whole process. */
  readonly store: DrawingStore
}

/** Chooses the look of a deck and reads its drawings, once, for the layout and the page. What is wrong with the look is reported here. */
export async function chooseLook(deck: Deck, options: LookOptions, tools: Tools): Promise<Look> {
  const theme = chooseTheme(deck, options, tools)
  const canvas = canvasOf(deck, theme.canvas, tools.report)
  const nodes = nodesOf(deck).map(({ node }) => node)
  const drawings = affordable(await readDrawings(nodes, options.store, tools.resources), tools)
  return { theme, canvas, drawings, frames: framesOf(deck, drawings, canvas) }
}
