/** Attributes by which page and player know what stands where. */

/** The source id of an element whose `id` in the page is another. */
export const sourceIdAttribute = 'data-source-id'
