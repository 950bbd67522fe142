import bare from './bare.css?raw'
import base from './base.css?raw'
import dark from './dark.css?raw'
import standard from './default.css?raw'
import highlight from './highlight.css?raw'
import maths from './maths.css?raw'

/** The stage: what `#impress` says of the canvas where the deck does not (px; factors of the window's scale). */
export interface Canvas {
  readonly width: number
  readonly height: number
  readonly maxScale: number
  readonly minScale: number
}

export interface Theme {
  readonly css: string
  readonly canvas: Canvas
}

/** impress.js 1.x's own stage, which every Hovercraft deck was made for. */
const hovercraft: Canvas = { width: 1024, height: 768, maxScale: 1, minScale: 0 }

/** A card of 1280 × 720 with a margin around it, that fills any screen. */
const cards: Canvas = { width: 1400, height: 800, maxScale: 4, minScale: 0 }

export const themes: Readonly<Record<string, Theme>> = {
  bare: { css: bare, canvas: hovercraft },
  default: { css: standard, canvas: cards },
  dark: { css: `${standard}\n${dark}`, canvas: cards },
}

/** What every page has, whatever its theme. */
export const baseCss: string = base

export const highlightCss: string = highlight

export const mathsCss: string = maths
