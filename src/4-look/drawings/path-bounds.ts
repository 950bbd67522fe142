import type { Box, Matrix } from './geometry.ts'

const counts: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 }

/** The box around a path's outline under a transform, in one pass; data after a mistake is left out, as browsers do (SVG 2 §9.5.4). */
export function boundsOfPath(data: string, [a, b, c, d, e, f]: Matrix): Box | undefined {
  const pen = { x: 0, y: 0, startX: 0, startY: 0, controlX: 0, controlY: 0 }
  let left = Number.POSITIVE_INFINITY
  let top = left
  let right = Number.NEGATIVE_INFINITY
  let bottom = right
  const add = (x: number, y: number): void => {
    const px = a * x + c * y + e
    const py = b * x + d * y + f
    left = Math.min(left, px)
    right = Math.max(right, px)
    top = Math.min(top, py)
    bottom = Math.max(bottom, py)
  }
  let previous = ''
  for (const { command, args } of commandsOf(data)) {
    draw(command, args, pen, previous, add)
    previous = command.toUpperCase()
  }
  return left <= right ? { x: left, y: top, width: right - left, height: bottom - top } : undefined
}

interface Pen {
  x: number
  y: number
  startX: number
  startY: number
  controlX: number
  controlY: number
}

function draw(command: string, args: readonly number[], pen: Pen, previous: string, add: (x: number, y: number) => void): void {
  const kind = command.toUpperCase()
  const dx = command === kind ? 0 : pen.x
  const dy = command === kind ? 0 : pen.y
  const at = (index: number): number => (args[index] ?? 0) + (index % 2 === 0 ? dx : dy)
  const { x, y } = pen
  const reflect = (after: string): readonly [number, number] =>
    after.includes(previous) && previous ? [2 * x - pen.controlX, 2 * y - pen.controlY] : [x, y]
  const end = (toX: number, toY: number): void => {
    pen.x = toX
    pen.y = toY
    add(toX, toY)
  }
  if (kind === 'Z') {
    pen.x = pen.startX
    pen.y = pen.startY
  } else if (kind === 'H') end((args[0] ?? 0) + dx, y)
  else if (kind === 'V') end(x, (args[0] ?? 0) + dy)
  else if (kind === 'A') {
    arc(pen, args, (args[5] ?? 0) + dx, (args[6] ?? 0) + dy, add)
    end((args[5] ?? 0) + dx, (args[6] ?? 0) + dy)
  } else if (kind === 'C' || kind === 'S') {
    const [x1, y1] = kind === 'C' ? [at(0), at(1)] : reflect('CS')
    const shift = kind === 'C' ? 2 : 0
    curve([x, y], [x1, y1], [at(shift), at(shift + 1)], [at(shift + 2), at(shift + 3)], add)
    pen.controlX = at(shift)
    pen.controlY = at(shift + 1)
    end(at(shift + 2), at(shift + 3))
  } else if (kind === 'Q' || kind === 'T') {
    const [x1, y1] = kind === 'Q' ? [at(0), at(1)] : reflect('QT')
    const shift = kind === 'Q' ? 2 : 0
    const [x2, y2] = [at(shift), at(shift + 1)]
    // A quadratic curve as a cubic one.
    curve([x, y], [x + (2 / 3) * (x1 - x), y + (2 / 3) * (y1 - y)], [x2 + (2 / 3) * (x1 - x2), y2 + (2 / 3) * (y1 - y2)], [x2, y2], add)
    pen.controlX = x1
    pen.controlY = y1
    end(x2, y2)
  } else {
    end(at(0), at(1))
    if (kind === 'M') {
      pen.startX = pen.x
      pen.startY = pen.y
    }
  }
}

type Pair = readonly [number, number]

