import { readFileSync } from 'node:fs'

/** What may stand under an example. */
export type Kind = 'html' | 'step' | 'layout' | 'problems'

export interface Example {
  /** The heading that the example stands under, and its number there. */
  readonly name: string
  readonly rst: string
  readonly kind: Kind | undefined
  readonly expected: string
}

const block = /^```(\w+)\n([\s\S]*?)^```$/gm

/** The examples of a page: blocks of reStructuredText, each with the block that follows it if that says what comes of it. */
export function examplesOf(path: string): Example[] {
  const text = readFileSync(path, 'utf8')
  const blocks = [...text.matchAll(block)].map(({ 1: language = '', 2: content = '', index }) => ({ language, content, index }))
  const counts = new Map<string, number>()
  return blocks.flatMap(({ language, content, index }, place) => {
    if (language !== 'rst') return []
    const heading = [...text.slice(0, index).matchAll(/^#+ (.*)$/gm)].at(-1)?.[1] ?? ''
    counts.set(heading, (counts.get(heading) ?? 0) + 1)
    const next = blocks[place + 1]
    const kind = next && next.language !== 'rst' ? (next.language as Kind) : undefined
    return [{ name: `${heading} ${counts.get(heading)}`, rst: content, kind, expected: kind && next ? next.content : '' }]
  })
}
