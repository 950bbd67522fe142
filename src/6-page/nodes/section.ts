import type { Properties } from 'hast'
import type { Section, Title } from '../../2-document/nodes.ts'
import { element, type Html } from '../hast.ts'
import { attributesOf, type Handlers, type RenderContext } from './context.ts'

const deepest = 6

const heading = (title: Title, attributes: Properties, context: RenderContext, anchors: readonly Html[] = []) =>
  element(`h${Math.min(Math.max(context.depth, 1), deepest)}`, attributes, anchors, context.render(title.children, context))

/** Within the heading: before it they would take its place as the slide's first child, which style sheets select. */
const anchorsOf = (section: Section, { targets }: RenderContext): Html[] =>
  targets.furtherIdsOf(section).map((id) => element('span', { id }))

/** Sections leave no element of their own; the title carries the section's id, as Hovercraft has it. */
export const sectionHandlers: Handlers<'section' | 'title' | 'subtitle' | 'rubric' | 'document' | 'transition'> = {
  section: (node, context) => {
    const inner = { ...context, depth: context.depth + 1 }
    return node.children.flatMap((child) =>
      child.type === 'title'
        ? [heading(child, { ...attributesOf(child, inner), ...attributesOf(node, inner) }, inner, anchorsOf(node, inner))]
        : context.render([child], inner),
    )
  },
  title: (node, context) => [heading(node, attributesOf(node, context), context)],
  subtitle: (node, context) => [element('p', attributesOf(node, context, ['subtitle']), context.render(node.children, context))],
  rubric: (node, context) => [element('p', attributesOf(node, context, ['rubric']), context.render(node.children, context))],
  document: (node, context) => context.render(node.children, context),
  transition: (node, context) => [element('hr', attributesOf(node, context, ['transition']))],
}
