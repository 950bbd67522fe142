import type { Blockquote, Paragraph as MdastParagraph } from 'mdast'
import type { Admonition, Node } from '../../nodes.ts'
import { type MarkdownContext, placeOf, writtenText } from '../context.ts'

const alerts: ReadonlyMap<string, Admonition['type']> = new Map(
  Object.entries<Admonition['type']>({
    NOTE: 'admonition',
    TIP: 'tip',
    IMPORTANT: 'important',
    WARNING: 'warning',
    CAUTION: 'caution',
  }),
)

/** A quote; one that begins with `[!NOTE]` is GitHub's alert. A last paragraph `-- Name` is its attribution. */
export function blockQuote(node: Blockquote, context: MarkdownContext): readonly Node[] {
  const position = placeOf(node, context)
  const alert = alertOf(node, context)
  if (alert) {
    const { kind, children } = alert
    const type = alerts.get(kind) ?? 'admonition'
    const title: Node[] = type === 'admonition' ? [{ type: 'title', children: [{ type: 'text', value: 'Note', position }], position }] : []
    const classes = type === 'admonition' ? { classes: ['admonition-note'] } : {}
    return [{ type, ...classes, children: [...title, ...context.blocksOf(children)], position }]
  }
  return [{ type: 'block_quote', children: withAttribution(context.blocksOf(node.children), node, context), position }]
}

/** The alert's kind, and the quote without its mark. */
function alertOf({ children }: Blockquote, context: MarkdownContext): { kind: string; children: Blockquote['children'] } | undefined {
  const [first, ...others] = children
  const text = first?.type === 'paragraph' ? first.children[0] : undefined
  if (first?.type !== 'paragraph' || text?.type !== 'text' || !writtenText(text, context).startsWith('[')) return undefined
  const match = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?:\n|$)/i.exec(text.value)
  if (!match || (first.children.length > 1 && match[0].length === text.value.length && !match[0].endsWith('\n'))) return undefined
  const value = text.value.slice(match[0].length)
  const rest: MdastParagraph['children'] = [...(value ? [{ ...text, value }] : []), ...first.children.slice(1)]
  return { kind: (match[1] ?? '').toUpperCase(), children: rest.length > 0 ? [{ ...first, children: rest }, ...others] : others }
}

const dash = /^(?:---?(?!-)|\u2014) *(?=\S)/

function withAttribution(nodes: Node[], { children: written }: Blockquote, context: MarkdownContext): Node[] {
  const last = nodes.at(-1)
  const text = last?.type === 'paragraph' && nodes.length > 1 ? last.children[0] : undefined
  const mark = text?.type === 'text' ? dash.exec(text.value) : null
  const paragraph = written.at(-1)
  if (last?.type !== 'paragraph' || text?.type !== 'text' || !mark || !paragraph || !dash.test(writtenText(paragraph, context)))
    return nodes
  const children = [{ ...text, value: text.value.slice(mark[0].length) }, ...last.children.slice(1)]
  return [...nodes.slice(0, -1), { ...last, type: 'attribution', children }]
}
