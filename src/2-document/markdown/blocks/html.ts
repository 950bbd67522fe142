import type { Html } from 'mdast'
import type { Position } from '../../../diagnostics/position.ts'
import type { Node } from '../../nodes.ts'
import { type MarkdownContext, placeOf, remark } from '../context.ts'
import { commentsIn, readComment } from '../deck/comment.ts'
import { slidevStyleElement, styleElement } from '../deck/marp-styles.ts'
import { plainHtml } from '../vue-html.ts'

/** HTML goes out as it stands; comments are directives, notes or nothing. */
export function html(node: Html, context: MarkdownContext): readonly Node[] {
  const position = placeOf(node, context)
  const comments = commentsIn(node, context)
  if (comments) return comments.flatMap((comment) => readComment(comment, position, context))
  const plain = withoutComponents(node.value, position, context)
  // To CommonMark it is an element that browsers show the content of.
  const shown = context.slides.dialect === 'plain' ? node.value : plain
  return shown.trim() === '' ? [] : [rawHtml(shown, position, context)]
}

/** HTML without the tags of components, each of which is told of. */
export function withoutComponents(value: string, position: Position, context: MarkdownContext): string {
  const { html, components } = plainHtml(value, context.slides.dialect === 'slidev')
  for (const name of components) remark(context, 'markdown/component', { name }, position)
  return html
}

export function rawHtml(value: string, position: Node['position'], context: MarkdownContext): Node {
  const { dialect } = context.slides
  const styled = dialect === 'marp' ? styleElement : dialect === 'slidev' ? slidevStyleElement : undefined
  const at = position ? { position } : {}
  const text = styled && /^<style/i.test(value) ? styled(value, scopeOf(position)) : value
  return { type: 'raw', format: 'html', 'xml:space': 'preserve', children: [{ type: 'text', value: text, ...at }], ...at }
}

/** A name for the slide of a style sheet; two may stand at the same place in two files. */
const scopeOf = (position: Node['position']): string => {
  const file = position?.source.replace(/^.*[\\/]|\.\w+$/g, '').replace(/[^\w-]+/g, '-') ?? ''
  return `${file}-${position?.start.offset ?? 0}`
}
