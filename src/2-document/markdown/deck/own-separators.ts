import { type Line, positionOfLines } from '../../../1-source/source.ts'
import { type Diagnostic, diagnose } from '../../../diagnostics/diagnostic.ts'
import type { Position } from '../../../diagnostics/position.ts'
import { sliceLine } from '../../syntax/sliced-lines.ts'
import { type DialectName, toolOf } from '../dialects/names.ts'
import type { FieldLine } from './field-line.ts'
import { hasSections } from './reveal-sections.ts'
import { readLinePattern, readSeparator, type Separator } from './separator-pattern.ts'

/** What begins slides, and the speaker's notes, where a reveal.js deck names others than the tool's usual ones. */
export interface OwnSeparators {
  readonly slide: Separator
  readonly below: Separator | undefined
  /** What begins the notes, from the start of a line on. */
  readonly notes: RegExp | undefined
  /** Whether slides are divided by other lines than the usual ones. */
  readonly divides: boolean
  /** Whether the slides stand in sections of HTML. */
  readonly inSections: boolean
  readonly problems: readonly Diagnostic[]
}

/** A separator as it is named: `separator` in reveal-md's front matter, `data-separator` at a section or in a comment. */
interface Named {
  readonly name: string
  readonly value: string
  readonly position: Position
}

const attribute = /\b(data-separator(?:-vertical|-notes)?)=(?:"([^"]*)"|'([^']*)')/g

/** Undefined where the deck names none. */
export function ownSeparators(fields: readonly FieldLine[], lines: readonly Line[], dialect: DialectName): OwnSeparators | undefined {
  if (dialect !== 'reveal' && dialect !== 'reveal-md') return undefined
  const written = lines.flatMap(attributesIn)
  const named = [...fields.map(({ name, value, namePosition }) => ({ name, value, position: namePosition })), ...written]
  const find = (field: string, data: string): Named | undefined => named.find(({ name }) => name === field || name === data)
  const slide = find('separator', 'data-separator')
  const below = find('verticalSeparator', 'data-separator-vertical')
  const notes = find('notesSeparator', 'data-separator-notes')
  const inSections = hasSections(lines)
  if (!slide && !below && !notes && !inSections) return undefined
  const problems: Diagnostic[] = []
  const read = <Read>(from: Named | undefined, reader: (pattern: string) => Read | undefined): Read | undefined => {
    const found = from && reader(from.value)
    if (from && found === undefined)
      problems.push(diagnose('markdown/separator', { tool: toolOf(dialect), name: from.name, pattern: from.value }, from.position))
    return found
  }
  const [own, ownBelow, ownNotes] = [read(slide, readSeparator), read(below, readSeparator), read(notes, readLinePattern)]
  return {
    slide: own ?? { above: 0, line: /^---\s*$/, below: 0 },
    // What stands in a page that names one kind has no other (reveal.js); reveal-md's front matter leaves the other as it is.
    below:
      ownBelow ??
      (inSections || (own && written.length > 0)
        ? undefined
        : { above: 0, line: dialect === 'reveal' ? /^--\s*$/ : /^----\s*$/, below: 0 }),
    notes: ownNotes && new RegExp(`^(?:${ownNotes.source})[ \\t]*`, 'i'),
    divides: inSections || own !== undefined || ownBelow !== undefined,
    inSections,
    problems,
  }
}

function attributesIn(line: Line): Named[] {
  if (!line.text.includes('data-separator')) return []
  return [...line.text.matchAll(attribute)].map(({ index, 0: whole, 1: name = '', 2: double, 3: single }) => {
    const slice = sliceLine(line, index, index + whole.length)
    return {
      name,
      value: (double ?? single ?? '').replaceAll('&lt;', '<').replaceAll('&gt;', '>'),
      position: positionOfLines(slice, slice),
    }
  })
}
