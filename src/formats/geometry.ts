/** A point of a plane; y grows downwards, as in SVG. */
export interface Point {
  readonly x: number
  readonly y: number
}

export interface Box extends Point {
  readonly width: number
  readonly height: number
}

/** a b c d e f of `matrix()` (CSS Transforms 1 §8): x' = a·x + c·y + e. */
export type Matrix = readonly [number, number, number, number, number, number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

export const multiply = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
]

export const union = (first: Box | undefined, second: Box | undefined): Box | undefined => {
  if (!first || !second) return first ?? second
  const x = Math.min(first.x, second.x)
  const y = Math.min(first.y, second.y)
  return {
    x,
    y,
    width: Math.max(first.x + first.width, second.x + second.width) - x,
    height: Math.max(first.y + first.height, second.y + second.height) - y,
  }
}

/** Where a matrix moves a point. */
export const transformPoint = ([a, b, c, d, e, f]: Matrix, { x, y }: Point): Point => ({
  x: a * x + c * y + e,
  y: b * x + d * y + f,
})

export function transformBox(matrix: Matrix, { x, y, width, height }: Box): Box {
  const corners = [x, x + width].flatMap((px) => [y, y + height].map((py) => transformPoint(matrix, { x: px, y: py })))
  const xs = corners.map((corner) => corner.x)
  const ys = corners.map((corner) => corner.y)
  const left = Math.min(...xs)
  const top = Math.min(...ys)
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top }
}

/** A `transform` attribute; a function that is not well written counts as none. */
export function parseTransform(text: string): Matrix {
  let matrix = identity
  for (const [, name = '', list = ''] of text.matchAll(/([a-zA-Z]+)\s*\(([^()]*)\)/g)) {
    const numbers = (list.match(/[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/gi) ?? []).map(Number)
    matrix = multiply(matrix, functionMatrix(name, numbers))
  }
  return matrix
}

function functionMatrix(name: string, [a = 0, b, c, d, e, f]: number[]): Matrix {
  const angle = (a * Math.PI) / 180
  switch (name) {
    case 'matrix':
      return f === undefined ? identity : [a, b ?? 0, c ?? 0, d ?? 0, e ?? 0, f]
    case 'translate':
      return [1, 0, 0, 1, a, b ?? 0]
    case 'translateX':
      return [1, 0, 0, 1, a, 0]
    case 'translateY':
      return [1, 0, 0, 1, 0, a]
    case 'scale':
      return [a, 0, 0, b ?? a, 0, 0]
    case 'rotate': {
      const turn: Matrix = [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0]
      return b === undefined ? turn : multiply(multiply([1, 0, 0, 1, b, c ?? 0], turn), [1, 0, 0, 1, -b, -(c ?? 0)])
    }
    case 'skewX':
      return [1, 0, Math.tan(angle), 1, 0, 0]
    case 'skewY':
      return [1, Math.tan(angle), 0, 1, 0, 0]
    default:
      return identity
  }
}
