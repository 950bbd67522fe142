import type { RootContent } from 'mdast'
import type { Line } from '../../../../1-source/source.ts'
import type { Admonition, Container, Inline, Node } from '../../../nodes.ts'
import { at } from '../../../resolve/tree.ts'
import { sliceLine } from '../../../syntax/sliced-lines.ts'
import { type Attributes, classesIn, valueIn } from '../../attributes.ts'
import { type MarkdownContext, placeOf } from '../../context.ts'
import { readInline } from '../../inline/read-inline.ts'
import type { DirectiveText } from './read-directive.ts'

/** Quarto's kinds of callouts and what they are here; a note is no directive of that name, which is the speaker's. */
const callouts: ReadonlyMap<string, Admonition['type']> = new Map(
  Object.entries<Admonition['type']>({
    'callout-note': 'admonition',
    'callout-tip': 'tip',
    'callout-important': 'important',
    'callout-warning': 'warning',
    'callout-caution': 'caution',
  }),
)

/** `::: {.callout-tip title="…"}`, `::: {.panel-tabset}` and what is for some formats only; undefined for another box. */
export function quartoBox(text: DirectiveText, context: MarkdownContext): readonly Node[] | undefined {
  const { attributes = none, name } = text.head
  // `::: panel-tabset` is the same as `::: {.panel-tabset}`.
  const classes = [...(name ? [name] : []), ...classesIn(attributes)]
  if (isForOthers(classes, attributes)) return []
  const kind = classes.map((name) => callouts.get(name)).find((type) => type !== undefined)
  if (kind) return [callout(kind, text, attributes, context)]
  return classes.includes('panel-tabset') ? [tabset(text, classes, context)] : undefined
}

const none: Attributes = { list: [], end: 0 }

/** Formats of Quarto's that a page here is. */
const ours = /\b(?:html|revealjs)\b/

/** `.content-visible when-format="pdf"` and the like (Quarto: conditional content). */
function isForOthers(classes: readonly string[], attributes: Attributes): boolean {
  const when = valueIn(attributes, 'when-format')
  const unless = valueIn(attributes, 'unless-format')
  const isMeant = (when === undefined || ours.test(when)) && (unless === undefined || !ours.test(unless))
  if (classes.includes('content-visible')) return !isMeant
  return classes.includes('content-hidden') && isMeant
}

/** The title stands among the attributes, or is a heading that the callout begins with. */
function callout(
  kind: Admonition['type'],
  { head, children, position }: DirectiveText,
  attributes: Attributes,
  context: MarkdownContext,
): Admonition {
  const [first] = children
  const given = titleIn(attributes, head.line, context)
  const heading = !given && first?.type === 'heading' ? first : undefined
  const content = context.blocksOf(heading ? children.slice(1) : children)
  const title: Inline[] | undefined = given ?? (heading && context.inlineOf(heading.children))
  if (!title && kind !== 'admonition') return { type: kind, children: content, position }
  const place = heading ? placeOf(heading, context) : position
  const words: Inline[] = title ?? [{ type: 'text', value: 'Note', position }]
  const name = kind === 'admonition' ? 'admonition-note' : kind
  return { type: 'admonition', classes: [name], children: [{ type: 'title', children: words, position: place }, ...content], position }
}

function titleIn({ list }: Attributes, line: Line, context: MarkdownContext): Inline[] | undefined {
  const attribute = list.find(({ name }) => name === 'title')
  if (!attribute?.value) return undefined
  const title = sliceLine(line, attribute.from, attribute.to)
  return readInline({ text: title.text, lines: [title] }, context)
}

/** Each heading begins a tab; the first one is there, each other comes in its place with a press of the key. */
function tabset({ children, position }: DirectiveText, classes: string[], context: MarkdownContext): Container {
  const first = children.find((node) => node.type === 'heading')
  const depth = first?.type === 'heading' ? first.depth : 0
  const tabs: Container[] = []
  const before: RootContent[] = []
  let content = before
  const close = (): void => {
    const tab = tabs.at(-1)
    tab?.children.push({ type: 'container', classes: ['tab-content'], children: context.blocksOf(content), ...at(tab.position) })
  }
  for (const node of children) {
    if (node.type !== 'heading' || node.depth !== depth) {
      content.push(node)
      continue
    }
    if (tabs.length > 0) close()
    content = []
    const place = placeOf(node, context)
    const title: Node = { type: 'paragraph', classes: ['title'], children: context.inlineOf(node.children), position: place }
    tabs.push({ type: 'container', classes: tabs.length > 0 ? ['tab', 'substep'] : ['tab'], children: [title], position: place })
  }
  if (tabs.length > 0) close()
  const lead = context.blocksOf(before)
  return { type: 'container', classes, children: [...lead, ...tabs], position }
}
