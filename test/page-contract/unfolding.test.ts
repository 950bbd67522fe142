import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeStates, encodeStates, type Showing, type ShownParts } from '../../src/page-contract/unfolding.ts'

const state = (parts: Readonly<Record<number, Showing>>): ShownParts =>
  new Map(Object.entries(parts).map(([part, showing]) => [Number(part), showing]))

describe('the states of a drawing', () => {
  it.each<[what: string, before: ShownParts, states: readonly ShownParts[], text: string]>([
    ['nothing ever changes', state({}), [state({})], ''],
    ['a press that changes nothing', state({}), [state({}), state({})], '|'],
    ['hidden, shown and dimmed', state({}), [state({ 12: 'off', 4: 'off', 7: 'on', 0: 'dim' })], 'd0;x4,12;o7'],
    ['what is as before is not said again', state({ 4: 'off' }), [state({ 4: 'off', 5: 'on' }), state({ 4: 'on', 5: 'on' })], 'o5|o4'],
    ['back to as drawn', state({ 4: 'off' }), [state({}), state({ 4: 'dim' })], '=4|d4'],
  ])('are written and read: %s', (_, before, states, text) => {
    expect(encodeStates(before, states)).toBe(text)
    expect(decodeStates(text, before)).toEqual(states)
  })

  it('are read as they were, whatever they are', () => {
    const any = fc.uniqueArray(fc.tuple(fc.nat(30), fc.constantFrom<Showing>('on', 'off', 'dim')), { selector: ([part]) => part })
    const states = any.map((entries): ShownParts => new Map(entries))
    fc.assert(
      fc.property(states, fc.array(states, { minLength: 1, maxLength: 5 }), (before, all) => {
        expect(decodeStates(encodeStates(before, all), before)).toEqual(all)
      }),
      { seed: 12 },
    )
  })
})
