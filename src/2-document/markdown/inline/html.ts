import type { Html } from 'mdast'
import type { Inline } from '../../nodes.ts'
import { rawHtml } from '../blocks/html.ts'
import { type MarkdownContext, placeOf, remark } from '../context.ts'
import { commentsIn, readComment } from '../deck/comment.ts'

/** A tag in a text goes out as it stands; a note in a comment comes behind the block. */
export function html(node: Html, context: MarkdownContext): readonly Inline[] {
  const position = placeOf(node, context)
  const comments = commentsIn(node, context)
  if (comments) {
    for (const comment of comments) {
      for (const read of readComment(comment, position, context)) if (read.type !== 'comment') context.behind.push(read)
    }
    return []
  }
  const click = /^<(\/?)v-(?:click|after|mark)\b/i.exec(node.value)
  if (click) return [{ type: 'inline', classes: [click[1] ? clickEnd : clickStart], children: [], position }]
  const component = /^<\/?([A-Z][A-Za-z]*)\b/.exec(node.value)
  if (component && node.value !== node.value.toUpperCase()) {
    if (!node.value.startsWith('</')) remark(context, 'markdown/component', { name: component[1] ?? '' }, position)
    return []
  }
  return [rawHtml(node.value, position, context) as Inline]
}

const clickStart = '\0v-click'
const clickEnd = '\0/v-click'

/** What stands between `<v-click>` and `</v-click>` comes with a press of the key. */
export function readClickTags(nodes: Inline[]): Inline[] {
  const isMark = (node: Inline, mark: string): boolean => node.type === 'inline' && node.classes?.[0] === mark
  const start = nodes.findIndex((node) => isMark(node, clickStart))
  if (start < 0) return nodes.filter((node) => !isMark(node, clickEnd))
  const result = nodes.slice(0, start)
  for (let index = start; index < nodes.length; index++) {
    const node = nodes[index] as Inline
    if (!isMark(node, clickStart)) {
      if (!isMark(node, clickEnd)) result.push(node)
      continue
    }
    const found = nodes.findIndex((other, at) => at > index && isMark(other, clickEnd))
    const end = found < 0 ? nodes.length : found
    const children = nodes.slice(index + 1, end).filter((other) => !isMark(other, clickStart))
    result.push({ type: 'inline', classes: ['substep'], children, ...(node.position ? { position: node.position } : {}) })
    index = end
  }
  return result
}
