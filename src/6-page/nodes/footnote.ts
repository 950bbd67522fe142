import type { Citation, Footnote, Node } from '../../2-document/nodes.ts'
import { element } from '../hast.ts'
import { attributesOf, type Handlers, type RenderContext } from './context.ts'

const labelOf = (node: Footnote | Citation, context: RenderContext) => {
  const label = node.children.find((child) => child.type === 'label')
  return label?.type === 'label' ? context.render(label.children, context) : []
}

const bodyOf = (node: Footnote | Citation, context: RenderContext) =>
  context.render(
    node.children.filter((child: Node) => child.type !== 'label'),
    context,
  )

export const footnoteHandlers: Handlers<'footnote' | 'footnote_reference' | 'citation' | 'citation_reference' | 'label'> = {
  footnote: (node, context) => {
    const back = node.backrefs?.[0]
    const attributes = back === undefined ? {} : { href: context.targets.hrefTo(back), title: 'return to content' }
    const link = element('a', { className: ['footnotereturn'], ...attributes }, '#', labelOf(node, context), ': ')
    return [element('div', attributesOf(node, context, ['footnote']), link, bodyOf(node, context))]
  },
  // pandoc raises the number, which is the style sheet's.
  footnote_reference: (node, context) => {
    const number = context.render(node.children, context)
    return [
      element(
        'a',
        {
          ...attributesOf(node, context, ['footnoteref']),
          ...(node.refid === undefined ? {} : { href: context.targets.hrefTo(node.refid) }),
        },
        ...(node.classes?.includes('superscript') ? [number] : ['[', number, ']']),
      ),
    ]
  },
  // Hovercraft prints a citation as bare text; the brackets are the style sheet's, so that the text is the same.
  citation: (node, context) => {
    const back = node.backrefs?.[0]
    const label = labelOf(node, context)
    const mark = back === undefined ? label : [element('a', { href: context.targets.hrefTo(back) }, label)]
    return [
      element(
        'div',
        attributesOf(node, context, ['citation']),
        element('span', { className: ['citation-label'] }, mark),
        bodyOf(node, context),
      ),
    ]
  },
  citation_reference: (node, context) => [
    element(
      'a',
      {
        ...attributesOf(node, context, ['citationref']),
        ...(node.refid === undefined ? {} : { href: context.targets.hrefTo(node.refid) }),
      },
      context.render(node.children, context),
    ),
  ],
  label: (node, context) => context.render(node.children, context),
}
