import type { Inline, Node, Section } from '../../nodes.ts'
import { textOf } from '../../resolve/tree.ts'
import type { MarkdownContext } from '../context.ts'
import { readValue } from './decoration.ts'
import type { FieldLine } from './field-line.ts'

/** pandoc's first slide: the title, and under it subtitle, authors, institute and date. */
export function titleSlide(fields: readonly FieldLine[], context: MarkdownContext): Section {
  const title = fields.find(({ name }) => name === 'title')
  const lines = ['subtitle', 'author', 'institute', 'date'].flatMap((name) =>
    fields.filter((field) => field.name === name && field.value !== ''),
  )
  return {
    type: 'section',
    children: [
      ...(title
        ? [
            {
              type: 'title' as const,
              children: inlineIn(title, context),
              position: title.valuePosition,
            },
          ]
        : []),
      ...lines.map(
        (field): Node => ({
          type: 'paragraph',
          classes: [field.name],
          children: inlineIn(field, context),
          position: field.valuePosition,
        }),
      ),
    ],
    ...(title ? { position: title.valuePosition } : {}),
  }
}

/** A value as Markdown; what is more than a paragraph stays as it is written. */
function inlineIn(field: FieldLine, context: MarkdownContext): Inline[] {
  const nodes = readValue(field, context)
  const [only] = nodes
  return nodes.length === 1 && only?.type === 'paragraph'
    ? only.children
    : [{ type: 'text', value: field.value, position: field.valuePosition }]
}

/** A value without its marks: the page's title is no HTML. */
export const plainValue = (field: FieldLine, context: MarkdownContext): string => inlineIn(field, context).map(textOf).join('')
