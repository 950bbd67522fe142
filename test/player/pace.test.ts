import { describe, expect, it } from 'vitest'
import { clockText, lateBy, planOf, ranUntil } from '../../src/player/pace.ts'

const slides = (...times: readonly (number | undefined | 'skip')[]) =>
  times.map((time) => ({ time: time === 'skip' ? undefined : time, isSkipped: time === 'skip' }))

describe('the plan of a talk', () => {
  it('gives slides without a time an even share of what is left', () => {
    const deck = slides(60, undefined, 'skip', undefined)
    const spans = [0, 1, 2, 3].map((at) => planOf(deck, 300, { at, pressed: 0, presses: 0 }))
    expect(spans).toEqual([
      { whole: 300, from: 0, until: 60 },
      { whole: 300, from: 60, until: 180 },
      { whole: 300, from: 180, until: 180 },
      { whole: 300, from: 180, until: 300 },
    ])
  })

  it('parts a slide’s time evenly among its presses', () => {
    const states = [0, 1, 2].map((pressed) => planOf(slides(30, 90), undefined, { at: 1, pressed, presses: 2 }))
    expect(states.map((plan) => [plan?.from, plan?.until])).toEqual([
      [30, 60],
      [60, 90],
      [90, 120],
    ])
    expect(states[0]?.whole).toBe(120)
  })

  it('is none where nobody says how long the talk takes', () => {
    expect(planOf(slides(30, undefined), undefined, { at: 0, pressed: 0, presses: 0 })).toBeUndefined()
    expect(planOf([], 60, { at: 0, pressed: 0, presses: 0 })).toBeUndefined()
  })

  it('leaves nothing where the slides take more than the talk has', () => {
    expect(planOf(slides(90, undefined), 60, { at: 1, pressed: 0, presses: 0 })).toEqual({ whole: 60, from: 90, until: 90 })
  })
})

it('one is late after the end of the span, early before its start', () => {
  const plan = { whole: 100, from: 10, until: 20 }
  expect([5, 10, 20, 27].map((seconds) => lateBy(plan, seconds))).toEqual([-5, 0, 0, 7])
})

it('a clock that is stopped keeps what it has run', () => {
  expect([ranUntil({ ran: 500 }, 9000), ranUntil({ ran: 500, since: 8000 }, 9000)]).toEqual([500, 1500])
})

it.each([
  [0, '0:00'],
  [65.9, '1:05'],
  [-65, '1:05'],
  [3725, '1:02:05'],
])('%d seconds are written %s', (seconds, text) => expect(clockText(seconds)).toBe(text))
