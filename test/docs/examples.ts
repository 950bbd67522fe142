import { readFileSync } from 'node:fs'
import { blocksOf } from './blocks.ts'

/** What may stand under an example. */
export type Kind = 'html' | 'step' | 'layout' | 'presses' | 'problems'

export interface Example {
  /** The heading that the example stands under, and its number there. */
  readonly name: string
  readonly rst: string
  readonly kind: Kind | undefined
  readonly expected: string
}

/** The examples of a page: blocks of reStructuredText, each with the block that follows it if that says what comes of it. */
export function examplesOf(path: string): Example[] {
  const text = readFileSync(path, 'utf8')
  const blocks = blocksOf(text)
  const counts = new Map<string, number>()
  return blocks.flatMap(({ language, text: rst, index }, place) => {
    if (language !== 'rst') return []
    const heading = [...text.slice(0, index).matchAll(/^#+ (.*)$/gm)].at(-1)?.[1] ?? ''
    counts.set(heading, (counts.get(heading) ?? 0) + 1)
    const next = blocks[place + 1]
    const kind = next && next.language !== 'rst' ? (next.language as Kind) : undefined
    return [{ name: `${heading} ${counts.get(heading)}`, rst, kind, expected: kind && next ? next.text : '' }]
  })
}
