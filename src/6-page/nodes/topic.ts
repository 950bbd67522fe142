import type { Node } from '../../2-document/nodes.ts'
import { element, type Html } from '../hast.ts'
import { attributesOf, type Handlers, type RenderContext } from './context.ts'

/** Titles of parts that are no sections are paragraphs of a class: they are no headings of the slide. */
const withTitles = (children: readonly Node[], kind: string, context: RenderContext): Html[] =>
  children.flatMap((child) =>
    child.type === 'title' || child.type === 'subtitle'
      ? [element('p', attributesOf(child, context, [`${kind}-${child.type}`]), context.render(child.children, context))]
      : context.render([child], context),
  )

export const topicHandlers: Handlers<'topic' | 'sidebar'> = {
  topic: (node, context) => [element('div', attributesOf(node, context, ['topic']), withTitles(node.children, 'topic', context))],
  sidebar: (node, context) => [element('aside', attributesOf(node, context, ['sidebar']), withTitles(node.children, 'sidebar', context))],
}
