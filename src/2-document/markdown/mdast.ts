import type { Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { constructs } from './constructs/registry.ts'
import { isBlank } from './lines.ts'
import type { Reading } from './micromark/reading.ts'
import type { MarkdownText } from './text.ts'

/** Text → mdast: CommonMark, and our constructs as far as the text's dialect has them. */
export function parseMdast({ text, lines }: MarkdownText, of: Omit<Reading, 'lines' | 'firstLine'>): Root {
  const reading: Reading = { ...of, lines, firstLine: lines.findIndex((line) => !isBlank(line.text)) + 1 }
  const own = constructs.filter(({ dialects }) => dialects?.includes(reading.dialect) ?? true)
  return fromMarkdown(text, {
    // Of two extensions, micromark asks the later one first.
    extensions: own.toReversed().flatMap(({ syntax }) => syntax?.(reading) ?? []),
    mdastExtensions: own.flatMap(({ mdast }) => [...(mdast ?? [])]),
  })
}
