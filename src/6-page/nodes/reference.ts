import { payAgain } from '../../1-source/budget.ts'
import type { Reference } from '../../2-document/nodes.ts'
import { diagnose } from '../../diagnostics/diagnostic.ts'
import { harmlessLink, short } from '../../formats/addresses.ts'
import { element } from '../hast.ts'
import { attributesOf, type Handlers, type RenderContext } from './context.ts'

export const referenceHandlers: Handlers<'reference' | 'target' | 'substitution_reference'> = {
  reference: (node, context) => {
    const children = context.render(node.children, context)
    const href = node.refid !== undefined ? context.targets.hrefTo(node.refid) : addressOf(node, context)
    // A reference that leads nowhere is reported where it is resolved; its text stays.
    if (href === undefined || !isAffordable(href, node, context)) return children
    const title = node.tooltip === undefined ? {} : { title: node.tooltip }
    return [element('a', { href, ...title, ...attributesOf(node, context) }, children)]
  },
  // A target before a block has handed its ids to the block; one inside a text keeps them; one that is an address is nowhere to go to.
  target: (node, context) => {
    const children = context.render(node.children, context)
    if (node.refuri !== undefined) return children
    const attributes = attributesOf(node, context)
    return attributes['id'] === undefined ? children : [element('span', attributes, children)]
  },
  substitution_reference: (node, context) => context.render(node.children, context),
}

/** An address is written once, and stands in the page as often as something leads there. */
function isAffordable(address: string, { position }: Reference, { tools }: RenderContext): boolean {
  const bytes = address.length
  return bytes < worthCounting || payAgain(tools, [`link ${address}`, bytes], { bytes, name: `links to ${short(address)}` }, position)
}

const worthCounting = 500

/** Of another page; a stranger's link goes through the gate that links in raw HTML go through. */
function addressOf({ refuri, position }: Reference, { safe, report }: RenderContext): string | undefined {
  if (refuri === undefined || !safe) return refuri
  const address = harmlessLink(refuri)
  if (address === undefined) report(diagnose('page/link-not-safe', { url: short(refuri) }, position))
  return address
}
