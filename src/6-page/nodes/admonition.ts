import type { Admonition } from '../../2-document/nodes.ts'
import { notesClass } from '../../page-contract/names.ts'
import { element } from '../hast.ts'
import { attributesOf, type Handler, type Handlers, type RenderContext } from './context.ts'

type Kind = Admonition['type']

const titles: Record<Exclude<Kind, 'note' | 'admonition'>, string> = {
  attention: 'Attention',
  caution: 'Caution',
  danger: 'Danger',
  error: 'Error',
  important: 'Important',
  tip: 'Tip',
  hint: 'Hint',
  warning: 'Warning',
}

/** The title is an attribute that the style sheet shows: the slide's text is what the author wrote. */
const titled: Handler<Exclude<Kind, 'note' | 'admonition'>> = (node, context) => {
  const kind = node.type as keyof typeof titles
  const title = titles[kind]
  const attributes = { ...attributesOf(node, context, ['admonition', kind]), role: 'note', 'data-title': title }
  return [element('div', attributes, context.render(node.children, context))]
}

/** With a title of the author's own. */
const custom = (node: Admonition, context: RenderContext) => [
  element(
    'div',
    { ...attributesOf(node, context, ['admonition']), role: 'note' },
    node.children.flatMap((child) =>
      child.type === 'title'
        ? [element('p', attributesOf(child, context, ['admonition-title']), context.render(child.children, context))]
        : context.render([child], context),
    ),
  ),
]

export const admonitionHandlers: Handlers<Kind> = {
  attention: titled,
  caution: titled,
  danger: titled,
  error: titled,
  important: titled,
  tip: titled,
  hint: titled,
  warning: titled,
  admonition: custom,
  // The speaker's: kept in the page, hidden.
  note: (node, context) =>
    context.skipNotes ? [] : [element('div', attributesOf(node, context, [notesClass]), context.render(node.children, context))],
}
