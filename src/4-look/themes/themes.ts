import type { Canvas } from '../canvas.ts'
import bare from './bare.css?raw'
import base from './base.css?raw'
import consoleSheet from './console.css?raw'
import dark from './dark.css?raw'
import standard from './default.css?raw'
import highlight from './highlight.css?raw'
import highlightDark from './highlight-dark.css?raw'
import highlightDefault from './highlight-default.css?raw'
import maths from './maths.css?raw'
import panels from './panels.css?raw'

export interface Theme {
  readonly css: string
  /** Colours of code tokens; in the page only where there is code. */
  readonly highlight: string
  readonly canvas: Canvas
  /** How many line breaks end a line of a line block. Hovercraft wrote `<br></br>`, which browsers read as two, and decks were made for that height. */
  readonly lineBreaks: 1 | 2
}

/** impress.js 1.x's own stage, which every Hovercraft deck was made for. */
const hovercraft: Canvas = { width: 1024, height: 768, maxScale: 1, minScale: 0 }

/** A card of 1280 × 720 with a margin around it, that fills any screen. */
const cards: Canvas = { width: 1400, height: 800, maxScale: 4, minScale: 0 }

export const themes: ReadonlyMap<string, Theme> = new Map(
  Object.entries<Theme>({
    bare: { css: bare, highlight, canvas: hovercraft, lineBreaks: 2 },
    default: { css: standard, highlight: highlightDefault, canvas: cards, lineBreaks: 1 },
    dark: { css: `${standard}\n${dark}`, highlight: `${highlightDefault}\n${highlightDark}`, canvas: cards, lineBreaks: 1 },
  }),
)

/** What every page has, whatever its theme. */
export const baseCss: string = base

export const mathsCss: string = maths

/** Of what the player puts over the stage, and of the presenter console: each in a template of the page, where it touches nothing else. */
export const panelsCss: string = panels
export const consoleCss: string = consoleSheet
