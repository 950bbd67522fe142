/** What `deck export` asks of the page that it has opened; dist/export.js answers in the page. */
export interface Exporter {
  /** Resolves when fonts and pictures are there, or after so many ms. */
  ready(most: number): Promise<void>
  /** How often the key is pressed on each slide before the next one comes. */
  presses(): number[]
  /** Shows a slide as it is after so many presses. */
  show(slide: number, pressed: number): Promise<void>
  /** Resolves when what has changed is seen. */
  settled(): Promise<void>
  /** Makes the stage what a PDF is to hold, and tells its pages in their order. */
  layPages(wish: PaperWish): Promise<PaperPage[]>
}

/** The member of the page's `window` that it is. */
export const exporterName = 'hoverdeckExport'

/** What a PDF is to hold; slides are counted from 0. */
export interface PaperWish {
  readonly slides: readonly number[]
  /** A page for each press of the key, instead of one for each slide. */
  readonly substeps: boolean
  /** Slide that looks at a part of a drawing → slide that the drawing is on. */
  readonly looks: Readonly<Record<number, number>>
}

/** A page of the PDF: which slide, after how many presses. */
export interface PaperPage {
  readonly slide: number
  readonly pressed: number
}
