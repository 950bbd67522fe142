import type { FieldValue, Step } from '../../src/3-deck/deck.ts'
import { type LayoutOptions, layOut } from '../../src/5-layout/lay-out.ts'
import type { Placement } from '../../src/5-layout/placement.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import type { Position } from '../../src/diagnostics/position.ts'

/** Steps from one line: `id: fields; fields | fields |`, each field `x=r100`; a name without its `data-`. */
export function stepsFrom(deck: string): Step[] {
  return deck.split('|').map((text, index) => {
    const placing: Record<string, FieldValue> = {}
    let id = `step-${index + 1}`
    for (const field of text.split(';').map((part) => part.trim())) {
      const [, name, value] = /^([\w-]+)=(.*)$/.exec(field) ?? []
      if (name === undefined || value === undefined) continue
      if (name === 'id') id = value
      else placing[name === 'path' ? 'hovercraft-path' : `data-${name}`] = { value, position: lineOf(index + 1) }
    }
    return { id, level: 1, classes: [], placing, attributes: {}, content: [], presses: [], notes: [], position: lineOf(index + 1) }
  })
}

/** A made-up place: the step's number is the line. */
const lineOf = (line: number): Position => {
  const point = { line, column: 1, offset: 0 }
  return { start: point, end: point, source: 'deck.rst' }
}

export interface LaidOut {
  readonly placements: readonly Placement[]
  readonly diagnostics: readonly Diagnostic[]
}

export function laidOut(deck: string, options: LayoutOptions = { canvas: { width: 1024, height: 768 } }): LaidOut {
  const diagnostics: Diagnostic[] = []
  const placements = layOut(stepsFrom(deck), options, (diagnostic) => diagnostics.push(diagnostic))
  return { placements, diagnostics }
}

/** `code line` of each diagnostic, to be compared at a glance. */
export const codes = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.map(({ code, position }) => `${code} ${position?.start.line ?? '-'}`)

/** x y z / rotateX rotateY rotateZ / scale, with what is at rest left out: `1600`, `0 5`, `0 0 0 / 0 0 90`. */
export function brief({ x, y, z, rotateX, rotateY, rotateZ, scale, rotateOrder }: Placement): string {
  const groups = [[x, y, z].join(' '), [rotateX, rotateY, rotateZ].join(' '), `${scale}`]
  if (scale === 1) groups.pop()
  if (groups.length === 2 && groups[1] === '0 0 0') groups.pop()
  return groups.join(' / ') + (rotateOrder ? ` ${rotateOrder}` : '')
}
