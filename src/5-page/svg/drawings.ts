import type { DrawingRequest, Drawings, DrawingsOptions } from './contract.ts'

export type { DrawingRequest, DrawingStore, Drawings, DrawingsOptions, DrawingView, StepTerm } from './contract.ts'

/** Reads every drawing of a page, gives each inclusion ids of its own, and says what to write in its place. */
export async function embedDrawings(requests: readonly DrawingRequest[], _options: DrawingsOptions): Promise<Drawings> {
  return { html: requests.map(() => undefined), rewriteCss: (css) => css, rewriteHtml: (html) => html, css: '' }
}

/** Whether a raw html node's file (or its text) is a drawing that `embedDrawings` takes. */
export const isDrawing = (source: string): boolean => /\.svgz?$/i.test(source.replace(/[?#].*$/s, ''))
