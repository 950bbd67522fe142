import type { Line } from '../../../1-source/source.ts'
import { columnLine } from '../../syntax/tables/columns.ts'
import type { TableProblem } from '../../syntax/tables/text-table.ts'
import type { BlockConstruct } from '../blocks/construct.ts'
import { simpleTablePattern } from '../blocks/patterns.ts'
import { simpleRows } from './simple-rows.ts'
import { finishTable, malformedTable, tableNodes } from './text-table.ts'

const border = /^=[ =]*$/

/** A table whose columns stand under runs of `=` (docutils: states.py, isolate_simple_table). */
export const simpleTable: BlockConstruct = {
  name: 'simple table',
  starts: '=',
  read(lines, index, context) {
    if (!simpleTablePattern.test(lines[index]?.text ?? '')) return undefined
    const block = isolate(lines, index)
    const table = lines.slice(index, block.next)
    const nodes = block.problem
      ? [malformedTable(block.problem, table, context)]
      : tableNodes(simpleRows(table.map((line) => columnLine(line, 'skipped'))), table, context)
    return finishTable(nodes, lines, block.next, block.isWellEnded, context)
  },
}

interface Isolated {
  readonly next: number
  readonly isWellEnded: boolean
  readonly problem?: TableProblem
}

/** The table ends at its second border, or at the first that a blank line follows. */
function isolate(lines: readonly Line[], start: number): Isolated {
  const width = lines[start]?.text.trim().length
  let borderAt = -1
  for (let at = start + 1; at < lines.length; at++) {
    const text = lines[at]?.text ?? ''
    if (!border.test(text)) continue
    const isWellEnded = !lines[at + 1]?.text
    if (text.trim().length !== width) return { next: at + 1, isWellEnded, problem: { ...unequal, offset: at - start } }
    if (borderAt >= 0 || isWellEnded) return { next: at + 1, isWellEnded }
    borderAt = at
  }
  return borderAt >= 0
    ? { next: borderAt + 1, isWellEnded: false, problem: noBlankLine }
    : { next: lines.length, isWellEnded: true, problem: noBottom }
}

const unequal: Omit<TableProblem, 'offset'> = {
  reason: 'this border is not as long as the top one',
  advice: 'Let all borders of “=” start and end in the same columns.',
}
const noBottom: TableProblem = { reason: 'it has no bottom border', advice: 'Close it with a line like its first one.', offset: 0 }
const noBlankLine: TableProblem = {
  reason: 'its bottom border is missing, or a blank line after it',
  advice: 'Close it with a line like its first one and leave a blank line after it.',
  offset: 0,
}
