import { describe, expect, it } from 'vitest'
import { stopsAlong } from '../../src/5-layout/path/along.ts'
import { readPath } from '../../src/5-layout/path/read-path.ts'
import { lengthOf } from '../../src/5-layout/path/segments.ts'

const read = (data: string) => {
  const path = readPath(data)
  if (!('segments' in path)) throw new Error(`not a path: ${data}`)
  return path
}

const length = (data: string) => read(data).segments.reduce((sum, segment) => sum + lengthOf(segment), 0)

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
    expect(readPath(data)).toEqual({ index, text })
  })
})

describe('stops', () => {
  // Hovercraft 2.7 with its first step at 1600,0, less that.
  it.each([
    [
      'M0,0 C 100,0 100,100 0,100 S -100 200 0 200 Q 10 10 20 0 T 60 20 h 10 v-10 A 10 20 30 1 0 50 50 m 10 10 l 10 10',
      [
        [0, 0, 4.335],
        [230, 1065, -189.476],
        [-423, 2097, 20.565],
        [165, 160, -79.248],
        [758, 758, 44.632],
      ],
    ],
    [
      'M 0 0 A 5 5 0 0 0 10 0 A 10 5 0 0 0 20 20',
      [
        [0, 0, 82.478],
        [1082, 1211, 6.423],
        [2406, 270, -77.154],
        [682, 412, -200.159],
        [-804, 1280, -223.941],
        [-1367, 2387, -267.741],
        [-891, 3505, 46.787],
        [524, 4402, 21.722],
        [2589, 4892, 6.199],
        [4874, 4874, -5.896],
      ],
    ],
  ])('%s', (data, expected) => {
    const stops = stopsAlong(read(data), expected.length) ?? []
    const rounded = stops.map(({ offset, direction }) => [Math.trunc(offset.x), Math.trunc(offset.y), Number(direction.toFixed(3))])
    expect(rounded).toEqual(expected)
  })
})
