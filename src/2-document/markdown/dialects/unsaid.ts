import type { Heading, RootContent } from 'mdast'
import { isUnseen } from '../deck/slide-fields.ts'
import type { Division } from './dialect.ts'
import { divideByBoth } from './pandoc.ts'
import { divideByRules } from './plain.ts'

/** A deck is divided by rules where they begin so many times more slides than headings alone would. */
const clearly = 3

interface UnsaidDivision extends Division {
  /** The first heading that begins a slide though the deck has rules. */
  readonly heading?: Heading
}

/**
 * What begins slides in a deck that shows no tool: rules and headings, as in pandoc. Where nearly all slides have their rule, the few headings
 * without one are a slide's own.
 */
export function divideUnsaid(blocks: readonly RootContent[], asked: number | undefined): UnsaidDivision {
  const both = divideByBoth(blocks, asked)
  const rules = blocks.filter(({ type }) => type === 'thematicBreak').length
  if (rules === 0 || asked !== undefined) return divideByRules(blocks, asked)
  const alone = headingsWithinSlides(blocks, both.level)
  const [heading] = alone
  if (heading === undefined || rules >= alone.length * clearly) return divideByRules(blocks, asked)
  return { ...both, heading }
}

/** Speaks of what follows it. */
const isClass = (node: RootContent): boolean =>
  (node.type === 'directiveLine' || node.type === 'directiveBlock') && node.head.name.toLowerCase() === 'class'

/** The headings that would begin a slide, and have content between them and the rule before. */
function headingsWithinSlides(blocks: readonly RootContent[], level: number): Heading[] {
  const found: Heading[] = []
  let isFilled = false
  for (const node of blocks) {
    if (node.type === 'heading' && node.depth <= level && isFilled) found.push(node)
    if (node.type === 'thematicBreak') isFilled = false
    else if (!isUnseen(node) && !isClass(node)) isFilled = true
  }
  return found
}
