import type { Position } from '../../../diagnostics/position.ts'
import type { Node, Section } from '../../nodes.ts'
import type { FieldLine } from './field-line.ts'

/** pandoc's first slide: the title, and under it subtitle, authors, institute and date. */
export function titleSlide(fields: readonly FieldLine[]): Section {
  const title = fields.find(({ name }) => name === 'title')
  const text = (value: string, position: Position): Node => ({ type: 'text', value, position })
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
              children: [{ type: 'text' as const, value: title.value, position: title.valuePosition }],
              position: title.valuePosition,
            },
          ]
        : []),
      ...lines.map(
        ({ name, value, valuePosition }): Node => ({
          type: 'paragraph',
          classes: [name],
          children: [text(value, valuePosition) as never],
          position: valuePosition,
        }),
      ),
    ],
    ...(title ? { position: title.valuePosition } : {}),
  }
}
