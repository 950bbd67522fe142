import type { Node } from '../2-document/nodes.ts'
import { textOf, walk } from '../2-document/resolve/tree.ts'

/** The first heading of a slide's content that says something, as plain text; '' where there is none. */
export function slideTitle(content: readonly Node[]): string {
  let title = ''
  for (const node of content) {
    walk(node, (inner) => {
      if (!title && inner.type === 'title') title = oneLine(textOf(inner))
      return title ? 'skip' : undefined
    })
    if (title) return title
  }
  return ''
}

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
