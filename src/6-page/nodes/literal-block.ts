import { element } from '../hast.ts'
import { attributesOf, type Handlers } from './context.ts'

export const literalBlockHandlers: Handlers<'literal_block' | 'doctest_block'> = {
  literal_block: (node, context) => {
    const lines = context.code.block(node, context)
    const content = node.htmlElement === undefined ? lines : [element(node.htmlElement, {}, lines)]
    const block = element('pre', attributesOf(node, context, ['highlight']), content)
    const caption = node.listing?.caption
    return caption === undefined ? [block] : [element('figure', { className: ['listing'] }, element('figcaption', {}, caption), block)]
  },
  doctest_block: (node, context) => [
    element('pre', attributesOf(node, context, ['highlight', 'code', 'pycon', 'doctest-block']), context.code.block(node, context)),
  ],
}
