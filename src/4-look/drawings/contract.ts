import type { Resources } from '../../1-source/resources.ts'
import type { Drawing } from '../../2-document/nodes.ts'
import type { Report } from '../../diagnostics/diagnostic.ts'
import type { Position } from '../../diagnostics/position.ts'

/** One place of the deck where a drawing stands: `raw:: html` with a drawing as `:file:`, or `svg::`. */
export interface DrawingRequest {
  /** The drawing's file as its directive found it; what the drawing names is looked up beside it. */
  readonly path: string
  /** The file. Text is taken as decoded already; bytes are decoded by the drawing's own XML declaration. */
  readonly content: string | Uint8Array
  /** Where the deck names it; mistakes inside the drawing are reported in the drawing's own lines. */
  readonly position?: Position
  /** From `svg::`; a raw inclusion has none and stays as drawn. */
  readonly drawing?: Drawing
}

export interface DrawingsOptions {
  readonly resources: Resources
  readonly report: Report
  /** Cleans drawings and remembers them; one for a process (`createDrawingStore`). */
  readonly store: DrawingStore
  /** Ids that the page has otherwise (steps, titles, footnotes …): they stay where they are, a drawing's gives way. */
  readonly takenIds?: ReadonlySet<string>
  /** A stranger's deck (DESIGN.md §10): nothing that runs or reaches out is left in a drawing. */
  readonly safe?: boolean
}

/** Every drawing of one page, in the order of the requests. */
export interface Drawings {
  /**
   * The HTML of each request. The first inclusion of a file holds the drawing; the others are placeholders, under 300 bytes,
   * that the player fills (src/player/drawings.ts). A drawing that cannot be read is reported and leaves a visible stand-in.
   */
  readonly html: readonly string[]
  /** Author's CSS with its selectors on a drawing's ids made to match in every inclusion, specificity unchanged. */
  readonly rewriteCss: (css: string) => string
  /** CSS that the page needs for its drawings; '' where none. */
  readonly css: string
}

/** Drawings read and cleaned so far, by content. */
export interface DrawingStore {
  /** The cleaned drawing as XML text without a declaration; undefined for one that cannot be read (its diagnostics say why). */
  clean(content: string | Uint8Array, path: string): Promise<CleanedDrawing>
}

export interface CleanedDrawing {
  /** Of the content and the way of cleaning. */
  readonly key: string
  readonly text: string | undefined
  readonly report: (report: Report, position?: Position) => void
}
