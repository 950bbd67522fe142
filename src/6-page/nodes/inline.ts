import type { NodeOf } from '../../2-document/nodes.ts'
import { element, type Html, text } from '../hast.ts'
import { attributesOf, type Handler, type Handlers, type RenderContext } from './context.ts'

type Simple = 'emphasis' | 'strong' | 'abbreviation' | 'acronym' | 'superscript' | 'subscript'

const wrap =
  (tagName: string): Handler<Simple> =>
  (node, context) => [element(tagName, attributesOf(node, context), context.render(node.children, context))]

/** What a role of `<html-roles.txt>` stands for; the class of that name says nothing more (docutils: html5_polyglot). */
const asElement = (htmlElement: string, node: NodeOf<'inline' | 'literal'>, context: RenderContext): Html[] => {
  const { className, ...others } = attributesOf(node, context)
  const classes = Array.isArray(className) ? className.filter((name) => name !== htmlElement) : []
  const attributes = classes.length > 0 ? { ...others, className: classes } : others
  return [element(htmlElement, attributes, context.render(node.children, context))]
}

/** Bare text unless the author gave it a class or a link leads to it. */
const bare: Handler<'title_reference' | 'generated' | 'inline'> = (node, context) => {
  const attributes = attributesOf(node, context)
  const children = context.render(node.children, context)
  return Object.keys(attributes).length > 0 ? [element('span', attributes, children)] : children
}

export const inlineHandlers: Handlers<
  Simple | 'title_reference' | 'generated' | 'inline' | 'line_number' | 'literal' | 'problematic' | 'text'
> = {
  text: (node) => [text(node.value)],
  emphasis: wrap('em'),
  strong: wrap('strong'),
  abbreviation: wrap('abbr'),
  acronym: wrap('abbr'),
  superscript: wrap('sup'),
  subscript: wrap('sub'),
  title_reference: bare,
  generated: bare,
  inline: (node, context) => (node.htmlElement ? asElement(node.htmlElement, node, context) : bare(node, context)),
  line_number: (node) => [element('span', { className: ['ln'] }, node.number)],
  // Hovercraft's element, which its decks' styles select.
  literal: (node, context) =>
    node.htmlElement
      ? asElement(node.htmlElement, node, context)
      : [element('tt', attributesOf(node, context), context.code.inline(node, context))],
  problematic: (node, context) => [element('span', attributesOf(node, context, ['problematic']), context.render(node.children, context))],
}
