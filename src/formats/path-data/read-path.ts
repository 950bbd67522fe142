import type { Point } from '../geometry.ts'
import { arcBetween } from './arc.ts'
import { add, quadratic, type Segment } from './segments.ts'

export interface SvgPath {
  /** Up to the mistake, if there is one: browsers draw as much (SVG 2 §9.5.4). */
  readonly segments: readonly Segment[]
  /** It ends in `z`. */
  readonly closed: boolean
  readonly mistake?: PathMistake
}

/** What could not be read: index and text in the path's data. */
export interface PathMistake {
  readonly index: number
  readonly text: string
}

/** How many numbers each command takes (SVG 1.1, 8.3). */
const argumentCounts: ReadonlyMap<string, number> = new Map(
  Object.entries<number>({ M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 }),
)

const number = /[\s,]*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)/iy
const flag = /[\s,]*([01])/y
const command = /[\s,]*([a-z])/iy

interface Pen {
  readonly at: Point
  /** Where `z` goes back to. */
  readonly start: Point
  /** The last control point, for S after C or S, and T after Q or T. */
  readonly control?: { readonly of: 'C' | 'Q'; readonly point: Point }
}

/** Reads an SVG path's data. Stops at the first mistake. */
export function readPath(data: string): SvgPath {
  const segments: Segment[] = []
  let pen: Pen = { at: { x: 0, y: 0 }, start: { x: 0, y: 0 } }
  let index = 0
  let letter: string | undefined
  const end = data.trimEnd().length
  const mistake = (): SvgPath => {
    const rest = data.slice(index)
    const skip = rest.length - rest.trimStart().length
    return { segments, closed: false, mistake: { index: index + skip, text: rest.trim().split(/\s/)[0] ?? '' } }
  }
  while (index < end) {
    command.lastIndex = index
    const found = command.exec(data)
    if (found) {
      letter = found[1] as string
      if (!argumentCounts.has(letter.toUpperCase())) return mistake()
      index = command.lastIndex
    } else if (letter === undefined || letter.toUpperCase() === 'Z') return mistake()
    // After the first pair, M goes on as L (SVG 1.1, 8.3.2).
    else if (letter.toUpperCase() === 'M') letter = letter === 'M' ? 'L' : 'l'
    const values = readArguments(data, index, letter)
    index = values.end
    if (!values.isWhole) return mistake()
    pen = draw(letter, values.numbers, pen, segments)
  }
  return { segments, closed: letter?.toUpperCase() === 'Z' }
}

function readArguments(data: string, from: number, letter: string): { numbers: number[]; end: number; isWhole: boolean } {
  const kind = letter.toUpperCase()
  const numbers: number[] = []
  let index = from
  for (let nth = 0; nth < (argumentCounts.get(kind) ?? 0); nth++) {
    // An arc's two flags need no separator: `a1,1 0 0110,0`.
    const pattern = kind === 'A' && (nth === 3 || nth === 4) ? flag : number
    pattern.lastIndex = index
    const found = pattern.exec(data)
    if (!found) return { numbers, end: index, isWhole: false }
    numbers.push(Number(found[1]))
    index = pattern.lastIndex
  }
  return { numbers, end: index, isWhole: true }
}

function draw(letter: string, numbers: readonly number[], pen: Pen, segments: Segment[]): Pen {
  const kind = letter.toUpperCase()
  const origin: Point = letter === kind ? { x: 0, y: 0 } : pen.at
  const value = (nth: number) => numbers[nth] ?? 0
  const point = (nth: number): Point => add(origin, { x: value(nth), y: value(nth + 1) })
  const mirrored = (of: 'C' | 'Q'): Point =>
    pen.control?.of === of ? { x: 2 * pen.at.x - pen.control.point.x, y: 2 * pen.at.y - pen.control.point.y } : pen.at
  const line = (to: Point): Pen => {
    segments.push({ kind: 'line', from: pen.at, to })
    return { at: to, start: pen.start }
  }
  const cubic = (control1: Point, control2: Point, to: Point): Pen => {
    segments.push({ kind: 'cubic', from: pen.at, control1, control2, to })
    return { at: to, start: pen.start, control: { of: 'C', point: control2 } }
  }
  const quadraticTo = (control: Point, to: Point): Pen => {
    segments.push(quadratic(pen.at, control, to))
    return { at: to, start: pen.start, control: { of: 'Q', point: control } }
  }
  switch (kind) {
    case 'M': {
      const to = point(0)
      segments.push({ kind: 'move', to })
      return { at: to, start: to }
    }
    case 'H':
      return line({ x: origin.x + value(0), y: pen.at.y })
    case 'V':
      return line({ x: pen.at.x, y: origin.y + value(0) })
    case 'C':
      return cubic(point(0), point(2), point(4))
    case 'S':
      return cubic(mirrored('C'), point(0), point(2))
    case 'Q':
      return quadraticTo(point(0), point(2))
    case 'T':
      return quadraticTo(mirrored('Q'), point(0))
    case 'A': {
      const to = point(5)
      const radii = { x: value(0), y: value(1), tilt: (value(2) * Math.PI) / 180 }
      const arc = arcBetween(pen.at, to, radii, value(3) === 1, value(4) === 1)
      if (arc) segments.push(arc)
      return { at: to, start: pen.start }
    }
    case 'Z':
      return line(pen.start)
    default:
      return line(point(0))
  }
}
