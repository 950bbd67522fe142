import type { Deck } from '../3-deck/deck.ts'
import type { Look } from '../4-look/look.ts'
import type { Placement } from '../5-layout/placement.ts'

/** What the page is made of: a deck, its look, and the place of each of its steps, in order. */
export interface LaidOutDeck {
  readonly deck: Deck
  readonly look: Look
  readonly placements: readonly Placement[]
}

/** What the page is made of besides the deck. Paths are absolute. */
export interface PageOptions {
  /** The deck's own file: what its fields name is looked up beside it. */
  readonly source: string
  /** The browser player as one classic script (`npm run build:node`). */
  readonly player: string
  /** A theme's name or a CSS file; wins over the deck's `:theme:`. */
  readonly theme?: string
  /** `--css`: after the deck's own styles. */
  readonly styles?: readonly string[]
  /** `--js`: after the deck's own scripts. */
  readonly scripts?: readonly string[]
  readonly skipHelp?: boolean
  readonly skipNotes?: boolean
  readonly slideNumbers?: boolean
  readonly autoConsole?: boolean
  /** `copy` writes pictures, fonts, films and scripts beside the page instead of into it. Default `inline`. */
  readonly assets?: 'inline' | 'copy'
  /** The folder, relative to the page, that `copy` writes to. Default `assets`. */
  readonly assetFolder?: string
  /** A stranger's deck (docs/dev/architecture.md, “Rules that hold everywhere”): no scripts, and HTML, styles and drawings through lists of harmless things. */
  readonly safe?: boolean
  /** Shows system messages in the slides (`deck watch`). */
  readonly showMessages?: boolean
  /** Where cleaned drawings and coloured code are kept between runs; absent: not at all. */
  readonly cacheFolder?: string
}

export interface Page {
  readonly html: string
  /** The HTML of each step, as it stands in `html`, where a line feed parts it from the next. */
  readonly steps: readonly string[]
  /** Files to write beside the page; empty unless `assets` is `copy`. */
  readonly assets: readonly Asset[]
  /** Addresses on the network that the page fetches when it is shown. */
  readonly remote: readonly string[]
}

export interface Asset {
  /** Relative to the page, with `/`. */
  readonly path: string
  readonly bytes: Uint8Array
}
