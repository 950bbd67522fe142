import { element } from '../hast.ts'
import { attributesOf, type Handler, type Handlers } from './context.ts'

const division =
  (...own: string[]): Handler<'container' | 'compound'> =>
  (node, context) => [element('div', attributesOf(node, context, own), context.render(node.children, context))]

export const paragraphHandlers: Handlers<'paragraph' | 'container' | 'compound' | 'line_block' | 'line' | 'block_quote' | 'attribution'> = {
  paragraph: (node, context) => [element('p', attributesOf(node, context), context.render(node.children, context))],
  // pandoc's column as wide as it says; the others share the rest.
  container: (node, context) => {
    const sized = node.columnWidth === undefined ? {} : { style: `flex: 0 1 ${node.columnWidth}` }
    return [element('div', { ...attributesOf(node, context), ...sized }, context.render(node.children, context))]
  },
  compound: division('compound'),
  line_block: (node, context) => [element('div', attributesOf(node, context, ['line-block']), context.render(node.children, context))],
  line: (node, context) => {
    const children = context.render(node.children, context)
    const attributes = attributesOf(node, context)
    const line = Object.keys(attributes).length > 0 ? [element('span', attributes, children)] : children
    return [...line, ...Array.from({ length: context.lineBreaks }, () => element('br'))]
  },
  // The attribution follows the quotation, as Hovercraft has it.
  block_quote: (node, context) => {
    const attribution = node.children.find((child) => child.type === 'attribution')
    const rest = node.children.filter((child) => child !== attribution)
    const quote = element('blockquote', attributesOf(node, context), context.render(rest, context))
    return attribution ? [quote, ...context.render([attribution], context)] : [quote]
  },
  attribution: (node, context) => [
    element(
      'div',
      attributesOf(node, context, ['cite']),
      element('span', { className: ['cite_label'] }, 'Source: '),
      element('cite', {}, context.render(node.children, context)),
    ),
  ],
}
