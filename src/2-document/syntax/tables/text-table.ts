import type { Line } from '../../../1-source/source.ts'

/** What grid and simple tables have in common: a table drawn in text, its cells' lines still to be parsed. */
export interface TextTable {
  readonly colwidths: readonly number[]
  readonly head: readonly (readonly TextCell[])[]
  readonly body: readonly (readonly TextCell[])[]
}

export interface TextCell {
  readonly lines: readonly Line[]
  readonly morerows: number
  readonly morecols: number
}

/** Why a drawing is no table. */
export interface TableProblem {
  readonly reason: string
  readonly advice: string
  /** The line at fault, counted from the table's first. */
  readonly offset: number
}

export const isProblem = (result: TextTable | TableProblem): result is TableProblem => 'reason' in result
