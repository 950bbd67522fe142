import { pay } from '../../../1-source/budget.ts'
import type { Document } from '../../nodes.ts'
import type { MarkdownContext } from '../context.ts'
import type { DeckFields } from './deck-fields.ts'
import { addDecoration, readValue } from './decoration.ts'
import type { FieldLine } from './field-line.ts'
import { type OpenSlide, putField } from './open-slide.ts'

const kinds = ['header', 'footer'] as const

/**
 * Header, footer and number as Marp's directives have them on each slide: those that are the same on all slides become the deck's, else each slide
 * gets its own. Called when no slide is open any more.
 */
export function putAround(slides: readonly OpenSlide[], deck: DeckFields, document: Document, context: MarkdownContext): void {
  const changing = kinds.filter((kind) => new Set(slides.map(({ around }) => around.get(kind)?.value ?? '')).size > 1)
  const numbered = slides.find((slide) => /^(?:true|hold)$/.test(pagination(slide)))?.around.get('paginate')
  if (numbered) deck.own.push({ ...numbered, name: 'slide-numbers', value: 'true' })
  // A slide's fields may be put before its content, which moves what stands behind it.
  for (const slide of slides.toReversed()) {
    for (const kind of changing) putDecoration(slide, kind, context)
    const number = slide.around.get('paginate') ?? numbered
    const value = pagination(slide)
    if (numbered && number && value !== 'true')
      putField(slide, { ...number, name: 'slide-number', value: /^(?:hold|skip)$/.test(value) ? value : 'none' })
  }
  for (const kind of kinds) {
    const field = slides[0]?.around.get(kind) ?? deck.inherited.get(kind)
    if (field && field.value !== '' && !changing.includes(kind)) addDecoration(document, kind, field, context)
  }
}

const pagination = ({ around }: OpenSlide): string => around.get('paginate')?.value.toLowerCase() ?? ''

/** A slide without one, among others that have one, has an empty one. */
function putDecoration(slide: OpenSlide, kind: 'header' | 'footer', context: MarkdownContext): void {
  const position = slide.holder[slide.index]?.position
  const written = slide.around.get(kind)
  if (!written && !position) return
  const field = written ?? ({ name: kind, value: '', namePosition: position, valuePosition: position } as FieldLine)
  // The same text on each slide grows with their number.
  const nodes = Math.ceil(field.value.length / 4)
  const { report, settings } = context
  const isPaid = pay({ report, ...(settings.budget ? { budget: settings.budget } : {}) }, { nodes, name: kind }, field.valuePosition)
  if (isPaid) putField(slide, { ...field, name: kind }, readValue(field, context))
}
