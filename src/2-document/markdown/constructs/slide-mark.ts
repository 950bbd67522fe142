import type { Node as MdastNode } from 'mdast'
import type { Container } from '../../nodes.ts'
import { type MarkdownContext, placeOf } from '../context.ts'
import type { SlideMark } from '../deck/arrange-slide.ts'

/** The node that stands for a mark until all of its slide is read. */
export function markNode(mark: SlideMark, node: MdastNode, context: MarkdownContext): Container {
  const holder: Container = { type: 'container', children: [], position: placeOf(node, context) }
  context.slides.mark(holder, mark)
  return holder
}
