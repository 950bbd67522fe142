import type { Tools } from '../1-source/tools.ts'
import type { Deck } from '../3-deck/deck.ts'
import { type Canvas, canvasOf } from './canvas.ts'
import { chooseTheme, type ThemeOptions } from './choose-theme.ts'
import type { FoundTheme } from './themes/load-theme.ts'

/** What a deck is to look like, before anything is placed or rendered. */
export interface Look {
  /** Its files are read, what they name is not yet in them. */
  readonly theme: FoundTheme
  readonly canvas: Canvas
}

/** Chooses the look of a deck once, for the layout and the page. What is wrong with it is reported here. */
export function chooseLook(deck: Deck, options: ThemeOptions, tools: Tools): Look {
  const theme = chooseTheme(deck, options, tools)
  return { theme, canvas: canvasOf(deck, theme.canvas, tools.report) }
}
