import type { Line } from '../../../../../1-source/source.ts'
import type { Opening } from '../head.ts'
import { type FenceSyntax, skipBlanks } from './fence-syntax.ts'
import { generic } from './generic.ts'
import { myst } from './myst.ts'
import { pandoc } from './pandoc.ts'
import { vitepress } from './vitepress.ts'

export interface Fence {
  readonly colons: number
  readonly opening: Opening
}

/** `{name}` of MyST would be an attribute without a value in pandoc's braces. */
const syntaxes: readonly FenceSyntax[] = [myst, pandoc, generic, vitepress]

/** Reads a directive's line from `start` on, where its colons begin. Only generic directives have two colons, and then no body. */
export function readFence(line: Line, start: number): Fence | undefined {
  const { text } = line
  const colons = /^:*/.exec(text.slice(start))?.[0].length ?? 0
  const at = skipBlanks(text, start + colons)
  for (const read of colons === 2 ? [generic] : syntaxes) {
    const found = read(line, at)
    // pandoc lets colons follow, so that a box has a line of them.
    const rest = colons === 2 ? /^[ \t]*$/ : /^[ \t]*:*[ \t]*$/
    if (found && rest.test(text.slice(found.end))) return { colons, opening: found.opening }
  }
  return undefined
}
