import type { Root } from 'mdast'
import { isTakenFromText } from './slide-fields.ts'

export interface SlideLevel {
  /** Whether headings begin slides. */
  readonly byHeadings: boolean
  /** Headings of this depth and above begin a slide. */
  readonly level: number
}

/**
 * Which headings begin slides. `slide-level: N` (pandoc; Marp's headingDivider) says it. Without it, rules divide the deck if there are any;
 * else the level is pandoc's: the highest heading that something other than a heading follows.
 */
export function slideLevel(mdast: Root, written: string | undefined): SlideLevel {
  const children = mdast.children.filter((node) => !isTakenFromText(node))
  const level = Number(written ?? Number.NaN)
  if (Number.isInteger(level) && level > 0) return { byHeadings: true, level }
  const hasRules = children.some(({ type }) => type === 'thematicBreak')
  if (level === 0 || hasRules) return { byHeadings: false, level: 0 }
  let chosen: number | undefined
  for (const [index, node] of children.entries()) {
    const next = children[index + 1]
    if (node.type !== 'heading' || !next || next.type === 'heading') continue
    chosen = Math.min(chosen ?? 6, node.depth)
  }
  const first = children.find((node) => node.type === 'heading')
  const found = chosen ?? (first?.type === 'heading' ? first.depth : undefined)
  return found === undefined ? { byHeadings: false, level: 0 } : { byHeadings: true, level: found }
}
