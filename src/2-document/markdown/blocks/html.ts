import type { Html } from 'mdast'
import type { Node } from '../../nodes.ts'
import { type MarkdownContext, placeOf, remark } from '../context.ts'
import { commentsIn, readComment } from '../deck/comment.ts'
import { styleElement } from '../deck/marp-styles.ts'
import { plainHtml } from '../vue-html.ts'

/** HTML goes out as it stands; comments are directives, notes or nothing. */
export function html(node: Html, context: MarkdownContext): readonly Node[] {
  const position = placeOf(node, context)
  const comments = commentsIn(node, context)
  if (comments) return comments.flatMap((comment) => readComment(comment, position, context))
  const { dialect } = context.slides
  const { html: plain, components } = plainHtml(node.value, dialect === 'slidev')
  for (const name of components) remark(context, 'markdown/component', { name }, position)
  // To CommonMark it is an element that browsers show the content of.
  const shown = dialect === 'plain' ? node.value : plain
  return shown.trim() === '' ? [] : [rawHtml(shown, position, context)]
}

export function rawHtml(value: string, position: Node['position'], context: MarkdownContext): Node {
  const isStyle = context.slides.dialect === 'marp' && /^<style/i.test(value)
  const at = position ? { position } : {}
  const text = isStyle ? styleElement(value, `s${position?.start.offset ?? 0}`) : value
  return { type: 'raw', format: 'html', 'xml:space': 'preserve', children: [{ type: 'text', value: text, ...at }], ...at }
}
