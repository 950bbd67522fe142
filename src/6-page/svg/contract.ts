import type { Tools } from '../../1-source/tools.ts'

export interface DrawingsOptions extends Tools {
  /** Ids that the page has otherwise (steps, titles, footnotes …): they stay where they are, a drawing's gives way. */
  readonly takenIds?: ReadonlySet<string>
  /** A stranger's deck (docs/dev/architecture.md, “Rules that hold everywhere”): nothing that runs or reaches out is left in a drawing. */
  readonly safe?: boolean
}

/** Every drawing of one page, in the order of the page. */
export interface Drawings {
  /**
   * The HTML of each. The first inclusion of a file holds the drawing; the others are placeholders, under 300 bytes,
   * that the player fills (src/player/drawings.ts). A drawing that cannot be read is reported and leaves a visible stand-in.
   */
  readonly html: readonly string[]
  /** CSS declarations for the box that each stands in; '' for most, and where there is no box. */
  readonly boxes: readonly string[]
  /** Author's CSS with its selectors on a drawing's ids made to match in every inclusion, specificity unchanged. */
  readonly rewriteCss: (css: string) => string
  /** CSS that the page needs for its drawings; '' where none. */
  readonly css: string
  /** CSS for where no script runs (without-script.ts); '' where none is needed. */
  readonly withoutScript: string
}
