import type { Position } from '../diagnostics/position.ts'

/** What a path is used as; decides which of the project's folders is searched (`styles/`, `graphics/`, `slides/`). */
export type ResourceKind = 'deck' | 'style' | 'graphic' | 'script' | 'font' | 'media' | 'data'

export interface Resource {
  /** Absolute path of the file that was found. */
  readonly path: string
  readonly bytes: Uint8Array
}

/**
 * Finds and reads the files a deck names (DESIGN.md §8): beside the naming file, then in the project root (nearest folder with
 * package.json or deck.config.*), then by kind in its `styles/` or `graphics/`, then in each `--resource-path`.
 * A missing one is reported as `source/not-found` with the places tried, once for each path and place.
 */
export interface Resources {
  /** `from` is the absolute path of the file that names it. Undefined when it is missing (already reported at `position`). */
  read(path: string, from: string, kind: ResourceKind, position?: Position): Resource | undefined
  /** Absolute paths read so far, and those that were looked for in vain: what a watcher must watch. */
  readonly dependencies: ReadonlySet<string>
}
