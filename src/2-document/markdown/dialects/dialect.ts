import type { RootContent } from 'mdast'
import type { Position } from '../../../diagnostics/position.ts'
import type { FieldLine } from '../deck/field-line.ts'
import type { Front } from '../deck/front.ts'
import type { DialectName } from './names.ts'
import type { OpenLine } from './open-lines.ts'

/** What begins slides in one deck. */
export interface Division {
  /** Whether a rule begins a slide, by the rule as it is written; one that does not is a line in its slide. */
  readonly isSlideRule: (written: string) => boolean
  /** Headings of this depth and above begin a slide; 0: none does. */
  readonly level: number
}

/** What shows which tool a deck was written for. */
export interface Evidence {
  /** Goes on with "because": `the front matter has "marp"`. */
  readonly reason: string
  readonly position: Position
}

/** The Markdown of one tool: how it is known, and what begins its slides. One file each, one entry in registry.ts. */
export interface Dialect {
  readonly name: DialectName
  /** What in the front matter only this tool has. */
  readonly inFront?: (front: Front) => Evidence | undefined
  /** What in the text only this tool has. */
  readonly inText?: (lines: readonly OpenLine[]) => Evidence | undefined
  /** Whether a deck with a title begins with a slide of it: always, or where headings divide the deck. */
  readonly titleSlide?: 'always' | 'byHeadings'
  /** `blocks` are those of the deck that are content; `asked` is the level that the deck or its tool's settings ask for. */
  readonly divide: (blocks: readonly RootContent[], asked: number | undefined) => Division
}

/** The first field of one of these names. */
export function fieldOf(fields: readonly Pick<FieldLine, 'name' | 'namePosition'>[], names: ReadonlySet<string>): Evidence | undefined {
  const field = fields.find(({ name }) => names.has(name))
  return field && { reason: `the front matter has "${field.name}"`, position: field.namePosition }
}

/** The first line that one of the patterns matches. */
export function lineOf(lines: readonly OpenLine[], pattern: RegExp): Evidence | undefined {
  for (const line of lines) {
    const match = pattern.exec(line.text)
    if (match) return { reason: `it has "${match[0].trim()}"`, position: line.place(match.index, match.index + match[0].length) }
  }
  return undefined
}

export const anyRule = (): boolean => true

/** A line that divides, to whichever tool. */
export const ruleMark = /^---+\s*$/
