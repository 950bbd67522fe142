import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addSuffixes, type Suffixes, sheetText, writeSuffixes } from '../../src/page-contract/copies.ts'

/** The values with the suffix put in, by name. */
function added(suffixes: Suffixes, suffix: string): Record<string, string> {
  const found: Record<string, string> = {}
  addSuffixes(writeSuffixes(suffixes), suffix, (name, add) => {
    found[name] = add(suffixes.get(name)?.value ?? '')
  })
  return found
}

describe('the suffixes of a copy', () => {
  it.each<[what: string, value: string, ends: readonly number[], written: string, added: string]>([
    ['at the end', '#a', [2], 'a', '#a~2'],
    ['before the end', 'url(#a)', [6], 'a 6', 'url(#a~2)'],
    ['several', '#a;#b', [2, 5], 'a 2 3', '#a~2;#b~2'],
    ['at the start', 'a', [0], 'a 0', '~2a'],
  ])('are written and put in: %s', (_, value, ends, written, result) => {
    const suffixes = new Map([['a', { value, ends }]])
    expect(writeSuffixes(suffixes)).toBe(written)
    expect(added(suffixes, '~2')).toEqual({ a: result })
  })

  it('stand where they were found, in whatever values', () => {
    const value = fc.string({ unit: 'binary', minLength: 1 }).chain((text) =>
      fc.record({
        value: fc.constant(text),
        ends: fc.uniqueArray(fc.nat(text.length), { minLength: 1, maxLength: 4 }).map((ends) => ends.sort((a, b) => a - b)),
      }),
    )
    const all = fc.record({ href: value, 'xlink:href': value, [sheetText]: value })
    fc.assert(
      fc.property(all, (values) => {
        const suffixes = new Map(Object.entries(values))
        const expected = Object.entries(values).map(([name, { value: text, ends }]) => {
          const pieces = [0, ...ends].map((start, index) => text.slice(start, ends[index] ?? text.length))
          return [name, pieces.join('~7')]
        })
        expect(added(suffixes, '~7')).toEqual(Object.fromEntries(expected))
      }),
      { seed: 12 },
    )
  })
})
