import type { Properties } from 'hast'
import type { Title } from '../../2-document/nodes.ts'
import { element } from '../hast.ts'
import { attributesOf, type Handlers, type RenderContext } from './context.ts'

const deepest = 6

const heading = (title: Title, attributes: Properties, context: RenderContext) =>
  element(`h${Math.min(Math.max(context.depth, 1), deepest)}`, attributes, context.render(title.children, context))

/** Sections leave no element of their own; the title carries the section's id, as Hovercraft has it. */
export const sectionHandlers: Handlers<'section' | 'title' | 'subtitle' | 'rubric' | 'document' | 'transition'> = {
  section: (node, context) => {
    const inner = { ...context, depth: context.depth + 1 }
    return node.children.flatMap((child) =>
      child.type === 'title'
        ? [heading(child, { ...attributesOf(child, inner), ...attributesOf(node, inner) }, inner)]
        : context.render([child], inner),
    )
  },
  title: (node, context) => [heading(node, attributesOf(node, context), context)],
  subtitle: (node, context) => [element('p', attributesOf(node, context, ['subtitle']), context.render(node.children, context))],
  rubric: (node, context) => [element('p', attributesOf(node, context, ['rubric']), context.render(node.children, context))],
  document: (node, context) => context.render(node.children, context),
  transition: (node, context) => [element('hr', attributesOf(node, context, ['transition']))],
}
