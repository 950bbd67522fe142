import type { Html, PhrasingContent } from 'mdast'
import { normalizeName } from '../../identifiers.ts'
import type { Node } from '../../nodes.ts'
import { fieldOfTool } from '../../tool-fields.ts'
import { classesIn, readAttributes, valueIn } from '../attributes.ts'
import { type MarkdownContext, placeOf, remark } from '../context.ts'
import { fragmentClasses } from './reveal-html.ts'

const comment = /^\s*<!--\s*\.element:\s*([\s\S]*?)\s*-->\s*$/

export const isElementComment = (html: string): boolean => comment.test(html)

/** What reveal.js' `<!-- .element: class="fragment" -->` says of an element. */
export interface ElementAttributes {
  readonly classes: readonly string[]
  readonly id?: string
  readonly style?: string
}

const nothing: ElementAttributes = { classes: [] }

/** A fragment is our substep, and its index says which ones come first. What has no meaning here is told. */
function elementAttributes(node: Html, context: MarkdownContext): ElementAttributes {
  const text = `{${(comment.exec(node.value)?.[1] ?? '').replaceAll('\n', ' ')}}`
  const attributes = readAttributes({ text, source: { path: '', text }, number: 1, start: 0, indent: 0 }, 0)
  if (!attributes) return nothing
  for (const { name } of attributes.list) {
    if (known.has(name)) continue
    const { instead } = fieldOfTool(name, 'reveal') ?? {}
    remark(context, 'markdown/no-meaning', { tool: 'reveal.js', what: `"${name}" of an element`, instead }, placeOf(node, context))
  }
  const [id, style] = [valueIn(attributes, 'id'), valueIn(attributes, 'style')]
  return {
    classes: fragmentClasses(classesIn(attributes), valueIn(attributes, 'data-fragment-index') ?? ''),
    ...(id ? { id } : {}),
    ...(style ? { style } : {}),
  }
}

/** Code is trimmed and escaped in every deck. */
const known: ReadonlySet<string> = new Set(['class', 'id', 'style', 'data-fragment-index', 'data-trim', 'data-noescape'])

/** Gives a node what is said of its element. */
export function giveAttributes(node: Node, { classes, id, style }: ElementAttributes, context: MarkdownContext): void {
  if (classes.length > 0) node.classes = [...(node.classes ?? []), ...classes]
  if (style !== undefined) node.style = node.style === undefined ? style : `${node.style}; ${style}`
  if (id === undefined) return
  node.ids = [id]
  node.names = [normalizeName(id)]
  context.rst.names.noteExplicitTarget(node, node)
}

/** Gives a node what the comment says. */
export const giveComment = (node: Node | undefined, written: Html, context: MarkdownContext): void => {
  const attributes = elementAttributes(written, context)
  if (node) giveAttributes(node, attributes, context)
}

/** What a comment behind it speaks of, instead of the block (reveal.js, Markdown plugin: `addAttributes`). */
const elements: ReadonlySet<PhrasingContent['type']> = new Set<PhrasingContent['type']>([
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'link',
  'linkReference',
  'image',
  'imageReference',
])

/** Takes the comments out of a text that speak of the block it stands in: those with no element before them. */
export function takeElementAttributes(
  nodes: readonly PhrasingContent[],
  context: MarkdownContext,
): { own: ElementAttributes; children: readonly PhrasingContent[] } {
  let own = nothing
  const first = nodes.findIndex(({ type }) => elements.has(type))
  const children = nodes.filter((node, index) => {
    if (node.type !== 'html' || !isElementComment(node.value) || (first >= 0 && first < index)) return true
    const more = elementAttributes(node, context)
    own = { ...own, ...more, classes: [...own.classes, ...more.classes] }
    return false
  })
  if (children.length === nodes.length) return { own, children: nodes }
  const [begin] = children
  if (nodes[0]?.type === 'html' && begin?.type === 'text') children[0] = { ...begin, value: begin.value.trimStart() }
  const end = children.at(-1)
  if (end?.type === 'text') children[children.length - 1] = { ...end, value: end.value.trimEnd() }
  return { own, children }
}
