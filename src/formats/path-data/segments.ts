import type { Point } from '../geometry.ts'

/** A piece of an SVG path; t runs from 0 to 1 along it. Quadratic curves are cubic ones with the same t. */
export type Segment =
  | { readonly kind: 'move'; readonly to: Point }
  | { readonly kind: 'line'; readonly from: Point; readonly to: Point }
  | { readonly kind: 'cubic'; readonly from: Point; readonly control1: Point; readonly control2: Point; readonly to: Point }
  | Arc

/** An elliptical arc by its centre (SVG 1.1, appendix F.6); angles in radians. */
interface Arc {
  readonly kind: 'arc'
  readonly center: Point
  readonly radiusX: number
  readonly radiusY: number
  /** Of the ellipse's x axis against the plane's. */
  readonly tilt: number
  readonly start: number
  readonly sweep: number
}

export const add = (a: Point, b: Point): Point => ({ x: a.x + b.x, y: a.y + b.y })
const between = (a: Point, b: Point, t: number): Point => ({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t })

/** The cubic curve that is the quadratic one with this control point. */
export const quadratic = (from: Point, control: Point, to: Point): Segment => ({
  kind: 'cubic',
  from,
  control1: between(from, control, 2 / 3),
  control2: between(to, control, 2 / 3),
  to,
})

export function pointOn(segment: Segment, t: number): Point {
  switch (segment.kind) {
    case 'move':
      return segment.to
    case 'line':
      return between(segment.from, segment.to, t)
    case 'cubic': {
      const { from, control1, control2, to } = segment
      const u = 1 - t
      const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t]
      return {
        x: a * from.x + b * control1.x + c * control2.x + d * to.x,
        y: a * from.y + b * control1.y + c * control2.y + d * to.y,
      }
    }
    case 'arc': {
      const angle = segment.start + segment.sweep * t
      const [x, y] = [segment.radiusX * Math.cos(angle), segment.radiusY * Math.sin(angle)]
      const [cos, sin] = [Math.cos(segment.tilt), Math.sin(segment.tilt)]
      return { x: segment.center.x + x * cos - y * sin, y: segment.center.y + x * sin + y * cos }
    }
  }
}

export function lengthOf(segment: Segment): number {
  switch (segment.kind) {
    case 'move':
      return 0
    case 'line':
      return Math.hypot(segment.to.x - segment.from.x, segment.to.y - segment.from.y)
    case 'cubic':
    case 'arc':
      return integrate(speedOn(segment), 0, 1)
  }
}

/** |d point / dt| of a curve. */
function speedOn(segment: Segment & { kind: 'cubic' | 'arc' }): (t: number) => number {
  if (segment.kind === 'arc') {
    const { radiusX, radiusY, start, sweep } = segment
    return (t) => Math.abs(sweep) * Math.hypot(radiusX * Math.sin(start + sweep * t), radiusY * Math.cos(start + sweep * t))
  }
  const { from, control1, control2, to } = segment
  return (t) => {
    const u = 1 - t
    const [a, b, c] = [3 * u * u, 6 * u * t, 3 * t * t]
    return Math.hypot(
      a * (control1.x - from.x) + b * (control2.x - control1.x) + c * (to.x - control2.x),
      a * (control1.y - from.y) + b * (control2.y - control1.y) + c * (to.y - control2.y),
    )
  }
}

/** Gauss–Legendre nodes and weights of order 8 on [-1, 1], the positive half (Abramowitz & Stegun, table 25.4). */
const gauss: readonly (readonly [node: number, weight: number])[] = [
  [0.1834346424956498, 0.362683783378362],
  [0.525532409916329, 0.3137066458778873],
  [0.7966664774136267, 0.2223810344533745],
  [0.9602898564975363, 0.1012285362903763],
]

const deepest = 14

/** Halves the interval until both halves agree with the whole; a cusp costs `deepest` halvings at most. */
function integrate(speed: (t: number) => number, from: number, to: number, depth = 0, whole = gaussSum(speed, from, to)): number {
  const middle = (from + to) / 2
  const left = gaussSum(speed, from, middle)
  const right = gaussSum(speed, middle, to)
  const both = left + right
  if (depth >= deepest || Math.abs(both - whole) <= 1e-11 * both) return both
  return integrate(speed, from, middle, depth + 1, left) + integrate(speed, middle, to, depth + 1, right)
}

function gaussSum(speed: (t: number) => number, from: number, to: number): number {
  const [middle, half] = [(from + to) / 2, (to - from) / 2]
  let sum = 0
  for (const [node, weight] of gauss) sum += weight * (speed(middle - half * node) + speed(middle + half * node))
  return sum * half
}
