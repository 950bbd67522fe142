import { expect, test } from 'vitest'
import { resolve } from '../../../../src/2-document/resolve/resolve.ts'
import { textOf } from '../../../../src/2-document/resolve/tree.ts'
import { parse } from '../../../../src/2-document/rst/parse.ts'

/** A moment in the formats of C's strftime, as `.. date::` writes it. */
const written = (format: string, now: Date): string => {
  const { children } = resolve(parse(`|d|\n\n.. |d| date:: ${format}\n`, { now }))
  return children[0] ? textOf(children[0]) : ''
}

// Python's time.strftime says the same of each.
test.each([
  ['2017-01-01', 'Sun 2016-W52-7 16 01 00 0 001'],
  ['2018-12-31', 'Mon 2019-W01-1 19 52 53 1 365'],
  ['2020-12-27', 'Sun 2020-W52-7 20 52 51 0 362'],
  ['2021-01-03', 'Sun 2020-W53-7 20 01 00 0 003'],
  ['2023-12-31', 'Sun 2023-W52-7 23 53 52 0 365'],
  ['2024-02-29', 'Thu 2024-W09-4 24 08 09 4 060'],
  ['2024-12-30', 'Mon 2025-W01-1 25 52 53 1 365'],
])('the weeks of %s', (day, expected) => {
  expect(written('%a %G-W%V-%u %g %U %W %w %j', new Date(`${day}T12:00:00`))).toBe(expected)
})
