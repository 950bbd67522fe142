/** Attributes by which page and player know what stands where. */

/** Of the root of each inclusion of a drawing: `1` where the drawing itself stands, `1~3` on a placeholder that the player fills with it. */
export const drawingAttribute = 'data-drawing'

/** Between an id of a drawing, or the number of its first inclusion, and the number of the further inclusion that it is of. */
export const copyMark = '~'

const source = 'data-source-'

/** The source id of an element whose `id` in the page is another. */
export const sourceIdAttribute = `${source}id`

/** What the file has in an attribute that names ids, where those are others in the page: `fill="url(#g)"`. */
export const sourceValueAttribute = (name: string): string => source + name.replace(':', '-')

/** The other way round, of an attribute without a namespace. */
export const attributeOfSource = (name: string): string => name.slice(source.length)

export const isSourceAttribute = (name: string): boolean => name.startsWith(source)

/**
 * Of parts that a `<use>` may show, with the value of the root's `data-drawing`. Rules are matched inside a `<use>` as if its content had no
 * ancestors outside it (SVG 2 §5.5.4), so there the part itself must say which inclusion it is of.
 */
export const partAttribute = 'data-part-of'

/** Of the root of a drawing in which something is blended with what it lies on (base.css, dark.css). */
export const blendsAttribute = 'data-blends'

/**
 * Of a slide: what its style attribute says of its ground, in words (src/6-page/ground.ts). A style sheet that asks the attribute itself makes every
 * change of a style in the page a question to all slides.
 */
export const groundAttribute = 'data-ground'

/** A picture whose bytes stand in the page once: its name on the `img` that has them, and on those that show them too. */
export const assetAttribute = 'data-asset'
export const assetCopyAttribute = 'data-copy-of'

/** Of the stage: the author's sheets for the presenter console, those for its previews, and whether it opens at the start (Hovercraft's name). */
export const consoleCssAttribute = 'data-console-css'
export const previewCssAttribute = 'data-console-css-iframe'
export const autoConsoleAttribute = 'auto-console'
