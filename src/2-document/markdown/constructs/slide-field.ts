import type { TokenizeContext } from 'micromark-util-types'
import type { Node as UnistNode } from 'unist'
import { type Line, positionOfLines } from '../../../1-source/source.ts'
import { sliceLine } from '../../syntax/sliced-lines.ts'
import type { FieldLine } from '../deck/field-line.ts'
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
  const field = fieldLine(line)
  return field && isAtTop(self, reading) ? field : undefined
}

const fieldPattern = /^:([A-Za-z][\w.-]*):(?:[ \t]+(\S.*?))?[ \t]*$/

/** Without a value it is a field only where the name is no emoji's. */
function fieldLine(line: Line): FieldLine | undefined {
  const match = fieldPattern.exec(line.text)
  const name = match?.[1]
  if (!match || name === undefined) return undefined
  const value = match[2] ?? ''
  if (value === '' && !name.startsWith('data-')) return undefined
  const from = value === '' ? line.text.length : line.text.indexOf(value, name.length + 2)
  const place = (start: number, end: number) => {
    const slice = sliceLine(line, start, end)
    return positionOfLines(slice, slice)
  }
  return { name, value, namePosition: place(1, 1 + name.length), valuePosition: place(from, from + value.length) }
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
