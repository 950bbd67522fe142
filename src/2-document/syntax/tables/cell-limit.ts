// Some 0.2 s and 50 MB of cells.
const leastLimit = 100_000

/**
 * How many cells a table may have. Rows are filled up to the longest one, so a few lines could ask for endless cells; what the author
 * `wrote` himself may be as much as it likes.
 */
export const cellLimit = (wrote: number): number => Math.max(leastLimit, 4 * wrote)
