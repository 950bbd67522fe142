import type { Html } from 'mdast'
import type { Inline } from '../../nodes.ts'
import { ownHtml } from '../blocks/html.ts'
import { rawHtml } from '../blocks/raw-html.ts'
import { type MarkdownContext, placeOf } from '../context.ts'
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
  const { html: plain } = ownHtml(node.value, position, context)
  return plain === '' ? [] : [rawHtml(plain, position, context) as Inline]
}
