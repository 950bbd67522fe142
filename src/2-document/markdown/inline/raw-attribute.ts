import type { PhrasingContent } from 'mdast'
import { type MarkdownContext, placeOf, remark, writtenText } from '../context.ts'

const mark = /^\{=(\w+)\}/

/** `` `<b>`{=html} `` (pandoc, raw_attribute): HTML is the page's, what is for other formats is not. */
export function rawCode(nodes: readonly PhrasingContent[], context: MarkdownContext): readonly PhrasingContent[] {
  if (!nodes.some((node) => node.type === 'text' && mark.test(node.value))) return nodes
  const result: PhrasingContent[] = []
  for (const node of nodes) {
    const code = result.at(-1)
    const [whole = '', format] = node.type === 'text' && mark.test(writtenText(node, context)) ? (mark.exec(node.value) ?? []) : []
    if (code?.type !== 'inlineCode' || node.type !== 'text' || format === undefined) {
      result.push(node)
      continue
    }
    result.pop()
    if (format === 'html') result.push({ type: 'html', value: code.value, ...(code.position ? { position: code.position } : {}) })
    else remark(context, 'markdown/no-meaning', { tool: 'pandoc', what: `text for ${format}` }, placeOf(code, context))
    if (node.value.length > whole.length) result.push({ ...node, value: node.value.slice(whole.length) })
  }
  return result
}
