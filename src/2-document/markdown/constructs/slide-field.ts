import type { TokenizeContext } from 'micromark-util-types'
import type { Node as UnistNode } from 'unist'
import type { Line } from '../../../1-source/source.ts'
import { type FieldLine, readFieldLine } from '../deck/field-line.ts'
import { codes } from '../micromark/codes.ts'
import { isAtLineStart, isInSlide, lineConstruct, type Reading } from '../micromark/reading.ts'
import type { Construct } from './construct.ts'
import { leaf } from './leaf.ts'

/** A field of the slide that begins above it, or of the deck. */
export interface SlideField extends UnistNode {
  type: 'slideField'
  field: FieldLine
}

declare module 'mdast' {
  interface RootContentMap {
    slideField: SlideField
  }
}

/** `:name: value` at the top of a slide, or of the deck. What begins the slide gets the field (deck/slides.ts). */
export const slideField: Construct = {
  name: 'slideField',
  syntax: (reading) => ({
    flow: {
      [codes.colon]: lineConstruct('slideField', reading, (line, self) =>
        isAtLineStart(self) && isInSlide(self, reading) ? fieldAtTop(line, self, reading) : undefined,
      ),
    },
  }),
  mdast: [leaf('slideField', (field: FieldLine): SlideField => ({ type: 'slideField', field }))],
}

function fieldAtTop(line: Line, self: TokenizeContext, reading: Reading): FieldLine | undefined {
  const field = readFieldLine(line)
  return field && isAtTop(self, reading) ? field : undefined
}

/** What may stand between a field and what begins its slide, and that. */
const between = new Set(['lineEnding', 'lineEndingBlank', 'linePrefix', 'whitespace', 'headingAttributes'])
const beginnings = new Set(['thematicBreak', 'atxHeading', 'slideFrontMatter', 'slideField'])

/** Whether nothing but fields and blank lines stand between the line and the beginning of its slide, or of the text. */
function isAtTop({ events, parser, now }: TokenizeContext, { firstLine }: Reading): boolean {
  const last = events.findLast(([, { type }]) => !between.has(type))?.[1]
  if (last) return beginnings.has(last.type) && parser.depths[last.start.line] === 0
  return now().line === firstLine
}
