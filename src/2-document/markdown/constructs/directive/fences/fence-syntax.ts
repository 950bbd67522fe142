import type { Line } from '../../../../../1-source/source.ts'
import type { Opening } from '../head.ts'

/** Reads what stands behind the colons, from `at` on, and where it ends. */
export type FenceSyntax = (line: Line, at: number) => { readonly opening: Opening; readonly end: number } | undefined

export function skipBlanks(text: string, start: number): number {
  let at = start
  while (text[at] === ' ' || text[at] === '\t') at++
  return at
}

const name = /[A-Za-z][\w+.-]*/y

/** The directive's name at `at`, or nothing. */
export function nameAt(text: string, at: number): string {
  name.lastIndex = at
  return name.exec(text)?.[0] ?? ''
}
