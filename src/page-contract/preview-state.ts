/** How the presenter console and the previews in it, which show the page itself, speak with each other. */

/** Names of the previews' windows start with it. */
export const previewName = 'hoverdeck preview'

/** A slide, by its id, after so many presses of the key. */
export interface PreviewState {
  readonly step: string
  readonly pressed: number
}

/** What the console posts to a preview. */
export interface PreviewMessage {
  readonly hoverdeck: PreviewState
}
