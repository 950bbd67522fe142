import type { Line, Source } from '../../1-source/source.ts'

// CommonMark, section 2.1: nothing else ends a line.
const lineEnd = /\r\n|\n|\r/g

/** A file's lines as they are: Markdown gives a meaning to tabs and to blanks at the end of a line. */
export function markdownLines(source: Source): Line[] {
  const lines: Line[] = []
  const { text } = source
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const push = (end: number): void => {
    lines.push({ text: text.slice(start, end), source, number: lines.length + 1, start, indent: 0 })
  }
  lineEnd.lastIndex = start
  for (let match = lineEnd.exec(text); match; match = lineEnd.exec(text)) {
    push(match.index)
    start = match.index + match[0].length
  }
  if (start < text.length) push(text.length)
  return lines
}

/** The blanks and marks of quotes that a line begins with. */
export const marginOf = (text: string): string => /^[ \t>]*/.exec(text)?.[0] ?? ''

/** The blanks and marks of quotes and items that a line begins with. */
export const containersOf = (text: string): string => /^(?:[ \t]|>|(?:[-*+]|\d{1,9}[.)])[ \t])*/.exec(text)?.[0] ?? ''

export const quotesIn = (prefix: string): number => prefix.match(/>/g)?.length ?? 0

export const isBlank = (text: string): boolean => !/\S/.test(text)
