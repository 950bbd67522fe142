import type { Node, Raw } from '../../nodes.ts'
import type { MarkdownContext } from '../context.ts'
import { slidevStyleElement, styleElement } from '../deck/marp-styles.ts'

/** HTML that goes out as it stands; a style sheet as its deck's tool means it. */
export function rawHtml(value: string, position: Node['position'], context: MarkdownContext): Node {
  const { dialect } = context.slides
  const styled = dialect === 'marp' ? styleElement : dialect === 'slidev' ? slidevStyleElement : undefined
  const at = position ? { position } : {}
  const text = styled && /^<style/i.test(value) ? styled(value, scopeOf(position)) : value
  const raw: Raw = { type: 'raw', format: 'html', 'xml:space': 'preserve', children: [{ type: 'text', value: text, ...at }], ...at }
  if (text.includes('#/')) context.slides.leads(raw)
  return raw
}

/** A name for the slide of a style sheet; two may stand at the same place in two files. */
const scopeOf = (position: Node['position']): string => {
  const file = position?.source.replace(/^.*[\\/]|\.\w+$/g, '').replace(/[^\w-]+/g, '-') ?? ''
  return `${file}-${position?.start.offset ?? 0}`
}
