import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Matrix, transformPoint } from '../../src/formats/geometry.ts'
import { boundsOfPath } from '../../src/formats/path-data/bounds.ts'
import { readPath } from '../../src/formats/path-data/read-path.ts'
import { lengthOf, pointOn } from '../../src/formats/path-data/segments.ts'

const length = (data: string) => readPath(data).segments.reduce((sum, segment) => sum + lengthOf(segment), 0)

describe('length', () => {
  it.each([
    ['M0,0 L3,4', 5],
    ['m1 1 3 4 0 5', 10],
    ['M0,0h3v4z', 12],
    ['M0,0 A10,10 0 0 1 20,0', 10 * Math.PI],
    ['M0 0a10,10 0 1110,10', 15 * Math.PI],
    ['M0,0 A1,1 0 0 0 20,0', 10 * Math.PI],
    ['M0,0 A0,5 0 0 0 20,0', 20],
    ['M5,5 A3,4 0 0 0 5,5', 0],
    ['M0,0 C0,0 10,0 10,0', 10],
    // Half an ellipse with half axes 2 and 1: complete elliptic integral, 2 · 2 · E(√3/2).
    ['M0,0 A2,1 0 0 1 4,0', 4.844224110273838],
    // The parabola y = x²: (2√5 + asinh 2) / 4.
    ['M0,0 Q0.5,0 1,1', (2 * Math.sqrt(5) + Math.asinh(2)) / 4],
    ['M-.5.5L1e1-1.5E0', Math.hypot(10.5, 2)],
    ['M0,0 Q0,10 10,10 T20,20', 32.46450480280461],
    ['M0,0 C0,10 10,10 10,0 S 20,-10 20,0', 40],
  ])('%s', (data, expected) => {
    expect(length(data)).toBeCloseTo(expected, 8)
  })
})

describe('mistakes', () => {
  it.each([
    ['L 0 0 5', 7, ''],
    ['M0,0 X5', 5, 'X5'],
    ['5,5', 0, '5,5'],
    ['M0,0 z 5', 7, '5'],
    ['M0,0 a5,5 0 2 1 5,5', 12, '2'],
  ])('%s', (data, index, text) => {
    expect(readPath(data).mistake).toEqual({ index, text })
  })
})

describe('the box around a path', () => {
  it.each([
    ['M10,20 L30,5', '10 5 20 15'],
    ['M0,0 C0,10 10,10 10,0', '0 0 10 7.5'],
    ['M0,0 Q5,10 10,0', '0 0 10 5'],
    ['M0,0 A10,10 0 0 1 20,0', '0 -10 20 10'],
    ['M0,0 A10,10 0 0 0 20,0', '0 0 20 10'],
    // Only as much as browsers draw of it.
    ['M0,0 L4,4 X L90,90', '0 0 4 4'],
    ['', 'undefined'],
  ])('of %s', (data, expected) => {
    const box = boundsOfPath(data, [1, 0, 0, 1, 0, 0])
    expect(box ? [box.x, box.y, box.width, box.height].map((value) => Number(value.toFixed(9)) || 0).join(' ') : 'undefined').toBe(expected)
  })

  it('is what a thousand points of the outline fill, under any matrix', () => {
    const place = fc.integer({ min: -50, max: 50 })
    const flag = fc.constantFrom(0, 1)
    const curve = fc.oneof(
      fc.tuple(place, place, place, place, place, place).map((numbers) => `C${numbers.join(' ')}`),
      fc.tuple(place, place, place, place).map((numbers) => `Q${numbers.join(' ')}`),
      fc.tuple(place, place).map((numbers) => `T${numbers.join(' ')}`),
      fc.tuple(fc.nat(40), fc.nat(40), place, flag, flag, place, place).map((numbers) => `a${numbers.join(' ')}`),
    )
    const factor = fc.double({ min: -3, max: 3, noNaN: true })
    fc.assert(
      fc.property(fc.array(curve, { minLength: 1, maxLength: 3 }), fc.tuple(factor, factor, factor, factor), (curves, [a, b, c, d]) => {
        const data = `M3,4${curves.join('')}`
        const matrix: Matrix = [a, b, c, d, 7, 11]
        const points = readPath(data).segments.flatMap((segment) =>
          Array.from({ length: 1001 }, (_, index) => transformPoint(matrix, pointOn(segment, index / 1000))),
        )
        const box = boundsOfPath(data, matrix) ?? { x: 0, y: 0, width: 0, height: 0 }
        const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
        expect(Math.abs(box.x - Math.min(...xs))).toBeLessThan(0.01)
        expect(Math.abs(box.y - Math.min(...ys))).toBeLessThan(0.01)
        expect(Math.abs(box.x + box.width - Math.max(...xs))).toBeLessThan(0.01)
        expect(Math.abs(box.y + box.height - Math.max(...ys))).toBeLessThan(0.01)
      }),
      { seed: 20, numRuns: 300 },
    )
  })
})
