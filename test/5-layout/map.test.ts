import { describe, expect, it } from 'vitest'
import { layoutMap } from '../../src/5-layout/map.ts'
import { layoutTable } from '../../src/5-layout/table.ts'
import { laidOut, stepsFrom } from './steps-from.ts'

const canvas = { width: 1000, height: 800 }
const map = (deck: string) => layoutMap(stepsFrom(deck), laidOut(deck).placements, canvas)

describe('table', () => {
  it('has a line for each step', () => {
    const deck = 'id=start|rotate=r-90|x=r0.12345;scale=2'
    expect(layoutTable(stepsFrom(deck), laidOut(deck).placements)).toBe(
      [
        'step  id             x  y  z  rotate-x  rotate-y  rotate-z  scale  line',
        '   1  start          0  0  0         0         0         0      1     1',
        '   2  step-2      1600  0  0         0         0       -90      1     2',
        '   3  step-3  1600.123  0  0         0         0      -180      2     3',
        '',
      ].join('\n'),
    )
  })
})

describe('map', () => {
  it('shows a deck in the plane from the front, each step as its card', () => {
    const svg = map('|x=2000;y=500;rotate-z=90')
    expect(svg).toContain('<polygon points="-500,-400 500,-400 500,400 -500,400"><title>1: step-1</title></polygon>')
    expect(svg).toContain('<polygon points="2400,0 2400,1000 1600,1000 1600,0"><title>2: step-2</title></polygon>')
    expect(svg).toContain('<polyline points="0,0 2000,500"')
  })

  it('draws the farther card first', () => {
    const titles = [...map('z=100|z=-100|z=0').matchAll(/<title>(\d): /g)].map(([, number]) => number)
    expect(titles).toEqual(['2', '3', '1'])
  })

  it('gives steps on one place one label', () => {
    expect([...map('x=0|x=r0||x=900|x=0').matchAll(/<text[^>]*>([^<]*)/g)].map(([, label]) => label)).toEqual(['1–3, 5', '4'])
  })

  it('escapes ids, and is a drawing for an empty deck too', () => {
    expect(map('id=a<b&c')).toContain('<title>1: a&lt;b&amp;c</title>')
    expect(layoutMap([], [], canvas)).toMatch(/^<svg [\s\S]*<\/svg>\n$/)
  })
})
