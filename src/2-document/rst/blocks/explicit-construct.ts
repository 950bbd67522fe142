import type { Line } from '../../../1-source/source.ts'
import type { ParseContext } from '../../syntax/context.ts'
import type { BlockResult } from './construct.ts'

/** Reads what begins at column `start` of `lines[index]`, after `.. `; undefined if it is something else. */
export type ExplicitConstruct = (lines: readonly Line[], index: number, start: number, context: ParseContext) => ExplicitResult | undefined

export interface ExplicitResult extends BlockResult {
  readonly blankFinish: boolean
  /** Lines were read in its place: the run of explicit markup ends there, for docutils puts blank lines around them. */
  readonly isInsertion?: boolean
}
