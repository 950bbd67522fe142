import type { Node, NodeType } from '../../2-document/nodes.ts'
import { element, type Html } from '../hast.ts'
import { admonitionHandlers } from './admonition.ts'
import type { Handlers, RenderContext } from './context.ts'
import { docinfoHandlers } from './docinfo.ts'
import { drawingHandlers } from './drawing.ts'
import { fieldListHandlers } from './field-list.ts'
import { footnoteHandlers } from './footnote.ts'
import { imageHandlers } from './image.ts'
import { inlineHandlers } from './inline.ts'
import { listHandlers } from './list.ts'
import { literalBlockHandlers } from './literal-block.ts'
import { mathHandlers } from './math.ts'
import { optionListHandlers } from './option-list.ts'
import { paragraphHandlers } from './paragraph.ts'
import { rawHandlers } from './raw.ts'
import { referenceHandlers } from './reference.ts'
import { sectionHandlers } from './section.ts'
import { tableHandlers } from './table.ts'
import { topicHandlers } from './topic.ts'
import { unseenHandlers } from './unseen.ts'

/** What becomes of each node type of the document tree. */
const handlers: Handlers<NodeType> = {
  ...sectionHandlers,
  ...paragraphHandlers,
  ...listHandlers,
  ...fieldListHandlers,
  ...optionListHandlers,
  ...tableHandlers,
  ...literalBlockHandlers,
  ...mathHandlers,
  ...imageHandlers,
  ...drawingHandlers,
  ...admonitionHandlers,
  ...topicHandlers,
  ...footnoteHandlers,
  ...docinfoHandlers,
  ...inlineHandlers,
  ...referenceHandlers,
  ...rawHandlers,
  ...unseenHandlers,
}

/** Document nodes → HTML nodes. A type the table does not know (a plugin's own) shows its children. */
export function render(nodes: readonly Node[], context: RenderContext): Html[] {
  const out: Html[] = []
  for (const node of nodes) {
    // What has several targets before it has several ids; its element has one. A section's are in its heading.
    if (node.ids && node.ids.length > 1 && node.type !== 'section')
      out.push(...context.targets.furtherIdsOf(node).map((id) => element('span', { id })))
    out.push(...renderNode(node, context))
  }
  return out
}

function renderNode(node: Node, context: RenderContext): Html[] {
  if (Object.hasOwn(handlers, node.type)) return (handlers[node.type] as (node: Node, context: RenderContext) => Html[])(node, context)
  const { children } = node as { children?: Node[] }
  return children ? render(children, context) : []
}
