import type { Parent, PhrasingContent } from 'mdast'
import type { Construct as Syntax } from 'micromark-util-types'
import type { Footnote, Inline } from '../../nodes.ts'
import { type MarkdownContext, placeOf } from '../context.ts'
import { pandocDialects } from '../dialects/pandoc-dialects.ts'
import { referenceTo } from '../inline/footnote-reference.ts'
import { withoutEdges } from '../inline/without-edges.ts'
import { bracketed, closingPlace } from '../micromark/brackets.ts'
import { codes } from '../micromark/codes.ts'
import type { Reading } from '../micromark/reading.ts'
import type { Construct } from './construct.ts'
import { parent } from './parent.ts'

/** A footnote where it is referred to. */
interface InlineNote extends Parent {
  type: 'inlineNote'
  children: PhrasingContent[]
}

declare module 'mdast' {
  interface RootContentMap {
    inlineNote: InlineNote
  }
  interface PhrasingContentMap {
    inlineNote: InlineNote
  }
}

/** `^[A note.]` (pandoc, inline_notes). The note itself stands at the end of the slide. */
export const inlineNote: Construct = {
  name: 'inlineNote',
  dialects: pandocDialects,
  syntax: (reading) => ({ text: { [codes.caret]: note(reading) } }),
  mdast: [parent('inlineNote', (): InlineNote => ({ type: 'inlineNote', children: [] }))],
  inlines: { inlineNote: readNote },
}

const note = (reading: Reading): Syntax => ({
  name: 'inlineNote',
  tokenize(effects, ok, nok) {
    return (code) => {
      const close = closingPlace(this, 1, reading)
      return close ? bracketed(this, effects, { type: 'inlineNote', lead: 2, close, tail: 1 }, ok, nok)(code) : nok(code)
    }
  },
})

function readNote({ children, ...node }: InlineNote, context: MarkdownContext): readonly Inline[] {
  const position = placeOf(node, context)
  const name = newName(context)
  const content = withoutEdges(context.inlineOf(children))
  const footnote: Footnote = {
    type: 'footnote',
    auto: 1,
    names: [name],
    children: [{ type: 'paragraph', children: content, position }],
    position,
  }
  context.rst.names.noteExplicitTarget(footnote, footnote)
  context.slides.foot(footnote)
  return referenceTo(name, node, context)
}

/** A name that no footnote of the document has. */
function newName({ footnotes }: MarkdownContext): string {
  let number = footnotes.size + 1
  while (footnotes.has(`inline-note-${number}`)) number++
  const name = `inline-note-${number}`
  footnotes.add(name)
  return name
}
