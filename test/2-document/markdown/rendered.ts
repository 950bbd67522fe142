import type { Element, Nodes, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { isImplicit } from '../../../src/2-document/markdown/deck/open-slide.ts'
import type { Node, Raw } from '../../../src/2-document/nodes.ts'
import { parseMarkdown } from '../../../src/2-document/parse-markdown.ts'
import { resolve } from '../../../src/2-document/resolve/resolve.ts'
import { deckSettings } from '../../../src/3-deck/deck-settings.ts'
import type { RenderContext } from '../../../src/6-page/nodes/context.ts'
import { render } from '../../../src/6-page/nodes/registry.ts'

const toHtml = (tree: Root): string => unified().use(rehypeStringify, { allowDangerousHtml: true }).stringify(tree)

/** The page's node handlers without what they need a whole page for: resources, colours, ids. */
const context = {
  targets: { idOf: () => undefined, furtherIdsOf: () => [], hrefTo: (id: string) => `#${id}` },
  embed: { image: (uri: string) => ({ src: uri }) },
  code: {
    block: (node: { children: Node[] }, inner: RenderContext) => render(node.children, inner),
    inline: (node: { children: Node[] }, inner: RenderContext) => render(node.children, inner),
  },
  formulas: { render: (source: string) => source },
  drawing: () => undefined,
  rawHtml: ({ children }: Raw) => children.map(({ value }) => value).join(''),
  report: () => undefined,
  skipNotes: false,
  lineBreaks: 1,
  showMessages: false,
  safe: false,
  depth: 0,
  render,
} as unknown as RenderContext

/** Markdown → our tree → our HTML, the content only: without the rules that begin slides where nobody wrote one. */
export function ourHtml(text: string): string {
  const document = resolve(parseMarkdown(text), deckSettings)
  const shown = document.children.filter((node) => !isImplicit(node) && node.type !== 'field_list')
  return toHtml({ type: 'root', children: render(shown, context) as Root['children'] })
}

/**
 * HTML in a form in which ours equals CommonMark's. Each difference is on purpose:
 * - `tt` for code, `pre` without `code`: Hovercraft's elements, which author's styles select;
 * - headings are as deep as they are nested in their slide, and no element has a default id;
 * - an item's first paragraph, a lone picture and a table's cell: no `p` around them, as in reStructuredText;
 * - comments are no HTML here, and blank lines between blocks are not content.
 */
export function normalHtml(html: string): string {
  const tree = fromHtml(html, { fragment: true })
  normalize(tree)
  return toHtml(tree)
    .replace(/\s+(?=<\/(?:pre|div|style)>)/g, '')
    .replace(/<br>\n/g, '<br>')
    .replace(/\s*\n(?=<(?:ul|ol|blockquote|pre|p|div|table|h1|hr)\b)|(?<=<\/h1>)\n/g, '')
    .replace(/\s*\n\s*/g, '\n')
    .trim()
}

const inlineNames = new Set('a b br code del em i img span strong sub sup tt input'.split(' '))
const isText = (node: Nodes | undefined): boolean =>
  (node?.type === 'text' && node.value.trim() !== '') || (node?.type === 'element' && inlineNames.has(node.tagName))

function normalize(node: Root | Element): void {
  node.children = node.children.filter((child) => child.type !== 'comment' && child.type !== 'doctype') as typeof node.children
  for (const child of node.children) if (child.type === 'element') normalize(child)
  node.children = node.children.flatMap((child, index): (typeof node.children)[number][] => {
    if (child.type === 'text' && child.value.trim() === '' && !(isText(node.children[index - 1]) && isText(node.children[index + 1])))
      return []
    if (child.type !== 'element') return [child]
    const isUnwrapped = child.tagName === 'p' && (isItem(node) || isPicture(child))
    return isUnwrapped || (child.tagName === 'code' && 'tagName' in node && node.tagName === 'pre')
      ? (child.children as typeof node.children)
      : [rename(child)]
  }) as typeof node.children
}

const isItem = (node: Root | Element): boolean => node.type === 'element' && ['li', 'td', 'th'].includes(node.tagName)

function isPicture({ children }: Element): boolean {
  const [only] = children
  if (children.length !== 1 || only?.type !== 'element') return false
  return only.tagName === 'img' || (only.tagName === 'a' && only.children.length === 1 && isPicture({ ...only, children: only.children }))
}

function rename(node: Element): Element {
  const {
    className: _class,
    id: _id,
    cellPadding: _padding,
    cellSpacing: _spacing,
    align: _align,
    style: _style,
    ...properties
  } = node.properties
  const tagName = node.tagName === 'tt' ? 'code' : /^h[1-6]$/.test(node.tagName) ? 'h1' : node.tagName
  const sorted = Object.fromEntries(Object.entries(properties).sort(([one], [other]) => (one < other ? -1 : 1)))
  return { ...node, tagName, properties: sorted }
}
