import type { ThematicBreak } from 'mdast'
import { type MarkdownContext, placeOf } from '../context.ts'
import type { FieldLine } from '../deck/field-line.ts'
import { type Outline, targetOf } from './outline.ts'

/** `---`, `***`, `___`: between slides, each character a level in the order of first use; inside a block a rule. */
export function readThematicBreak(node: ThematicBreak, fields: readonly FieldLine[], outline: Outline, context: MarkdownContext): void {
  const target = targetOf(outline)
  if (outline.slides) outline.slides.rule(node, fields, target, context)
  else target.push({ type: 'transition', children: [], position: placeOf(node, context) })
}
