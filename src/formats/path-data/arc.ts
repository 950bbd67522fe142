import type { Point } from '../geometry.ts'
import type { Segment } from './segments.ts'

/** An arc from its end points (SVG 1.1, F.6.5 and F.6.6). Undefined where it has no extent. */
export function arcBetween(
  from: Point,
  to: Point,
  radii: { readonly x: number; readonly y: number; readonly tilt: number },
  large: boolean,
  clockwise: boolean,
): Segment | undefined {
  if (from.x === to.x && from.y === to.y) return undefined
  if (radii.x === 0 || radii.y === 0) return { kind: 'line', from, to }
  const [cos, sin] = [Math.cos(radii.tilt), Math.sin(radii.tilt)]
  const half = { x: (from.x - to.x) / 2, y: (from.y - to.y) / 2 }
  const [x, y] = [cos * half.x + sin * half.y, cos * half.y - sin * half.x]
  const excess = Math.hypot(x / radii.x, y / radii.y)
  const grow = Math.max(1, excess)
  const [radiusX, radiusY] = [Math.abs(radii.x) * grow, Math.abs(radii.y) * grow]
  const reach = (x / radiusX) ** 2 + (y / radiusY) ** 2
  const factor = Math.sqrt(Math.max(0, 1 / reach - 1)) * (large === clockwise ? -1 : 1)
  const [offsetX, offsetY] = [(factor * radiusX * y) / radiusY, (-factor * radiusY * x) / radiusX]
  const start = Math.atan2((y - offsetY) / radiusY, (x - offsetX) / radiusX)
  const end = Math.atan2((-y - offsetY) / radiusY, (-x - offsetX) / radiusX)
  const turn = 2 * Math.PI
  const sweep = clockwise ? (end - start + turn) % turn : -((start - end + turn) % turn)
  return {
    kind: 'arc',
    center: { x: cos * offsetX - sin * offsetY + (from.x + to.x) / 2, y: sin * offsetX + cos * offsetY + (from.y + to.y) / 2 },
    radiusX,
    radiusY,
    tilt: radii.tilt,
    start,
    sweep,
  }
}
