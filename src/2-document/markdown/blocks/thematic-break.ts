import type { ThematicBreak } from 'mdast'
import { type MarkdownContext, placeOf } from '../context.ts'
import type { FieldLine } from '../deck/field-line.ts'
import { closeDeeper, type Outline, targetOf } from './outline.ts'

/** `---`, `***`, `___`: between slides, each character a level in the order of first use; inside a block a rule. */
export function readThematicBreak(node: ThematicBreak, fields: readonly FieldLine[], outline: Outline, context: MarkdownContext): void {
  // The parts of a Slidev slide's layout are arranged among what stands in the slide alone.
  if (outline.slides?.dialect === 'slidev') closeDeeper(outline, 0)
  const target = targetOf(outline)
  const { slides } = outline
  const position = placeOf(node, context)
  if (!slides) target.push({ type: 'transition', children: [], position })
  else if (slides.isSlideRule(node, context)) slides.rule(node, fields, target, context)
  // Within a block it divides nothing.
  else target.push({ type: 'container', children: [{ type: 'transition', children: [], position }], position })
}
