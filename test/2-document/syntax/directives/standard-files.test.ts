import { expect, test } from 'vitest'
import type { Node } from '../../../../src/rst.ts'
import { read } from './read.ts'

/** docutils 0.23's parsers/rst/include/, without “.txt”; and how many substitutions each defines. */
const files: Readonly<Record<string, number>> = {
  'html-roles': 0,
  isoamsa: 156,
  isoamsb: 120,
  isoamsc: 23,
  isoamsn: 90,
  isoamso: 56,
  isoamsr: 185,
  isobox: 40,
  isocyr1: 67,
  isocyr2: 26,
  isodia: 14,
  isogrk1: 49,
  isogrk2: 20,
  isogrk3: 46,
  'isogrk4-wide': 43,
  isogrk4: 2,
  isolat1: 62,
  isolat2: 122,
  'isomfrk-wide': 52,
  isomfrk: 5,
  'isomopf-wide': 26,
  isomopf: 7,
  'isomscr-wide': 52,
  isomscr: 11,
  isonum: 76,
  isopub: 84,
  isotech: 162,
  mmlalias: 548,
  'mmlextra-wide': 107,
  mmlextra: 81,
  s5defs: 0,
  'xhtml1-lat1': 96,
  'xhtml1-special': 31,
  'xhtml1-symbol': 124,
}

test.each(Object.entries(files))('<%s.txt> is there, with %i substitutions', (name, count) => {
  const { document, diagnostics } = read(`.. include:: <${name}.txt>\n`)
  expect(diagnostics).toBe('')
  const { children } = document as { children: Node[] }
  const defined = children.filter(({ type }) => type === 'substitution_definition').flatMap(({ names }) => names ?? [])
  expect(new Set(defined).size).toBe(count)
})

test.each([
  ['html-roles', 'b bdi del dfn i ins kbd mark q samp small u s var'],
  ['s5defs', 'black gray silver white maroon red fuchsia huge tiny slide outline print handout incremental'],
])('<%s.txt> defines its roles', (name, roles) => {
  const uses = roles.split(' ').map((role) => `:${role}:\`x\``)
  expect(read(`.. include:: <${name}.txt>\n\n${uses.join(' ')}\n`).diagnostics).toBe('')
})
