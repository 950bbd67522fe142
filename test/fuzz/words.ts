import type { Random } from './random.ts'

/** Names that every object inherits: a look-up by an author's word must not find them. */
const inherited = [...Object.getOwnPropertyNames(Object.prototype), 'prototype', 'length', 'name', 'then']

const plain = [
  'a',
  'b',
  'node1',
  'Text',
  'x-y',
  'two words',
  'über',
  '漢字',
  'ẞ',
  'İ',
  'ﬁ',
  '🎉',
  'A_b',
  '10',
  'x.png',
  'r',
  'true',
  'no',
  'null',
]

/** What a text can hold that is no letter: ends of lines, marks of order, halves of characters, blanks of all kinds. */
const odd = [
  '\0',
  '\ufeff',
  '\u2028',
  '\u202e',
  '\ud83d',
  '\udc00',
  '\x85',
  '\xa0',
  '\u200b',
  '\f',
  '\v',
  '\t',
  '\r',
  '\r\n',
  '\x1c',
  '\u0301',
  '\\',
  '',
]

const numbers = [
  '0',
  '1',
  '-1',
  '1.5',
  '1e3',
  '1e999',
  '-0',
  '.5',
  '5.',
  '+3',
  '0x10',
  'NaN',
  'Infinity',
  '９',
  '99999999999999999999',
  '1_000',
  '50%',
  '3px',
  '2em',
  '1w',
  '2h',
]

export const word = (random: Random): string => {
  const kind = random.below(20)
  if (kind < 5) return random.pick(inherited)
  if (kind < 7) return random.pick(numbers)
  return kind < 8 ? random.pick(odd) : random.pick(plain)
}

export const words = (random: Random, most = 6): string => [word(random), ...random.some(most - 1, () => word(random))].join(' ')

export const number = (random: Random): string => (random.once(4) ? word(random) : random.pick(numbers))

/** Addresses, also of files that lie beside the deck. */
export const address = (random: Random): string =>
  random.pick([
    'a.svg',
    'a.svg#a',
    'b.svg',
    'c.svg',
    'a.css',
    'b.css',
    'a.html',
    'a.csv',
    'a.rst',
    'a.md',
    'a.png',
    'a.js',
    './a.svg',
    '../a.svg',
    'none.png',
    'a%20b.png',
    'a b.png',
    'x.png?y#z',
    '#a',
    '#step-1',
    '#',
    '',
    '//x.example/a',
    'https://x.example/a.png',
    'javascript:a',
    'data:,a',
    'data:image/png;base64,AA==',
    'data:image/svg+xml,<svg/>',
    'mailto:a@b.c',
    'file:///etc/passwd',
    '/etc/passwd',
    '%',
    '%zz',
    'http://[',
    'a:b',
    word(random),
    `${word(random)}.svg`,
  ])

/** A text with a few changes that no grammar makes: pieces lost, twice, in another place. */
export function disturbed(text: string, random: Random): string {
  let result = text
  for (let count = random.below(4); count > 0 && result !== ''; count--) {
    const at = random.below(result.length)
    const piece = result.slice(at, at + 1 + random.below(12))
    const change = random.below(5)
    if (change === 0) result = result.slice(0, at) + result.slice(at + piece.length)
    else if (change === 1) result = result.slice(0, at) + piece + result.slice(at)
    else if (change === 2) result = result.slice(0, at) + word(random) + result.slice(at)
    else if (change === 3) result = result.slice(0, at)
    else result = result.replaceAll(piece, word(random))
  }
  // A replacement of what is everywhere makes megabytes.
  return result.slice(0, 20_000)
}
