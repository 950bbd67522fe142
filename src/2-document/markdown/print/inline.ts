import type { PhrasingContent } from 'mdast'
import type { Image, Node, NodeOf, NodeType, Reference } from '../../nodes.ts'
import { childrenOf, textIn } from '../../syntax/print/print-report.ts'
import { classAttributes, verbatim } from './stringify.ts'

type Print = (node: never, next: Node | undefined) => PhrasingContent[]

const attributes = (classes: readonly string[]): PhrasingContent[] => (classes.length > 0 ? [verbatim(classAttributes(classes))] : [])

const phrasing = (node: Node): PhrasingContent[] => inlineContent(childrenOf(node))

/** `:role[text]{.class}` */
const role =
  (name: string) =>
  (node: Node): PhrasingContent[] => [
    {
      type: 'textDirective',
      name,
      attributes: { class: (node.classes ?? []).join(' ') },
      children: [{ type: 'text', value: textIn(node) }],
    },
  ]

/** How each type of inline content is said. */
const printers: { readonly [Type in NodeType]?: Print } = {
  text: ({ value }: NodeOf<'text'>) => [{ type: 'text', value }],
  emphasis: (node) => [{ type: 'emphasis', children: phrasing(node) }],
  strong: (node) => [{ type: 'strong', children: phrasing(node) }],
  literal: (node: NodeOf<'literal'>) =>
    tagged(node) ?? [{ type: 'inlineCode', value: textIn(node) }, ...attributes((node.classes ?? []).slice(1))],
  math: (node, next) => [formula(textIn(node), next)],
  subscript: role('sub'),
  superscript: role('sup'),
  abbreviation: role('abbreviation'),
  acronym: role('acronym'),
  title_reference: role('title'),
  inline: (node: NodeOf<'inline'>) => tagged(node) ?? span(node),
  generated: (node) => span(node),
  reference: (node: NodeOf<'reference'>) => [
    {
      type: 'link',
      url: node.refuri ?? (node.refid === undefined ? '' : `#${node.refid}`),
      ...titleOf(node),
      children: linkText(node),
    },
    ...attributes(node.classes ?? []),
  ],
  image: (node: NodeOf<'image'>) => {
    const sizes = (['width', 'height', 'align'] as const).flatMap((name) => (node[name] ? [`${name}=${node[name]}`] : []))
    const words = [...(node.classes ?? []).map((name) => `.${name}`), ...sizes]
    const image: PhrasingContent = { type: 'image', url: node.uri, alt: node.alt ?? '', ...titleOf(node) }
    return [image, ...(words.length > 0 ? [verbatim(`{${words.join(' ')}}`)] : [])]
  },
  footnote_reference: (node: NodeOf<'footnote_reference'>) => {
    const identifier = node.refid ?? textIn(node)
    return [{ type: 'footnoteReference', identifier, label: identifier }]
  },
  raw: (node) => [verbatim(textIn(node))],
  line: () => [{ type: 'break' }],
  system_message: () => [],
  pending: () => [],
}

/** A text in two parts does not become `<url>`, which the printer makes of some that may not stand there (CommonMark, section 6.5). */
function linkText(node: NodeOf<'reference'>): PhrasingContent[] {
  const [only, ...others] = phrasing(node)
  const isAddress = only?.type === 'text' && (node.refuri === only.value || node.refuri === `mailto:${only.value}`)
  if (!isAddress || others.length > 0 || autolink.test(only.value)) return phrasing(node)
  return [
    { ...only, value: only.value.slice(0, 1) },
    { ...only, value: only.value.slice(1) },
  ]
}

const autolink = /^(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*)$/

const titleOf = ({ tooltip }: Image | Reference): { title?: string } => (tooltip === undefined ? {} : { title: tooltip })

/** `$x$` by pandoc's rule: no blank inside, no digit behind; two dollars otherwise. */
function formula(source: string, next: Node | undefined): PhrasingContent {
  const value = source.replace(/\s+/g, ' ').trim()
  if (value.includes('$')) return { type: 'textDirective', name: 'math', children: [{ type: 'text', value }] }
  const isBeforeDigit = next !== undefined && /^\d/.test(textIn(next))
  return isBeforeDigit ? verbatim(`$$${value}$$`) : { type: 'inlineMath', value }
}

/** As HTML, where the role stands for an element of it. */
function tagged(node: NodeOf<'inline' | 'literal'>): PhrasingContent[] | undefined {
  const { htmlElement: name, classes = [] } = node
  if (name === undefined) return undefined
  const others = classes.filter((own) => own !== name)
  const tag = others.length > 0 ? `${name} class="${others.join(' ')}"` : name
  return [{ type: 'html', value: `<${tag}>` }, ...phrasing(node), { type: 'html', value: `</${name}>` }]
}

/** A box to tick is its item's (blocks.ts). */
function span(node: Node): PhrasingContent[] {
  const classes = node.classes ?? []
  if (classes[0] === 'task-box') return []
  if (classes.length === 1 && classes[0] === 'strike') return [{ type: 'delete', children: phrasing(node) }]
  if (classes.length === 0) return phrasing(node)
  return [{ type: 'textDirective', name: 'span', attributes: { class: classes.join(' ') }, children: phrasing(node) }]
}

/** Inline content as mdast. What Markdown has no marks for is its text. */
export function inlineContent(nodes: readonly Node[]): PhrasingContent[] {
  const result: PhrasingContent[] = []
  for (const [index, node] of nodes.entries()) {
    const print = printers[node.type] as ((node: Node, next: Node | undefined) => PhrasingContent[]) | undefined
    const content: PhrasingContent[] = print ? print(node, nodes[index + 1]) : [{ type: 'text', value: textIn(node) }]
    const [first] = content
    // A colon behind a note at a line's start would make it the note's text.
    if (first?.type === 'text' && first.value.startsWith(':') && nodes[index - 1]?.type === 'footnote_reference')
      content.splice(0, 1, verbatim('\\:'), { ...first, value: first.value.slice(1) })
    // Backquotes and dollars would run together, a role's colon be a note's: an empty comment parts them.
    const last = result.at(-1)?.type ?? ''
    const runsOn =
      first && ((fenced.has(first.type) && fenced.has(last)) || (first.type === 'textDirective' && last === 'footnoteReference'))
    if (runsOn) result.push(verbatim('<!-- -->'))
    result.push(...content)
  }
  return result
}

const fenced = new Set(['inlineCode', 'inlineMath'])

/** For a heading or cell: one line. */
export const oneLine = (nodes: readonly PhrasingContent[]): PhrasingContent[] =>
  nodes.map((node): PhrasingContent => {
    if (node.type === 'break') return { type: 'text', value: ' ' }
    if (node.type === 'text') return { ...node, value: node.value.replace(/\s*\n\s*/g, ' ') }
    return 'children' in node ? ({ ...node, children: oneLine(node.children) } as PhrasingContent) : node
  })
