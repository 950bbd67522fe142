/** How the presenter console and the previews in it, which show the page itself, speak with each other. */

/** Names of the previews' windows start with it. */
export const previewName = 'hoverdeck preview'

/** A slide and which of its substeps are shown, by their place among them. */
export interface PreviewState {
  readonly step: string
  readonly visible: readonly number[]
}

/** What the console posts to a preview. */
export interface PreviewMessage {
  readonly hoverdeck: PreviewState
}
