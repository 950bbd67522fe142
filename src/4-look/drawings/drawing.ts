import type { Drawing } from '../../2-document/nodes.ts'
import type { Report } from '../../diagnostics/diagnostic.ts'
import type { Position } from '../../diagnostics/position.ts'
import type { SvgElement } from './xml/tree.ts'

/** A drawing's file, read and cleaned. */
export interface ReadDrawing {
  /** Of what the file says and where it lies, which what it names is looked up beside. The same for all that show the drawing. */
  readonly key: string
  /** The file as its directive found it. */
  readonly path: string
  /** Undefined where there is none to be shown. Shared by all that show the drawing, and by builds that follow: nobody changes it. */
  readonly root: SvgElement | undefined
  /** By how many characters it is longer than its file: entities, or what was packed. */
  readonly grown: number
  /** Says what is wrong with it: in its own lines, or where the deck names it. */
  readonly report: (report: Report, position?: Position) => void
}

/** One place of the deck where a drawing stands: `raw:: html` with a drawing as `:file:`, or `svg::`. */
export interface ShownDrawing {
  readonly drawing: ReadDrawing
  /** Where the deck names it. */
  readonly position?: Position
  /** From `svg::`; a raw inclusion has none and stays as drawn. */
  readonly view?: Drawing
}

/** Drawings read so far, by content. */
export interface DrawingStore {
  /** `content` as text is decoded already; bytes are decoded by the drawing's own XML declaration. */
  read(content: string | Uint8Array, path: string): Promise<ReadDrawing>
}
