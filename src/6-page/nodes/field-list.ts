import { element } from '../hast.ts'
import { attributesOf, type Handlers } from './context.ts'

export const fieldListHandlers: Handlers<'field_list' | 'field' | 'field_name' | 'field_body'> = {
  field_list: (node, context) => [element('dl', attributesOf(node, context, ['field-list']), context.render(node.children, context))],
  field: (node, context) => context.render(node.children, context),
  field_name: (node, context) => [element('dt', attributesOf(node, context), context.render(node.children, context))],
  field_body: (node, context) => [element('dd', attributesOf(node, context), context.render(node.children, context))],
}
