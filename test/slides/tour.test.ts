import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'

const pathOf = (name: string): string => fileURLToPath(new URL(`../../slides/${name}`, import.meta.url))

const compileTour = (name: string) => compile({ path: pathOf(name), text: readFileSync(pathOf(name), 'utf8') }, { player: '/* player */' })

describe('the tour in both languages', async () => {
  const [rst, markdown] = await Promise.all(['tour.rst', 'tour.md'].map(compileTour))

  test('has nothing to report', () => {
    expect(rst?.diagnostics).toEqual([])
    expect(markdown?.diagnostics).toEqual([])
  })

  test('puts its steps at the same places', () => {
    expect(markdown?.placements).toEqual(rst?.placements)
  })

  test('is the same page', () => {
    expect(markdown?.page.html).toBe(rst?.page.html)
  })
})
