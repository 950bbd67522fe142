import type { Line } from '../../../1-source/source.ts'
import type { Position } from '../../../diagnostics/position.ts'
import { type FieldLine, readFieldLine } from '../deck/field-line.ts'
import type { Front } from '../deck/front.ts'
import { isBlank } from '../lines.ts'
import { type Dialect, type Evidence, lineOf } from './dialect.ts'
import { marp } from './marp.ts'
import { type DialectName, isDialectName } from './names.ts'
import { openLines } from './open-lines.ts'
import { pandoc } from './pandoc.ts'
import { plain } from './plain.ts'
import { quarto } from './quarto.ts'
import { reveal, sectionMark } from './reveal.ts'
import { revealMd } from './reveal-md.ts'
import { slidev } from './slidev.ts'

/** In the order of asking: what only one tool can mean comes before what several could. */
const dialects: readonly Dialect[] = [marp, slidev, plain, quarto, pandoc, revealMd, reveal]

/** A page's section stands at the top of the deck. */
const looked = 20

export interface ChosenDialect {
  readonly dialect: Dialect
  /** Absent where the deck shows no tool; it is then read as plain. */
  readonly evidence?: Evidence
  /** Whether the command or the deck names it. */
  readonly isAsked: boolean
  /** What the deck names that is no dialect. */
  readonly unknown?: FieldLine
}

/** The dialect that the command (`asked`) or the deck names, else the one that it shows: first in the front matter, then in the text. */
export function chooseDialect(front: Front, asked: DialectName | undefined, path: string): ChosenDialect {
  const field = front.fields.find(({ name }) => name === 'dialect') ?? fieldAbove(front.rest)
  const name = asked ?? field?.value
  if (name !== undefined && isDialectName(name)) return { dialect: named(name), isAsked: true }
  const unknown = field ? { unknown: field } : {}
  const ending = /\.(?:qmd|rmd)$/i.exec(path)?.[0]
  if (ending)
    return { dialect: quarto, evidence: { reason: `its name ends in "${ending}"`, position: startOf(path) }, isAsked: false, ...unknown }
  const lines = openLines(front.rest)
  const sections = lineOf(lines.slice(0, looked), sectionMark)
  if (sections) return { dialect: reveal, evidence: sections, isAsked: false, ...unknown }
  for (const dialect of dialects) {
    const evidence = dialect.inFront?.(front)
    if (evidence) return { dialect, evidence, isAsked: false, ...unknown }
  }
  for (const dialect of dialects) {
    const evidence = dialect.inText?.(lines)
    if (evidence) return { dialect, evidence, isAsked: false, ...unknown }
  }
  return { dialect: plain, isAsked: false, ...unknown }
}

const startOf = (source: string): Position => ({ start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 }, source })

const named = (name: DialectName): Dialect => dialects.find((dialect) => dialect.name === name) ?? plain

/** `:dialect: NAME` among the fields at the top of the text. */
function fieldAbove(lines: readonly Line[]): FieldLine | undefined {
  for (const line of lines) {
    const field = readFieldLine(line)
    if (field?.name === 'dialect') return field
    if (!field && !isBlank(line.text)) return undefined
  }
  return undefined
}
