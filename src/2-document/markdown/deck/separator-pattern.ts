import { isBlank } from '../lines.ts'

/** What a pattern asks for, line by line: blank lines, a line, blank lines. */
export interface Separator {
  readonly above: number
  /** Absent where blank lines alone divide. */
  readonly line: RegExp | undefined
  readonly below: number
}

const longest = 200

/**
 * reveal.js' `^\n\n\n`, `^\r?\n---\r?\n$`, `^<!--s-->$` … as lines. Undefined for a pattern that says more: one of groups and alternatives may take
 * endless time.
 */
export function readSeparator(pattern: string): Separator | undefined {
  const isAtStart = pattern.startsWith('^')
  const isAtEnd = /(?<!\\)\$$/.test(pattern)
  const body = pattern.slice(isAtStart ? 1 : 0, isAtEnd ? -1 : undefined)
  // In YAML's double quotes `\n` is the line's end itself.
  const pieces = body
    .replace(/\((?:\?:)?((?:\\r|\r)\??(?:\\n|\n))(?:\|(?:\\n|\n))?\)/g, '$1')
    .replace(/(?:\\r|\r)\??/g, '')
    .replaceAll('\\n', '\n')
    .replace(/\n\{(\d)\}/g, (_, count: string) => '\n'.repeat(Number(count)))
    .split('\n')
  const at = pieces.findIndex((piece) => piece !== '')
  if (at < 0) {
    const above = isAtStart ? pieces.length - 1 : pieces.length - 2
    return above > 0 ? { above, line: undefined, below: 0 } : undefined
  }
  const [piece = '', ...behind] = pieces.slice(at)
  const source = isBlank(piece) || behind.some((text) => text !== '') ? undefined : lineSource(piece)
  if (source === undefined) return undefined
  return {
    above: isAtStart ? at : Math.max(0, at - 1),
    line: new RegExp(`^${isAtStart || at > 0 ? '' : '[ \\t]*'}(?:${source})\\s*$`),
    below: isAtEnd ? behind.length : Math.max(0, behind.length - 1),
  }
}

/** What a line begins with, such as `^\s*notes?:`. */
export function readLinePattern(pattern: string): RegExp | undefined {
  const source = lineSource(pattern.replace(/^\^/, '').replace(/^(?:(?:\\r|\r)\??)?(?:\\n|\n)\^?/, ''))
  const read = source === undefined ? undefined : new RegExp(source)
  return read?.test('') ? undefined : read
}

/** Characters, classes of them and how often they come: nothing is repeated but single characters, and little of that without end. */
function lineSource(pattern: string): string | undefined {
  const isPlain = /^(?:(?:\\[sdwSDWt]|\\[^A-Za-z\d]|[^\\^$*+?.()[\]{}|\n]|\.|\[[^\]\\[]+\])(?:[*+?]|\{\d{1,2}(?:,\d{0,2})?\})?\??)+$/.test(
    pattern,
  )
  const endless = pattern.match(/(?<!\\)[*+]|\{\d+,\}/g)?.length ?? 0
  return isPlain && pattern.length <= longest && endless <= 2 ? pattern : undefined
}
