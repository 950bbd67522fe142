import { describe, expect, it } from 'vitest'
import { stopsAlong } from '../../src/5-layout/along-path.ts'
import { readPath } from '../../src/formats/path-data/read-path.ts'

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
    const stops = stopsAlong(readPath(data), expected.length) ?? []
    const rounded = stops.map(({ offset, direction }) => [Math.trunc(offset.x), Math.trunc(offset.y), Number(direction.toFixed(3))])
    expect(rounded).toEqual(expected)
  })
})
