import type { Drawing } from '../../2-document/nodes.ts'
import type { Report } from '../../diagnostics/diagnostic.ts'
import type { Position } from '../../diagnostics/position.ts'
import type { DrawingFacts } from './facts.ts'
import type { SvgElement } from './xml/tree.ts'

/** A drawing's file, read and cleaned. */
export interface ReadDrawing {
  /** Of what the file says and where it lies, which what it names is looked up beside. The same for all that show the drawing. */
  readonly key: string
  /** The file as its directive found it. */
  readonly path: string
  /**
   * Undefined where there is none to be shown. Shared by all that show the drawing, and by builds that follow: nobody changes it. One that was
   * cleaned by an earlier process is read when it is asked for first: a page that has it as before needs no more than what is kept.
   */
  readonly root: SvgElement | undefined
  /** Undefined where there is none to be shown. */
  readonly facts: DrawingFacts | undefined
  /** By how many characters it is longer than its file: entities, or what was packed. */
  readonly grown: number
  /** Says what is wrong with it: in its own lines, or where the deck names it. */
  readonly report: (report: Report, position?: Position) => void
  /** What earlier processes made of it; absent where nothing is kept. */
  readonly kept?: KeptTexts | undefined
}

/** Texts that were made of one drawing. Whoever reads one has to know that nothing else went into it than the drawing and what `use` says. */
export interface KeptTexts {
  /** Of each slot there is one text, of the last use. */
  read(slot: string, use: string): string | undefined
  write(slot: string, use: string, text: string): void
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
