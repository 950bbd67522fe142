import type { Document, Node } from '../../2-document/nodes.ts'
import { printMarkdown } from '../../2-document/print-markdown.ts'
import type { Deck, Step } from '../../3-deck/deck.ts'
import { slideTitle } from '../../3-deck/slide-title.ts'

/** The presenter's notes as Markdown: a heading for each of these slides (from 0), with its number and title, and below it what is to be said. */
export function printNotes(deck: Deck, document: Document, slides: readonly number[]): string {
  const parts = slides.flatMap((slide) => {
    const step = deck.steps[slide]
    return step ? [`## ${`${slide + 1}. ${heading(slideTitle(step.content))}`.trim()}`, ...notesOf(step, document)] : []
  })
  return `${[...(deck.title ? [`# ${heading(deck.title)}`] : []), ...parts].join('\n\n')}\n`
}

/** Text that means nothing but itself in Markdown. */
const heading = (text: string): string => text.replace(/[\\`*_[\]<>#&]/g, '\\$&')

function notesOf({ notes, position }: Step, document: Document): string[] {
  if (notes.length === 0) return []
  // What stands before the first slide would be the deck's front matter.
  const children: Node[] = [{ type: 'transition', position, children: [] }, ...notes.flatMap(({ content }) => content)]
  const text = printMarkdown({ ...document, children }, () => undefined).replace(/^---\n+/, '')
  // What Markdown has no words for is readable as it is.
  return [text.replace(/^(:{3,})rst\n([\s\S]*?)\n\1$/gm, '$2').trim()].filter(Boolean)
}
