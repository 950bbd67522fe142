import type { Line } from '../../../1-source/source.ts'
import { bodyLine, closesLiteral, directiveLine } from './directive-line.ts'
import { headingAttributes } from './heading-attributes.ts'
import { isBlank, marginOf } from './lines.ts'
import { pause } from './pandoc-pause.ts'
import {
  closeDirective,
  type LineHere,
  type LineReader,
  type Preparation,
  type PrepareOptions,
  previousIsBlank,
  put,
  startPreparation,
  writeFences,
} from './preparation.ts'
import type { Prepared } from './prepared.ts'
import { createRegions } from './regions.ts'
import { revealNotes } from './reveal-notes.ts'
import { slideField } from './slide-fields.ts'
import { slideRule } from './slide-rule.ts'
import { clicks } from './slidev-clicks.ts'
import { codeImport } from './slidev-import.ts'
import { slot } from './slidev-slot.ts'

/** What may stand between slides and at the top of one. */
const slideStarts: readonly LineReader[] = [slideRule, slideField]

/** What may stand directly in a slide. */
const slideParts: readonly LineReader[] = [revealNotes, pause, slot, codeImport]

/** What may stand in a block too. */
const blockParts: readonly LineReader[] = [clicks, directiveLine, headingAttributes]

/** Makes a text ready for CommonMark's parser, a line after the other; see prepared.ts. */
export function prepare(lines: readonly Line[], options: PrepareOptions): Prepared {
  const preparation = startPreparation(lines, options)
  const isInRegion = createRegions()
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as Line
    if (preparation.literal) readLiteral(line, preparation.literal, preparation)
    else index += readLine(line, index, preparation, isInRegion)
  }
  if (preparation.literal) preparation.open.push(preparation.literal)
  while (preparation.open.length > 0) closeDirective(preparation, undefined)
  writeFences(preparation)
  const { rows, directives, fields, headings } = preparation
  return { rows, text: rows.map((row) => row.text).join('\n'), directives, fields, headings }
}

/** A line of a directive's body that is no Markdown. */
function readLiteral(line: Line, literal: NonNullable<Preparation['literal']>, preparation: Preparation): void {
  if (closesLiteral(line.text, literal)) {
    preparation.open.push(literal)
    preparation.literal = undefined
    closeDirective(preparation, line, marginOf(line.text))
  } else {
    literal.opening.body.push(bodyLine(line, literal.indent))
    put(preparation, literal.quotes, line)
  }
}

/** Returns how many further lines were taken. */
function readLine(line: Line, index: number, preparation: Preparation, isInRegion: (text: string) => boolean): number {
  const { text } = line
  const { open, options } = preparation
  for (const { opening, indent } of open) opening.body.push(bodyLine(line, indent))
  const isInside = isInRegion(text)
  if (isInside) {
    keepColons(text, preparation)
    preparation.begun = undefined
  }
  if (isInside || isBlank(text)) {
    put(preparation, text, line)
    preparation.wasInRegion = isInside
    return 0
  }
  const here: LineHere = { line, text, index, prefix: itemFence.exec(text)?.[0] ?? marginOf(text) }
  endWithItem(here, preparation)
  const taken =
    (options.slides && open.every(({ endsWithSlide }) => endsWithSlide) ? readSlideLine(here, preparation) : undefined) ??
    readFirst(blockParts, here, preparation)
  if (taken === undefined) put(preparation, text, line)
  preparation.wasInRegion = false
  return taken ?? 0
}

function readSlideLine(here: LineHere, preparation: Preparation): number | undefined {
  const start = readFirst(slideStarts, here, preparation)
  if (start !== undefined) return start
  preparation.begun = undefined
  return readFirst(slideParts, here, preparation)
}

function readFirst(readers: readonly LineReader[], here: LineHere, preparation: Preparation): number | undefined {
  for (const read of readers) {
    const taken = read(here, preparation)
    if (taken !== undefined) return taken
  }
  return undefined
}

/** remark-directive would take colons in code for the end of what is around the code. */
function keepColons(text: string, { open }: Preparation): void {
  const colons = /^[ \t>]*(:{3,})[ \t]*$/.exec(text)?.[1]?.length ?? 0
  const around = open.at(-1)?.opening
  if (around && colons > 0) around.height = Math.max(around.height, colons - 2)
}

/** A directive in a list item ends with the item; a quote's blank line is no end. */
function endWithItem({ text, prefix }: LineHere, preparation: Preparation): void {
  if (text.length <= prefix.length || text[prefix.length] === ':') return
  for (let last = preparation.open.at(-1); last && last.indent > prefix.length && !last.endsWithSlide; last = preparation.open.at(-1)) {
    if (!previousIsBlank(preparation)) return
    closeDirective(preparation, undefined)
  }
}

/** A directive may be the first thing in a list's item. */
const itemFence = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t][ \t>]*)+(?=:{2,}[^:])/
