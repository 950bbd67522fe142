import { element } from '../hast.ts'
import { attributesOf, type Handlers } from './context.ts'

/** Hovercraft's table with its two headings. */
export const optionListHandlers: Handlers<
  'option_list' | 'option_list_item' | 'option_group' | 'option' | 'option_string' | 'option_argument' | 'description'
> = {
  option_list: (node, context) => [
    element(
      'table',
      { cellPadding: '0', cellSpacing: '0', ...attributesOf(node, context, ['option-list']) },
      element('tr', {}, element('th', {}, 'Option'), element('th', {}, 'Description')),
      context.render(node.children, context),
    ),
  ],
  option_list_item: (node, context) => [element('tr', attributesOf(node, context), context.render(node.children, context))],
  option_group: (node, context) => [
    element(
      'td',
      attributesOf(node, context),
      node.children.flatMap((option) => [...context.render([option], context), element('br')]),
    ),
  ],
  option: (node, context) => context.render(node.children, context),
  option_string: (node, context) => [element('span', { className: ['option-string'] }, context.render(node.children, context))],
  option_argument: (node, context) => [
    element('span', { className: ['option-delimiter'] }, node.delimiter ?? ' '),
    element('span', { className: ['option-argument'] }, context.render(node.children, context)),
  ],
  description: (node, context) => [element('td', attributesOf(node, context), context.render(node.children, context))],
}
