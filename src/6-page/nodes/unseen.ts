import { element } from '../hast.ts'
import { attributesOf, type Handlers } from './context.ts'

const nothing = () => []

/** What a slide does not show: the compiler's own notes, and what the head of the page is made from. */
export const unseenHandlers: Handlers<
  'comment' | 'substitution_definition' | 'pending' | 'meta' | 'decoration' | 'header' | 'footer' | 'system_message'
> = {
  comment: nothing,
  substitution_definition: nothing,
  pending: nothing,
  meta: nothing,
  decoration: nothing,
  header: nothing,
  footer: nothing,
  system_message: (node, context) =>
    context.showMessages
      ? [
          element(
            'aside',
            attributesOf(node, context, ['system-message', node.kind.toLowerCase()]),
            element('p', {}, node.message),
            context.render(node.children, context),
            node.addition === undefined ? undefined : element('p', {}, node.addition),
          ),
        ]
      : [],
}
