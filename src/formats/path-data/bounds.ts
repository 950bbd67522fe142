import { type Box, type Matrix, type Point, transformPoint } from '../geometry.ts'
import { readPath } from './read-path.ts'
import type { Segment } from './segments.ts'

/** The smallest box around a path's outline under a transform; undefined where it draws nothing. What stands after a mistake is left out. */
export function boundsOfPath(data: string, matrix: Matrix): Box | undefined {
  let left = Number.POSITIVE_INFINITY
  let top = left
  let right = Number.NEGATIVE_INFINITY
  let bottom = right
  for (const segment of readPath(data).segments) {
    for (const { x, y } of outmostPoints(segment, matrix)) {
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
    }
  }
  return left <= right ? { x: left, y: top, width: right - left, height: bottom - top } : undefined
}

/** Points of a segment, as the matrix moves them, that no other of its points lies beyond; where it starts is the end of the one before. */
function outmostPoints(segment: Segment, matrix: Matrix): Point[] {
  switch (segment.kind) {
    case 'move':
    case 'line':
      return [transformPoint(matrix, segment.to)]
    case 'cubic': {
      // An affine map of a Bézier curve is the curve of the mapped points.
      const move = (point: Point): Point => transformPoint(matrix, point)
      const [from, control1, control2, to] = [move(segment.from), move(segment.control1), move(segment.control2), move(segment.to)]
      const at = (t: number): Point => ({
        x: cubic(from.x, control1.x, control2.x, to.x, t),
        y: cubic(from.y, control1.y, control2.y, to.y, t),
      })
      const turns = [...turnsOf(from.x, control1.x, control2.x, to.x), ...turnsOf(from.y, control1.y, control2.y, to.y)]
      return [...turns.map(at), to]
    }
    case 'arc':
      return arcPoints(segment, matrix)
  }
}

const cubic = (p0: number, p1: number, p2: number, p3: number, t: number): number => {
  const u = 1 - t
  return u * u * u * p0 + 3 * u * u * t * p1 + 3 * u * t * t * p2 + t * t * t * p3
}

/** Each t between 0 and 1 at which a coordinate of a cubic curve turns: the zeros of its derivative. */
function turnsOf(p0: number, p1: number, p2: number, p3: number): number[] {
  const a = -p0 + 3 * p1 - 3 * p2 + p3
  const b = 2 * (p0 - 2 * p1 + p2)
  const c = p1 - p0
  const root = Math.sqrt(b * b - 4 * a * c)
  const zeros = Math.abs(a) < 1e-12 ? [-c / b] : [(-b + root) / (2 * a), (-b - root) / (2 * a)]
  return zeros.filter((t) => t > 0 && t < 1)
}

/** The ends of an arc, and the points between them at which it turns in x or in y. */
function arcPoints({ center, radiusX, radiusY, tilt, start, sweep }: Segment & { kind: 'arc' }, matrix: Matrix): Point[] {
  const [a, b, c, d] = matrix
  const [cos, sin] = [Math.cos(tilt), Math.sin(tilt)]
  const at = (angle: number): Point => {
    const [x, y] = [radiusX * Math.cos(angle), radiusY * Math.sin(angle)]
    return transformPoint(matrix, { x: center.x + x * cos - y * sin, y: center.y + x * sin + y * cos })
  }
  // In each coordinate the arc is k + p · cos(angle) + q · sin(angle), which is outmost where tan(angle) = q / p.
  const turns = [
    Math.atan2(radiusY * (c * cos - a * sin), radiusX * (a * cos + c * sin)),
    Math.atan2(radiusY * (d * cos - b * sin), radiusX * (b * cos + d * sin)),
  ].flatMap((angle) => [angle, angle + Math.PI])
  const ends = [start, start + sweep]
  return [...ends, ...turns.filter((angle) => isSwept(angle, start, sweep))].map(at)
}

/** Whether the arc comes by an angle, all in radians. */
function isSwept(angle: number, start: number, sweep: number): boolean {
  const turn = 2 * Math.PI
  const way = sweep < 0 ? start - angle : angle - start
  return ((way % turn) + turn) % turn <= Math.abs(sweep)
}
