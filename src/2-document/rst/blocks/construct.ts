import type { Line } from '../../../1-source/source.ts'
import type { Node } from '../../nodes.ts'
import type { ParseContext } from '../../syntax/context.ts'

/** A block construct: one file, one entry in registry.ts. */
export interface BlockConstruct {
  readonly name: string
  /** The characters that it can begin with, so that it is asked only about lines which do; without them it may begin with any. */
  readonly starts?: string
  /** Reads the construct if it starts at `lines[index]`; undefined if it does not. `next` is the first line not read. */
  read(lines: readonly Line[], index: number, context: ParseContext): BlockResult | undefined
}

export interface BlockResult {
  readonly nodes: Node[]
  readonly next: number
}
