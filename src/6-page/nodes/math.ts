import type { Text } from '../../2-document/nodes.ts'
import { element } from '../hast.ts'
import { attributesOf, type Handlers } from './context.ts'

const source = (children: readonly Text[]) => children.map((child) => child.value).join('')

export const mathHandlers: Handlers<'math' | 'math_block'> = {
  math: (node, context) => [
    element('span', attributesOf(node, context, ['math']), context.formulas.render(source(node.children), false, node.position)),
  ],
  math_block: (node, context) => [
    element('div', attributesOf(node, context, ['math-block']), context.formulas.render(source(node.children), true, node.position)),
  ],
}
