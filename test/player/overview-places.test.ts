import { describe, expect, it } from 'vitest'
import { type Pictured, type Place, placesOf } from '../../src/player/overview-places.ts'

const window = { width: 1280, height: 800 }

const slide = (slide: Partial<Pictured> = {}): Pictured => ({
  width: 1280,
  height: 720,
  x: 0,
  y: 0,
  scale: 1,
  isFlat: true,
  begins: false,
  ...slide,
})

/** left, top, right, bottom; px of the window. */
const boxes = (slides: readonly Pictured[], places: readonly Place[]): number[][] =>
  places.map(({ x, y, scale }, index) => {
    const [width, height] = [(slides[index]?.width ?? 0) * scale, (slides[index]?.height ?? 0) * scale]
    return [x - width / 2, y - height / 2, x + width / 2, y + height / 2]
  })

const meet = ([left = 0, top = 0, right = 0, bottom = 0]: number[], [l = 0, t = 0, r = 0, b = 0]: number[]): boolean =>
  left < r - 0.01 && l < right - 0.01 && top < b - 0.01 && t < bottom - 0.01

const pairs = (all: readonly number[][]): number => all.flatMap((one, at) => all.slice(0, at).filter((other) => meet(one, other))).length

describe('the overview', () => {
  it('has a deck as it lies, in the window, where its slides can be told apart', () => {
    const slides = [slide({ x: 5000, y: -3000 }), slide({ x: 7000, y: -3000 }), slide({ x: 7000, y: -1000, scale: 2 })]
    const places = placesOf(slides, window)
    expect(places[0]?.y).toBe(places[1]?.y)
    expect(places[1]?.x).toBe(places[2]?.x)
    expect(places[2]?.scale).toBeCloseTo(2 * (places[0]?.scale ?? 0))
    const all = boxes(slides, places)
    for (const [left = -1, top = -1, right = 1e9, bottom = 1e9] of all) {
      expect([left >= 0, top >= 0, right <= 1280, bottom <= 800]).toEqual([true, true, true, true])
    }
    expect(pairs(all)).toBe(0)
  })

  it.each<readonly [string, readonly Pictured[]]>([
    ['lie on one another', Array.from({ length: 7 }, () => slide())],
    ['are seen from their edge', Array.from({ length: 7 }, (_, index) => slide({ x: index * 1500, isFlat: index !== 3 }))],
    ['are too far from one another', Array.from({ length: 7 }, (_, index) => slide({ x: index * 90_000 }))],
    ['have no size', [slide({ width: 0, height: 0 }), slide(), slide()]],
  ])('has rows where slides %s', (_, slides) => {
    const places = placesOf(slides, window)
    const all = boxes(slides, places)
    expect(pairs(all)).toBe(0)
    for (const [left = -1, top = -1, right = 1e9, bottom = 1e9] of all)
      expect([left >= 0, top >= 0, right <= 1280, bottom <= 800]).toEqual([true, true, true, true])
    const order = places.map(({ x, y }) => y * 10_000 + x)
    expect(order).toEqual([...order].sort((a, b) => a - b))
  })

  it('begins a row with each section, below the room for its title', () => {
    const slides = Array.from({ length: 9 }, (_, index) => slide({ begins: index % 4 === 0 }))
    const places = placesOf(slides, window)
    const rows = new Set(places.map(({ y }) => y))
    expect(rows.has(places[4]?.y ?? 0) && places[4]?.x === places[0]?.x && places[8]?.x === places[0]?.x).toBe(true)
    const all = boxes(slides, places)
    expect((all[4]?.[1] ?? 0) - (all[0]?.[3] ?? 0)).toBeGreaterThanOrEqual(30)
  })

  it('goes on below the window where slides would be too small, and soon', () => {
    const slides = Array.from({ length: 1000 }, () => slide())
    const all = boxes(slides, placesOf(slides, window))
    expect(Math.min(...all.map(([left = 0, , right = 0]) => right - left))).toBeGreaterThan(100)
    expect(all.every(([left = -1, top = -1, right = 1e9]) => left >= 0 && top >= 0 && right <= 1280)).toBe(true)
    expect(pairs(all)).toBe(0)
  })
})
