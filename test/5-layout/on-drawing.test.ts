import { describe, expect, it } from 'vitest'
import { looksOf, onField, onTarget } from '../../src/3-deck/on-drawing.ts'
import type { FoundFrame } from '../../src/4-look/drawings/frames.ts'
import { diagnose } from '../../src/diagnostics/diagnostic.ts'
import { aimAttributes, readAim } from '../../src/page-contract/aim.ts'
import { brief, codes, laidOut as laidOutWith, stepsFrom } from './steps-from.ts'

/** What the frame of every part is in its drawing's own units. */
const part = { x: 1, y: 2, width: 20, height: 10 }

/** Every step's drawing has `a`, 90 × 45 px with its centre 100 px right of the step's and 50 below, and `wide`, twice that around the centre. */
const frameOf = (id: string, name: string): FoundFrame | undefined => {
  if (name === 'a') return { part, box: { x: 55, y: 27.5, width: 90, height: 45 } }
  if (name === 'wide') return { part, box: { x: -90, y: -45, width: 180, height: 90 } }
  if (name === 'unread') return undefined
  return id === 'none'
    ? diagnose('layout/no-drawing', { id })
    : diagnose('svg/unknown-layer', { name, path: 'a.svg', nearest: 'a', names: ['a'] })
}
const canvas = { width: 1000, height: 1000 }

const laidOut = (deck: string) => {
  const steps = stepsFrom(deck)
  const frames = [...looksOf(steps)].flatMap(([index, holder]) => {
    const frame = frameOf(steps[holder]?.id ?? '', onTarget(steps[index]?.placing[onField]?.value ?? '')?.name ?? '')
    return frame ? [[index, frame] as const] : []
  })
  return laidOutWith(deck, { canvas, frames: new Map(frames) })
}

