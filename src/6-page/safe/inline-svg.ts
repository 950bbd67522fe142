import { element, type SvgElement } from '../../4-look/drawings/xml/tree.ts'
import { readReferences } from '../../formats/html-references.ts'
import { readToken } from '../../formats/html-tokens.ts'
import { svgSpelling } from '../svg/unsafe.ts'

/** As for a drawing's own file (svg/xml/parse.ts). */
const depthLimit = 400

/**
 * The `<svg>` element whose start tag is at `start`, read as HTML writes it: names in any case, attributes without quotes. What does not
 * end, ends with the text. `end` is behind it.
 */
export function readInlineSvg(html: string, start: number): { readonly root: SvgElement; readonly end: number } {
  const root = element('svg')
  const open: SvgElement[] = []
  let at = start
  while (at < html.length && (open.length > 0 || at === start)) {
    const token = readToken(html, at)
    at = token.end
    const parent = open.at(-1)
    if (token.type === 'text') addText(parent, readReferences(html.slice(token.start, token.end), 'text'))
    else if (token.type === 'cdata') addText(parent, html.slice(token.start + 9, token.end).replace(/\]\]>$/, ''))
    else if (token.type === 'end') {
      const index = open.findLastIndex(({ name }) => name.toLowerCase() === token.name)
      if (index >= 0) open.length = index
    } else if (token.type === 'start') {
      const attributes = token.attributes.map(({ name, value }) => [svgSpelling(name), readReferences(value, 'attribute')] as const)
      const node = parent ? element(svgSpelling(token.name), attributes) : root
      if (!parent) for (const [name, value] of attributes) root.attributes.set(name, value)
      parent?.children.push(node)
      if (!token.isClosed && open.length < depthLimit) open.push(node)
    }
  }
  for (const name of [...root.attributes.keys()]) if (/^xmlns(?::|$)/.test(name)) root.attributes.delete(name)
  return { root, end: at }
}

function addText(parent: SvgElement | undefined, value: string): void {
  const last = parent?.children.at(-1)
  if (last?.type === 'text') last.value += value
  else if (value !== '') parent?.children.push({ type: 'text', value })
}
