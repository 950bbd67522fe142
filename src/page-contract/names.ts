/** Ids and classes of ours that the page writes and the player looks for; `#impress`, `.step` and their like are impress.js's. */

export const helpId = 'impress-help'
export const slideNumberId = 'slide-number'
/** No other element has one of them. */
export const reservedIds: readonly string[] = ['impress', helpId, slideNumberId]
export const notesClass = 'notes'
/** A slide that looks at a part of a drawing. */
export const onDrawingClass = 'on-drawing'
