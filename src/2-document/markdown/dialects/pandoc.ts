import type { RootContent } from 'mdast'
import { tellingFields } from '../../tool-fields.ts'
import { anyRule, type Dialect, fieldOf, lineOf } from './dialect.ts'

/** A pause, an inline note. */
const mark = /^\. \. \.[ \t]*$|^[^`]*(?<![[\\])\^\[[^\]]/

/** Headings and rules divide; the level is asked for or found (pandoc's manual: structuring the slide show). */
export const pandoc: Dialect = {
  name: 'pandoc',
  inFront(front) {
    const [first] = front.fields
    if (front.isTitleBlock && first) return { reason: 'it begins with "% title" lines', position: first.valuePosition }
    return fieldOf(front.names, tellingFields('pandoc'))
  },
  inText: (lines) => lineOf(lines, mark),
  titleSlide: 'always',
  divide: divideByBoth,
}

/** Both begin slides; a heading that a rule stands before begins no further one. */
export function divideByBoth(blocks: readonly RootContent[], asked: number | undefined) {
  return { isSlideRule: anyRule, level: asked ?? pandocLevel(blocks) }
}

/**
 * The highest level of a heading that something else follows at once than a heading or rule (pandoc: `getSlideLevel`); in a text of
 * nothing else, the first heading's. 0 where there is no heading.
 */
export function pandocLevel(blocks: readonly RootContent[]): number {
  let chosen: number | undefined
  for (const [index, node] of blocks.entries()) {
    const next = blocks[index + 1]
    if (node.type !== 'heading' || !next || next.type === 'heading' || next.type === 'thematicBreak') continue
    chosen = Math.min(chosen ?? 6, node.depth)
  }
  const first = blocks.find((node) => node.type === 'heading')
  return chosen ?? (first?.type === 'heading' ? first.depth : 0)
}
