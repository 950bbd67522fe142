import { describe, expect, it } from 'vitest'
import { readSlideChoice } from '../../../src/7-output/export/slide-choice.ts'

describe('--slides', () => {
  it.each<[string, number[]]>([
    ['3', [2]],
    ['3,5-7', [2, 4, 5, 6]],
    ['8-', [7, 8]],
    ['-2', [0, 1]],
    ['7, 1 - 2 ,2', [0, 1, 6]],
  ])('%s', (text, chosen) => {
    expect(readSlideChoice(text, 9)).toEqual(chosen)
  })

  it.each([
    ['', '“” names no slides: write numbers and ranges such as 3,5-7 or 9-.'],
    ['-', '“-” names no slides: write numbers and ranges such as 3,5-7 or 9-.'],
    ['two', '“two” names no slides: write numbers and ranges such as 3,5-7 or 9-.'],
    ['1,,2', '“” names no slides: write numbers and ranges such as 3,5-7 or 9-.'],
    ['0', 'There are 9 slides, but --slides says 0.'],
    ['8-10', 'There are 9 slides, but --slides says 8-10.'],
    ['5-3', 'There are 9 slides, but --slides says 5-3.'],
    ['99999999999999999999-', 'There are 9 slides, but --slides says 99999999999999999999-.'],
  ])('says what is wrong with “%s”', (text, problem) => {
    expect(readSlideChoice(text, 9)).toBe(problem)
  })
})