/** The same notation as in lay-out.test.ts; a part that fills 90 of 1000 px at 90 % of the canvas is seen at a tenth of the scale. */
const cases: [what: string, deck: string, placements: string, diagnostics?: readonly string[]][] = [
  ['at rest', 'id=s|on=s#a', '0 0 0 | 100 50 0 / 0 0 0 / 0.1'],
  ['a wider part', 'id=s|on=s#wide', '0 0 0 | 0 0 0 / 0 0 0 / 0.2'],
  ['a step elsewhere', 'id=s;x=1000;y=7;z=-3|on=s#a', '1000 7 -3 | 1100 57 -3 / 0 0 0 / 0.1'],
  ['a scaled step', 'id=s;x=1000;scale=4|on=s#a', '1000 0 0 / 0 0 0 / 4 | 1400 200 0 / 0 0 0 / 0.4'],
  ['a turned step', 'id=s;rotate=90|on=s#a', '0 0 0 / 0 0 90 | -50 100 0 / 0 0 90 / 0.1'],
  ['a step that is edge on', 'id=s;rotate-y=90|on=s#a', '0 0 0 / 0 90 0 | 0 50 -100 / 0 90 0 / 0.1'],
  ['all at once', 'id=s;x=5;rotate-x=90;rotate=90;scale=2|on=s#a', '5 0 0 / 90 0 90 / 2 | -95 0 200 / 90 0 90 / 0.2'],
  ['its order of axes', 'id=s;rotate-order=zyx;rotate-x=90;rotate=90|on=s#a', '0 0 0 / 90 0 90 zyx | 0 100 50 / 90 0 90 / 0.1 zyx'],
  ['a later step', 'on=s#a|id=s;x=1000', '1100 50 0 / 0 0 0 / 0.1 | 1000 0 0'],
  ['a step that is on a drawing itself', 'id=s|id=t;on=s#a|on=t#a', '0 0 0 | 100 50 0 / 0 0 0 / 0.1 | 110 55 0 / 0 0 0 / 0.01'],
  ['moved, turned and scaled besides', 'id=s|on=s#a;x=r5;rotate=10;scale=1', '0 0 0 | 105 50 0 / 0 0 10'],
  ['a later step, turned and scaled', 'on=s#a|id=s;x=1000;scale=4;rotate=90', '800 400 0 / 0 0 90 / 0.4 | 1000 0 0 / 0 0 90 / 4'],
  ['scaled besides', 'id=s|on=s#a;scale=r1', '0 0 0 | 100 50 0 / 0 0 0 / 1.1'],
  ['placed by another step', 'id=s|id=t;x=50;scale=3|on=s#a;x=t+7;scale=t+1', '0 0 0 | 50 0 0 / 0 0 0 / 3 | 57 50 0 / 0 0 0 / 4'],
  ['placed by itself', 'id=s|on=s#a;x=7;rotate=9', '0 0 0 | 7 50 0 / 0 0 9 / 0.1'],
  ['the deck goes on from before', 'id=s;x=3|on=s#a|x=r10', '3 0 0 | 103 50 0 / 0 0 0 / 0.1 | 13 0 0'],
  ['and moves on as before', 'id=s;x=r9|on=s#a|', '9 0 0 | 109 50 0 / 0 0 0 / 0.1 | 18 0 0'],
  ['by default too', 'id=s|on=s#a||', '0 0 0 | 100 50 0 / 0 0 0 / 0.1 | 1600 0 0 | 3200 0 0'],
  ['from the first step', 'on=s#a|id=s|', '100 50 0 / 0 0 0 / 0.1 | 0 0 0 | 1600 0 0'],
  ['unless it is named', 'id=s|id=t;on=s#a|x=t+1;scale=t', '0 0 0 | 100 50 0 / 0 0 0 / 0.1 | 101 0 0 / 0 0 0 / 0.1'],
  ['two looks at the same', 'id=s|on=s#a|on=s#a', '0 0 0 | 100 50 0 / 0 0 0 / 0.1 | 100 50 0 / 0 0 0 / 0.1'],
  ['blanks around the sign, in a name', 'id=s|on=s # a', '0 0 0 | 100 50 0 / 0 0 0 / 0.1'],
  ['it leaves a path', 'id=s;path=M0,0 h 100||on=s#a', '0 0 0 | 3200 0 0 | 100 50 0 / 0 0 0 / 0.1'],
  ['no step', 'id=s|on=t#a', '0 0 0 | 1600 0 0', ['layout/unknown-step 2']],
  ['no group', 'id=s|on=s#b;x=5', '0 0 0 | 5 0 0', ['svg/unknown-layer 2']],
  ['no drawing', 'id=none|on=none#b;x=5', '0 0 0 | 5 0 0', ['layout/no-drawing 2']],
  ['a drawing that the page reports', 'id=s|on=s#unread;x=5', '0 0 0 | 5 0 0'],
  ['no name', 'id=s|on=s#;x=5', '0 0 0 | 5 0 0', ['layout/bad-value 2']],
  ['no sign', 'id=s|on=s;x=5', '0 0 0 | 5 0 0', ['layout/bad-value 2']],
  ['nothing', 'id=s|on=;x=5', '0 0 0 | 5 0 0', ['layout/empty-value 2']],
]

describe('a step on another step’s drawing', () => {
  it.each(cases)('%s', (_, deck, placements, diagnostics = []) => {
    const result = laidOut(deck)
    expect(result.placements.map(brief).join(' | ')).toBe(placements)
    expect(codes(result.diagnostics)).toEqual(diagnostics)
  })

  it.each([
    ['on=s#a', { x: 0, y: 0, z: 0, scale: 0 }],
    ['on=s#a;x=r5;scale=r0.2', { x: 5, y: 0, z: 0, scale: 0.2 }],
    ['on=s#a;x=7;y=s+3', { z: 0, scale: 0 }],
  ])('tells the player what of its place is the drawing’s: %s', (look, by) => {
    const [holder, step] = laidOut(`id=s|${look}`).placements
    expect(holder).not.toHaveProperty('aim')
    expect(step?.aim).toEqual({ holder: 's', part, by })
    const attributes = step?.aim ? aimAttributes(step.aim) : {}
    expect(readAim((name) => attributes[name] ?? null)).toEqual(step?.aim)
  })

  it.each(['id=s;on=s#a', 'id=s;on=t#a|id=t;on=s#a', '|id=s;on=t#a||id=t;on=u#a|id=u;on=s#a'])('a ring is said once: %s', (deck) => {
    const result = laidOut(deck)
    const rings = result.diagnostics.filter(({ code }) => code === 'layout/cycle')
    expect(rings).toHaveLength(1)
    expect(rings[0]?.message).toContain('data-on')
    for (const { x, y, z, scale } of result.placements) expect([x, y, z, scale].every(Number.isFinite)).toBe(true)
  })
})
