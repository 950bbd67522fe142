import { type Count, countOf } from './instances.ts'
import { elementsOf, type SvgElement } from './xml/tree.ts'

/** What a deck has to know of a drawing whose elements it need not see. */
export interface DrawingFacts extends Count {
  /** Numbers that ids of it end in behind a copy's mark: `2` of `node~2`. */
  readonly endings: readonly string[]
}

export const factsOf = (root: SvgElement): DrawingFacts => ({
  ...countOf(root),
  endings: elementsOf(root).flatMap(({ attributes }) => /~(\d+)$/.exec(attributes.get('id') ?? '')?.[1] ?? []),
})
