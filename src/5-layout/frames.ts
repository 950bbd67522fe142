/** Turning of axes in 3D. Angles in degrees; the axes are CSS's: x to the right, y down, z towards the viewer. */

export type Vector = readonly [x: number, y: number, z: number]

/** Rows of a rotation matrix; it takes a vector in a step's own axes to the world's. */
export type Matrix = readonly [Vector, Vector, Vector]

const unit: Matrix = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
]

const degree = Math.PI / 180

const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
const column = (m: Matrix, at: 0 | 1 | 2): Vector => [m[0][at], m[1][at], m[2][at]]

export const apply = (m: Matrix, v: Vector): Vector => [dot(m[0], v), dot(m[1], v), dot(m[2], v)]

export function multiply(a: Matrix, b: Matrix): Matrix {
  const row = (r: Vector): Vector => [dot(r, column(b, 0)), dot(r, column(b, 1)), dot(r, column(b, 2))]
  return [row(a[0]), row(a[1]), row(a[2])]
}

/** Rotation about one axis as CSS's rotateX, rotateY and rotateZ do it. Exact at quarter turns. */
function about(axis: 0 | 1 | 2, angle: number): Matrix {
  const quarter = angle % 90 === 0
  const [c, s] = quarter
    ? [Math.round(Math.cos(angle * degree)), Math.round(Math.sin(angle * degree))]
    : [Math.cos(angle * degree), Math.sin(angle * degree)]
  if (axis === 0) {
    return [
      [1, 0, 0],
      [0, c, -s],
      [0, s, c],
    ]
  }
  if (axis === 1) {
    return [
      [c, 0, s],
      [0, 1, 0],
      [-s, 0, c],
    ]
  }
  return [
    [c, -s, 0],
    [s, c, 0],
    [0, 0, 1],
  ]
}

type AxisIndex = 0 | 1 | 2
const indexOf = { x: 0, y: 1, z: 2 } as const
const isAxis = (letter: string): letter is keyof typeof indexOf => letter in indexOf

/** Axis numbers of an impress.js `data-rotate-order`, a subset of “xyz” in any order. */
const axesOf = (order: string): AxisIndex[] => [...order].filter(isAxis).map((letter) => indexOf[letter])

/** The order with the axes it leaves out put last: every orientation can be said with it. */
export const completeOrder = (order: string): string => order + [...'xyz'].filter((letter) => !order.includes(letter)).join('')

/** The rotation that impress.js gives a step: about the order's axes one after the other, each as turned by those before. */
export const rotation = (angles: Vector, order: string): Matrix =>
  axesOf(order).reduce((turned, axis) => multiply(turned, about(axis, angles[axis])), unit)

/**
 * The angles that, in this order of three axes, turn to `m`. Of the two solutions, each with any number of whole turns, the one nearest to
 * `near`, so that the camera takes the short way.
 */
export function anglesOf(m: Matrix, order: string, near: Vector): Vector {
  const [i = 0, j = 1, k = 2] = axesOf(order)
  // +1 for xyz, yzx, zxy; -1 for the mirrored orders.
  const sign = (j - i + 3) % 3 === 1 ? 1 : -1
  const sine = Math.max(-1, Math.min(1, sign * m[i][k]))
  const middle = Math.asin(sine)
  if (Math.abs(sine) > 1 - 1e-12) return locked(m, [i, j, k], sign, middle / degree, near)
  const first = Math.atan2(-sign * m[j][k], m[k][k])
  const last = Math.atan2(-sign * m[i][j], m[i][i])
  const solutions = [
    [first, middle, last],
    [first + Math.PI, Math.PI - middle, last + Math.PI],
  ].map(([a = 0, b = 0, c = 0]) => {
    const angles: [number, number, number] = [0, 0, 0]
    angles[i] = nearest(a / degree, near[i])
    angles[j] = nearest(b / degree, near[j])
    angles[k] = nearest(c / degree, near[k])
    return angles
  })
  const way = (angles: Vector) => Math.abs(angles[0] - near[0]) + Math.abs(angles[1] - near[1]) + Math.abs(angles[2] - near[2])
  const [one, other] = solutions
  return one && (!other || way(one) <= way(other)) ? one : (other ?? near)
}

/** With the middle angle at ±90° the outer two turn about the same axis: the last one stays as it was. */
function locked(m: Matrix, [i, j, k]: readonly [AxisIndex, AxisIndex, AxisIndex], sign: number, middle: number, near: Vector): Vector {
  const angles: [number, number, number] = [0, 0, 0]
  angles[j] = nearest(middle, near[j])
  angles[k] = near[k]
  const sum = Math.atan2(sign * m[k][j], m[j][j]) / degree
  angles[i] = nearest(sum - Math.sign(middle) * sign * near[k], near[i])
  return angles
}

const nearest = (angle: number, near: number): number => angle - 360 * Math.round((angle - near) / 360)
