/** Ids and classes of ours that the page writes and the player looks for; `#impress`, `.step` and their like are impress.js's. */

export const helpId = 'impress-help'
/** The template with the styles of what the player puts over the stage, and the name of the element beside the body that it stands in. */
export const panelsName = 'deck-panels'
/** The template with the styles of the presenter console. */
export const consoleTemplateId = 'deck-console'
export const slideNumberId = 'slide-number'
/** Tells screen readers what is shown. */
export const liveId = 'impress-live'
/** No other element has one of them. */
export const reservedIds: readonly string[] = ['impress', helpId, slideNumberId, panelsName, consoleTemplateId, liveId]
/** Of a slide: what is shown as its number, where that is not its place. */
export const numberAttribute = 'data-slide-number'
export const notesClass = 'notes'
/** Of notes: after how many presses of their slide they are said. Of others nothing is known. */
export const noteAtAttribute = 'data-at'
/** Of the stage, and of a slide: what the speaker takes for it, in seconds. */
export const durationAttribute = 'data-duration'
export const timeAttribute = 'data-time'
/** A slide that looks at a part of a drawing. */
export const onDrawingClass = 'on-drawing'

/** Of the body: the slides stand below one another, as an article. */
export const readingClass = 'reading'
