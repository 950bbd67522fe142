import { textOf, walk } from '../../2-document/resolve/tree.ts'
import type { Step } from '../../3-deck/deck.ts'

/** A slide's first heading as plain text; '' where it has none. */
export function slideTitle({ content }: Step): string {
  let title: string | undefined
  for (const node of content) {
    walk(node, (found) => {
      if (found.type === 'title') title ??= textOf(found)
    })
  }
  return (title ?? '').replace(/\s+/g, ' ').trim()
}
