import type { Root } from 'mdast'
import { type Diagnostic, diagnose, type Report } from '../../../diagnostics/diagnostic.ts'
import type { FieldLine } from './field-line.ts'
import { canvasSizes, deckMeaning, toolOf } from './foreign-fields.ts'
import type { Flavour, Front } from './front.ts'

/** What front matter says, and Marp's directives that speak of the whole deck. */
export interface DeckFields {
  /** Under our names. */
  readonly own: FieldLine[]
  /** Marp's: for every slide from here on that has none of its own, by name. */
  readonly inherited: Map<string, FieldLine>
  readonly firstSlide: FieldLine[]
  readonly styles: FieldLine[]
  readonly decorations: { readonly kind: 'header' | 'footer'; readonly field: FieldLine }[]
  /** The level of the headings that begin slides. */
  slideLevel: string | undefined
  /** Whether every list unfolds item by item. */
  incremental: boolean
  /** Whether HTML comments are the speaker's notes. */
  commentsAreNotes: boolean
}

export function readDeckFields({ fields, flavour }: Front, report: Report): DeckFields {
  const deck: DeckFields = {
    own: [],
    inherited: new Map(),
    firstSlide: [],
    styles: [],
    decorations: [],
    slideLevel: undefined,
    incremental: false,
    commentsAreNotes: flavour !== 'plain',
  }
  for (const field of fields) addDeckField(deck, field, flavour, report)
  return deck
}

export function addDeckField(deck: DeckFields, field: FieldLine, flavour: Flavour, report: Report): void {
  const meaning = deckMeaning(field.name, field.value, flavour)
  switch (meaning) {
    case 'field':
      deck.own.push(...ownFields(field))
      return
    case 'slide':
      if (field.name.startsWith('_')) deck.firstSlide.push({ ...field, name: field.name.slice(1) })
      else if (flavour === 'marp') deck.inherited.set(field.name, field)
      else deck.firstSlide.push(field)
      return
    case 'header':
    case 'footer':
      deck.decorations.push({ kind: meaning, field })
      return
    case 'style':
      deck.styles.push(field)
      return
    case 'slide-level':
      deck.slideLevel = field.value
      return
    case 'incremental':
      deck.incremental = true
      return
    case 'comments':
      deck.commentsAreNotes = field.value === 'notes'
      return
    case 'none':
      report(noMeaning(field, flavour))
  }
}

export const noMeaning = ({ name, namePosition }: FieldLine, flavour: Flavour): Diagnostic =>
  diagnose('markdown/no-meaning', { tool: toolOf(flavour), what: `"${name}"` }, namePosition)

/** Fields of other tools that ours say in other words. */
function ownFields(field: FieldLine): FieldLine[] {
  if (field.name === 'paginate' || field.name === 'slideNumber') return [{ ...field, name: 'slide-numbers' }]
  const size = field.name === 'size' ? canvasSizes.get(field.value) : undefined
  if (size) {
    return [
      { ...field, name: 'data-width', value: size[0] },
      { ...field, name: 'data-height', value: size[1] },
    ]
  }
  return [field]
}

/** Marp's `headingDivider`, which may stand in a comment anywhere; the slides must be known before comments are read. */
export function headingDivider({ children }: Root): string | undefined {
  const comments = children.flatMap((node) => (node.type === 'html' && node.value.includes('headingDivider') ? [node.value] : []))
  return comments
    .map((comment) => /^(?:<!--)?\s*headingDivider\s*:\s*\[?\s*(\d)/m.exec(comment)?.[1])
    .findLast((level) => level !== undefined)
}
