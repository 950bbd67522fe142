import { element } from '../hast.ts'
import { attributesOf, type Handlers } from './context.ts'

export const literalBlockHandlers: Handlers<'literal_block' | 'doctest_block'> = {
  literal_block: (node, context) => [element('pre', attributesOf(node, context, ['highlight']), context.code.block(node, context))],
  doctest_block: (node, context) => [
    element('pre', attributesOf(node, context, ['highlight', 'code', 'pycon', 'doctest-block']), context.code.block(node, context)),
  ],
}
