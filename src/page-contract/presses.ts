/** What appears or changes on a slide at each press of the key, as the page carries it. */

/** Of a slide: how often the key is pressed on it before the next one comes. Absent where it is not. */
export const pressesAttribute = 'data-presses'

/** Of an element with the class `substep`: at which press of its slide it appears, from 1. Several may appear at once. */
export const pressAttribute = 'data-press'

/** Classes of impress.js: of what appears at a press, of what has appeared, and of what has appeared last. */
export const substepClass = 'substep'
export const visibleClass = 'substep-visible'
export const activeClass = 'substep-active'

/** Of the empty substeps beside a drawing, one for each of its further states. */
export const drawingPressClass = 'unfold-press'
