import { collapseSpace } from '../../identifiers.ts'
import { resolveEscapes } from '../../syntax/escapes.ts'
import { simpleNameEnd } from '../inline/simple-name.ts'

/**
 * What a target leads to: another reference's name (`name_`, `` `a phrase`_ ``), else an address, whose white space is dropped unless it is
 * escaped. `lines` have their escapes hidden (NUL); the address is empty for an internal target.
 */
export function targetDestination(lines: readonly string[]): { refname: string } | { refuri: string; refname?: undefined } {
  if (lines.at(-1)?.trimEnd().endsWith('_')) {
    const refname = referenceName(collapseSpace(lines.join(' ')))
    if (refname !== undefined) return { refname: resolveEscapes(refname) }
  }
  const parts = lines.join(' ').split(/\0[ \n]/)
  return { refuri: parts.map((part) => resolveEscapes(part).replace(/[\s\x1c-\x1f\x85]+/g, '')).join(' ') }
}

function referenceName(text: string): string | undefined {
  if (simpleNameEnd(text, 0) === text.length - 1 && text.length > 1) return text.slice(0, -1)
  if (!text.startsWith('`') || !text.endsWith('`_') || text.length < 4 || text[1] === ' ') return undefined
  return /[\s\0]$/.test(text.slice(0, -2)) ? undefined : text.slice(1, -2)
}
