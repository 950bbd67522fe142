import type { Line } from '../../../../1-source/source.ts'
import type { TextTable } from '../../../syntax/tables/text-table.ts'

export type Side = 'left' | 'center' | 'right' | null

/** A table that is drawn with characters. */
export interface DrawnTable extends TextTable {
  /** Of each column. */
  readonly sides: readonly Side[]
  /** How many lines it has. */
  readonly length: number
}

/** Reads the table that begins with the first of the lines; undefined where none does. */
export type ReadTable = (lines: LinesFrom) => DrawnTable | undefined

/** The line so many below the first of a block, without what stands before the block in its containers; undefined beyond the text's end. */
export type LinesFrom = (index: number) => Line | undefined
