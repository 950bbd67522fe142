import { describe, expect, it } from 'vitest'
import { examplesOf } from './examples.ts'
import { outcome } from './outcome.ts'

const trimmed = (text: string): string => text.replace(/[ \t]+$/gm, '').trim()

describe('docs/syntax.md', () => {
  it.each(examplesOf('docs/syntax.md').map((example) => [example.name, example] as const))('%s', async (_, { rst, kind, expected }) => {
    const { text, codes } = await outcome(rst, kind)
    expect({ text: trimmed(text), codes }).toEqual({ text: trimmed(expected), codes: [] })
  })
})
