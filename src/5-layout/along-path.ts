import type { Point } from '../formats/geometry.ts'
import type { SvgPath } from '../formats/path-data/read-path.ts'
import { lengthOf, pointOn } from '../formats/path-data/segments.ts'

/** One step on a path: how far from the first step (px), and the path's direction there (degrees, clockwise on the screen). */
export interface Stop {
  readonly offset: Point
  readonly direction: number
}

/** What one step takes of the path, px. Hovercraft's default movement. */
const spacing = 1600

/** The direction at t is that from t - reach to t + reach, moved into 0…1 at the path's ends. */
const reach = 0.01

/**
 * Spreads `count` steps over a path, as Hovercraft does (docs/dev/dialect.md, Positions): t runs from 0 to 1, on a closed path the last point
 * is left out. t chooses the segment by length; within a segment it is the curve's own parameter.
 * Undefined where the path has no length.
 */
export function stopsAlong(path: SvgPath, count: number): Stop[] | undefined {
  const lengths = path.segments.map(lengthOf)
  const total = lengths.reduce((sum, length) => sum + length, 0)
  if (!(total > 0) || !Number.isFinite(total)) return undefined
  const at = pointsBy(path, lengths, total)
  const stretch = (spacing * (path.closed ? count + 1 : count)) / total
  const origin = at(0)
  return Array.from({ length: count }, (_, index) => {
    const t = path.closed ? index / count : index / (count - 1)
    const point = at(t)
    const middle = Math.min(1 - reach, Math.max(reach, t))
    return {
      offset: { x: (point.x - origin.x) * stretch, y: (point.y - origin.y) * stretch },
      direction: direction(at(middle - reach), at(middle + reach)),
    }
  })
}

/** From -270 (exclusive) to 90 degrees: what Hovercraft's arc tangent gives, so that its pages and ours turn the same way round. */
function direction(before: Point, after: Point): number {
  const [x, y] = [after.x - before.x, after.y - before.y]
  const angle = x === 0 && y === 0 ? 0 : (Math.atan(y / x) * 180) / Math.PI - (x < 0 ? 180 : 0)
  return Math.abs(angle) < 0.1 ? 0 : angle
}

function pointsBy(path: SvgPath, lengths: readonly number[], total: number): (t: number) => Point {
  const ends: number[] = []
  let sum = 0
  for (const length of lengths) {
    sum += length
    ends.push(sum / total)
  }
  const last = path.segments.length - 1
  return (t) => {
    const found = t <= 0 ? 0 : t >= 1 ? last : ends.findIndex((end) => end >= t)
    const index = found < 0 ? last : found
    const segment = path.segments[index]
    if (!segment) return { x: 0, y: 0 }
    const start = ends[index - 1] ?? 0
    const extent = (ends[index] ?? 1) - start
    return pointOn(segment, t <= 0 ? 0 : t >= 1 ? 1 : extent > 0 ? (t - start) / extent : 0)
  }
}
