import type { Properties } from 'hast'
import type { BulletList, EnumeratedList, ListItem } from '../../2-document/nodes.ts'
import { element, type Html } from '../hast.ts'
import { attributesOf, type Handlers, type RenderContext } from './context.ts'

const styles = { arabic: undefined, loweralpha: 'a', upperalpha: 'A', lowerroman: 'i', upperroman: 'I' } as const

const list = (tagName: 'ul' | 'ol', node: BulletList | EnumeratedList, context: RenderContext, extra: Properties = {}): Html[] => [
  element(tagName, { ...attributesOf(node, context), ...extra }, context.render(node.children, context)),
]

/** An item's first paragraph loses its `p`; so does every further one that something else parts from the last. */
function itemContent(node: ListItem, context: RenderContext): Html[] {
  return node.children.flatMap((child, index) => {
    if (child.type !== 'paragraph' || node.children[index - 1]?.type === 'paragraph') return context.render([child], context)
    const attributes = attributesOf(child, context)
    const children = context.render(child.children, context)
    return Object.keys(attributes).length > 0 ? [element('span', attributes, children)] : children
  })
}

export const listHandlers: Handlers<
  'bullet_list' | 'enumerated_list' | 'list_item' | 'definition_list' | 'definition_list_item' | 'term' | 'classifier' | 'definition'
> = {
  bullet_list: (node, context) => list('ul', node, context),
  enumerated_list: (node, context) => {
    const type = styles[node.enumtype]
    return list('ol', node, context, { ...(type ? { type } : {}), ...(node.start === undefined ? {} : { start: node.start }) })
  },
  list_item: (node, context) => [element('li', attributesOf(node, context), itemContent(node, context))],
  definition_list: (node, context) => [element('dl', attributesOf(node, context), context.render(node.children, context))],
  definition_list_item: (node, context) => {
    const classifiers = node.children.filter((child) => child.type === 'classifier')
    return node.children.flatMap((child) => {
      if (child.type === 'classifier') return []
      if (child.type !== 'term') return context.render([child], context)
      const term = [...context.render(child.children, context), ...context.render(classifiers, context)]
      return [element('dt', { ...attributesOf(node, context), ...attributesOf(child, context) }, term)]
    })
  },
  term: (node, context) => context.render(node.children, context),
  classifier: (node, context) => [element('span', attributesOf(node, context, ['classifier']), context.render(node.children, context))],
  definition: (node, context) => [element('dd', attributesOf(node, context), context.render(node.children, context))],
}
