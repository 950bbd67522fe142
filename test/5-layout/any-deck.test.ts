import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { axes } from '../../src/5-layout/axes.ts'
import { layOut } from '../../src/5-layout/lay-out.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { deckFrom } from '../3-deck/deck-from.ts'

/** Hovercraft's, px. */
const canvas = { width: 1024, height: 768 }

const id = fc.constantFrom('a', 'b', 'a-b', 'step-2', 'r', 'ä', 'constructor', '__proto__')
const number = fc.oneof(
  fc.integer({ min: -3000, max: 3000 }).map(String),
  fc.constantFrom('1e3', '-0.5', '1e400', '1e15', '-', '+', '1.5w', '2h', '0x1', 'NaN'),
)
const value = fc.oneof(
  number,
  number.map((text) => `r${text}`),
  fc.tuple(id, fc.constantFrom('+', '-'), number).map((parts) => parts.join('')),
  fc.string(),
)
const field = fc.oneof(
  fc
    .tuple(
      fc
        .constantFrom('x', 'y', 'z', 'rotate', 'rotate-x', 'rotate-y', 'scale', 'rel-x', 'rel-z', 'rel-rotate-y', 'rel-rotate-z')
        .map((name) => `data-${name}`),
      value,
    )
    .map(([name, text]) => `:${name}: ${text}`),
  id.map((text) => `:id: ${text}`),
  id.map((text) => `:data-rel-to: ${text}`),
  fc.constantFrom(
    ':data-rel-position: relative',
    ':data-rel-position: absolute',
    ':data-rel-reset:',
    ':data-rel-reset: all',
    ':data-rotate-order: zxy',
    ':data-rotate-order: y',
    ':hovercraft-path: M0,0 C10,0 10,10 0,10 z',
    ':hovercraft-path: m0 0 a5,3 20 0110,10 h5',
    ':hovercraft-path: M0,0',
    ':class: a b',
    ':bad name: x',
  ),
)
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.array(field, { maxLength: 4 }).map((fields) => fields.join('\n')) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '----',
      '====',
      'A\n=',
      'B\n-',
      'Step 2\n------',
      '.. note:: n',
      '* a',
      '.. class:: substep\n\n* b',
      'text',
      '.. header:: h',
    ),
  },
  { weight: 1, arbitrary: fc.string() },
)

/** What holds for every deck, however wrong: nothing throws, every step has an id of its own and a place. */
describe('any deck', () => {
  it('has steps with ids of their own, each at a finite place', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const { deck, diagnostics } = deckFrom(pieces.join('\n\n'))
        const reported: Diagnostic[] = [...diagnostics]
        const placements = layOut(deck.steps, { canvas }, (diagnostic) => reported.push(diagnostic))
        expect(placements).toHaveLength(deck.steps.length)
        expect(new Set(deck.steps.map((step) => step.id)).size).toBe(deck.steps.length)
        for (const placement of placements) {
          for (const { axis } of axes) expect(Number.isFinite(placement[axis])).toBe(true)
          expect(placement.scale).toBeGreaterThan(0)
        }
        for (const { code, position } of reported) if (/^(deck|layout)\//.test(code)) expect(position?.source).toBe('deck.rst')
      }),
      { seed: 20_241, numRuns: 300 },
    )
  })
})