/** Points at which a cubic curve turns in x or in y; a transform may turn it elsewhere, so points between are added. */
function curve(p0: Pair, p1: Pair, p2: Pair, p3: Pair, add: (x: number, y: number) => void): void {
  const steps = 16
  for (let index = 1; index < steps; index++) pointAt(index / steps)
  for (const axis of [0, 1] as const) {
    const a = -p0[axis] + 3 * p1[axis] - 3 * p2[axis] + p3[axis]
    const b = 2 * (p0[axis] - 2 * p1[axis] + p2[axis])
    const c = p1[axis] - p0[axis]
    const root = Math.sqrt(b * b - 4 * a * c)
    for (const t of Math.abs(a) < 1e-12 ? [-c / b] : [(-b + root) / (2 * a), (-b - root) / (2 * a)]) if (t > 0 && t < 1) pointAt(t)
  }
  function pointAt(t: number): void {
    const u = 1 - t
    const mix = (axis: 0 | 1): number => u * u * u * p0[axis] + 3 * u * u * t * p1[axis] + 3 * u * t * t * p2[axis] + t * t * t * p3[axis]
    add(mix(0), mix(1))
  }
}

/** Points along an elliptical arc, by its centre (SVG 2, Appendix B.2.4). */
function arc({ x, y }: Pen, args: readonly number[], toX: number, toY: number, add: (x: number, y: number) => void): void {
  let [rx = 0, ry = 0] = [Math.abs(args[0] ?? 0), Math.abs(args[1] ?? 0)]
  if (rx === 0 || ry === 0) return
  const turn = ((args[2] ?? 0) * Math.PI) / 180
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  const [hx, hy] = [(x - toX) / 2, (y - toY) / 2]
  const [x1, y1] = [cos * hx + sin * hy, cos * hy - sin * hx]
  const grow = Math.sqrt((x1 / rx) ** 2 + (y1 / ry) ** 2)
  if (grow > 1) [rx, ry] = [rx * grow, ry * grow]
  const square = (rx * ry) ** 2 - (rx * y1) ** 2 - (ry * x1) ** 2
  const factor = Math.sqrt(Math.max(0, square / ((rx * y1) ** 2 + (ry * x1) ** 2))) * (args[3] === args[4] ? -1 : 1)
  if (!Number.isFinite(factor)) return
  const [cx1, cy1] = [(factor * rx * y1) / ry, (-factor * ry * x1) / rx]
  const [cx, cy] = [cos * cx1 - sin * cy1 + (x + toX) / 2, sin * cx1 + cos * cy1 + (y + toY) / 2]
  const from = Math.atan2((y1 - cy1) / ry, (x1 - cx1) / rx)
  let sweep = Math.atan2((-y1 - cy1) / ry, (-x1 - cx1) / rx) - from
  if (args[4] === 1 && sweep < 0) sweep += 2 * Math.PI
  if (args[4] === 0 && sweep > 0) sweep -= 2 * Math.PI
  for (let index = 1; index < 32; index++) {
    const angle = from + (sweep * index) / 32
    add(cx + cos * rx * Math.cos(angle) - sin * ry * Math.sin(angle), cy + sin * rx * Math.cos(angle) + cos * ry * Math.sin(angle))
  }
}

interface Command {
  readonly command: string
  readonly args: readonly number[]
}

const tokenPattern = /\s*,?\s*(?:([MLHVCSQTAZmlhvcsqtaz])|([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?))/y
const flagPattern = /\s*,?\s*([01])/y

function* commandsOf(data: string): Generator<Command> {
  let command = ''
  let args: number[] = []
  for (let index = 0; ; ) {
    const isFlag = command.toUpperCase() === 'A' && (args.length === 3 || args.length === 4)
    const pattern = isFlag ? flagPattern : tokenPattern
    pattern.lastIndex = index
    const match = pattern.exec(data)
    if (!match) return
    index = pattern.lastIndex
    if (!isFlag && match[1] !== undefined) {
      if (args.length > 0) return
      command = match[1]
      if (counts[command.toUpperCase()] === 0) yield { command, args: [] }
      continue
    }
    args.push(Number(isFlag ? match[1] : match[2]))
    const count = counts[command.toUpperCase()] ?? 0
    if (count === 0) return
    if (args.length < count) continue
    yield { command, args }
    args = []
    // More pairs after a moveto are lines (SVG 2 §9.3.3).
    if (command === 'M') command = 'L'
    else if (command === 'm') command = 'l'
  }
}
