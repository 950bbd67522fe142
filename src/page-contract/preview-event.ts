/** What an open page replaces to become the next one: what stands in steps, and style sheets. */
export interface PageChanges {
  /** Each step that changed, whole. Its own attributes are as they were, but for `data-presses` and the name for screen readers. */
  readonly steps: readonly string[]
  readonly styles: readonly StyleChange[]
}

/** The text of a `<style>` of the head that changed. Sheets may say the same: `nth` counts, from 0, those that stood before it with that text. */
export interface StyleChange {
  readonly before: string
  readonly nth: number
  readonly after: string
}

/** Where the preview server tells them, on its own host. */
export const eventsPath = '/@events'

/** Of the script that it adds to a page: the page's version. */
export const versionAttribute = 'data-version'

/** What the preview server tells an open page, as Server-Sent Events. */
export type PreviewEvent =
  /** Which page the server answers with now, and how the one before becomes it; without that it is to be loaded again. */
  | { readonly type: 'page'; readonly version: number; readonly changes?: PageChanges }
  /** What is wrong with the source, as HTML. */
  | { readonly type: 'problems'; readonly html: string }
