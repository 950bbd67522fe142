import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { layOut } from '../../src/5-layout/lay-out.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { deckFrom } from '../3-deck/deck-from.ts'
import { brief, codes } from './steps-from.ts'

/** Hovercraft's, px. */
const canvas = { width: 1024, height: 768 }

describe('slides/container-orchestration.rst', () => {
  it('turns once round the x axis and closes', () => {
    const { deck } = deckFrom(readFileSync(new URL('../../slides/container-orchestration.rst', import.meta.url), 'utf8'))
    const diagnostics: Diagnostic[] = []
    const placements = layOut(deck.steps, { canvas }, (diagnostic) => diagnostics.push(diagnostic))
    expect(placements.map((placement, index) => `${deck.steps[index]?.id}: ${brief(placement)}`)).toEqual([
      'step-1: 0 0 0',
      'step-2: 1600 0 0',
      'step-3: 1600 1000 -1000 / -90 0 0',
      'step-4: 3200 1000 -1000 / -90 0 0',
      'step-5: 4800 1000 -1000 / -90 0 0',
      'step-6: 4800 0 -2000 / -180 0 0',
      'arch-nodes-and-pods: 6400 0 -2000 / -180 0 0',
      'arch-kubelet: 6400 0 -2000 / -180 0 0',
      'arch-master: 8000 0 -2000 / -180 0 0',
      'arch-kubectl: 8000 0 -2000 / -180 0 0',
      'step-11: 8000 -1000 -1000 / -270 0 0',
      'step-12: 8000 0 0 / -360 0 0',
      'network-manual: 9600 0 0 / -360 0 0',
      'network-manual2: 9600 0 0 / -360 0 0',
      'network-overlay: 9600 0 0 / -360 0 0',
      'network-overlay2: 9600 0 0 / -360 0 0',
      'calico: 11200 0 0 / -360 0 0',
      'step-18: 12800 0 0 / -360 0 0',
      'step-19: 14400 0 0 / -360 0 0',
    ])
    expect(codes(diagnostics)).toEqual(['layout/plus-relative 356', 'layout/plus-relative 407', 'layout/plus-relative 408'])
  })
})

describe('places in the file', () => {
  it('are exact to the column', () => {
    const { deck } = deckFrom('----\n\n:data-x: rabc\n\na\n\n----\n\n:hovercraft-path: M0,0 X 9\n\nb\n\n----\n\nc\n')
    const diagnostics: Diagnostic[] = []
    layOut(deck.steps, { canvas }, (diagnostic) => diagnostics.push(diagnostic))
    expect(
      diagnostics.map(({ code, position }) => `${position?.start.line}:${position?.start.column}-${position?.end.column} ${code}`),
    ).toEqual(['3:10-14 layout/bad-value', '9:24-25 layout/bad-path', '13:1-2 layout/steps-cover-each-other'])
  })
})
