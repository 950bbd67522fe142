import type { Html, PhrasingContent } from 'mdast'
import { fieldOfTool } from '../../tool-fields.ts'
import { classesIn, readAttributes } from '../attributes.ts'
import { type MarkdownContext, placeOf, remark } from '../context.ts'

const comment = /^\s*<!--\s*\.element:\s*([\s\S]*?)\s*-->\s*$/

export const isElementComment = (html: string): boolean => comment.test(html)

/** The classes in reveal.js' `<!-- .element: class="fragment" -->`: a fragment is our substep. What else it says is told. */
export function elementClasses(node: Html, context: MarkdownContext): string[] {
  const text = `{${(comment.exec(node.value)?.[1] ?? '').replaceAll('\n', ' ')}}`
  const attributes = readAttributes({ text, source: { path: '', text }, number: 1, start: 0, indent: 0 }, 0)
  if (!attributes) return []
  for (const { name } of attributes.list) {
    if (name === 'class' || known.has(name)) continue
    const { instead } = fieldOfTool(name, 'reveal') ?? {}
    remark(context, 'markdown/no-meaning', { tool: 'reveal.js', what: `"${name}" of an element`, instead }, placeOf(node, context))
  }
  return classesIn(attributes).map((name) => (name === 'fragment' ? 'substep' : name))
}

/** Nothing is missing without them: code is trimmed and escaped in every deck. */
const known: ReadonlySet<string> = new Set(['data-trim', 'data-noescape'])

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
export function takeElementClasses(
  nodes: readonly PhrasingContent[],
  context: MarkdownContext,
): { classes: string[]; children: readonly PhrasingContent[] } {
  const classes: string[] = []
  const first = nodes.findIndex(({ type }) => elements.has(type))
  const children = nodes.filter((node, index) => {
    if (node.type !== 'html' || !isElementComment(node.value) || (first >= 0 && first < index)) return true
    classes.push(...elementClasses(node, context))
    return false
  })
  if (children.length === nodes.length) return { classes, children: nodes }
  const [begin] = children
  if (nodes[0]?.type === 'html' && begin?.type === 'text') children[0] = { ...begin, value: begin.value.trimStart() }
  const end = children.at(-1)
  if (end?.type === 'text') children[children.length - 1] = { ...end, value: end.value.trimEnd() }
  return { classes, children }
}
