import type { Link, LinkReference } from 'mdast'
import type { Inline, Reference } from '../../nodes.ts'
import { type MarkdownContext, placeOf, writtenText } from '../context.ts'
import { slideLink } from '../deck/reveal-stacks.ts'
import { withoutLinks } from './address.ts'
import { withoutEdges } from './without-edges.ts'

/** Links, `<url>` and bare URLs; `#id` leads to a step or to anything with that id. */
export const link = (node: Link, context: MarkdownContext): readonly Inline[] => reference(node, node.url, node.title, context)

/** The parser makes one only where the definition is known. */
export function linkReference(node: LinkReference, context: MarkdownContext): readonly Inline[] {
  const definition = context.definitions.get(node.identifier)
  if (!definition) return [{ type: 'text', value: writtenText(node, context), position: placeOf(node, context) }]
  return reference(node, definition.url, definition.title, context)
}

const reference = (
  node: Link | LinkReference,
  refuri: string,
  title: string | null | undefined,
  context: MarkdownContext,
): readonly Inline[] => {
  const made: Reference = {
    type: 'reference',
    refuri: encoded(refuri),
    children: withoutEdges(withoutLinks(context.inlineOf(node.children))),
    position: placeOf(node, context),
    rawsource: writtenText(node, context),
    ...(title ? { tooltip: title } : {}),
  }
  if (slideLink.test(refuri)) context.slides.leads(made)
  return [made]
}

/** What may not stand in a URL, percent-encoded (CommonMark's own renderers do so); what is encoded already stays. */
const encoded = (url: string): string =>
  url.replace(/%(?![\dA-Fa-f]{2})|[^!#$%&-;=?-Z_a-z~]+/g, (text) => encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd')))
