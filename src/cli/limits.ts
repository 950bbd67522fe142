import { dirname } from 'node:path'
import { type Limits, safeGround, sourcesAt } from '../7-output/place.ts'
import type { CompileFlags } from './flags.ts'

/** Decks, and the files that were read for what is made of them. Paths are absolute; a deck may be '-'. */
export interface MadeOf {
  readonly decks: readonly string[]
  readonly dependencies: Iterable<string>
}

/** What a file in this folder may be written over, and under `--safe` where; a deck from standard input lies in `cwd`. */
export const limitsOf = (folder: string, { decks, dependencies }: MadeOf, { safe }: Pick<CompileFlags, 'safe'>, cwd: string): Limits => ({
  sources: sourcesAt([...decks, ...dependencies]),
  ...(safe ? { below: decks.map((deck) => safeGround(folder, deck === '-' ? cwd : dirname(deck))) } : {}),
})
