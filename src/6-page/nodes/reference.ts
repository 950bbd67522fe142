import { readAddress } from '../../formats/addresses.ts'
import { element } from '../hast.ts'
import { attributesOf, type Handlers } from './context.ts'

export const referenceHandlers: Handlers<'reference' | 'target' | 'substitution_reference'> = {
  reference: (node, context) => {
    const children = context.render(node.children, context)
    const href = node.refid !== undefined ? context.targets.hrefTo(node.refid) : node.refuri
    // A reference that leads nowhere is reported where it is resolved; its text stays.
    if (href === undefined || (context.safe && runs(href))) return children
    const title = typeof node.data?.['title'] === 'string' ? { title: node.data['title'] } : {}
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

const runs = (href: string): boolean => /^(?:javascript|vbscript|data)$/.test(readAddress(href).scheme)
