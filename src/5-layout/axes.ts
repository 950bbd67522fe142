import type { Placement } from './placement.ts'

/** The seven values of a placement in the order of their fields. */
export type Axis = Exclude<keyof Placement, 'rotateOrder' | 'aim'>

export const axes: readonly { readonly axis: Axis; readonly field: string; readonly initial: number }[] = [
  { axis: 'x', field: 'data-x', initial: 0 },
  { axis: 'y', field: 'data-y', initial: 0 },
  { axis: 'z', field: 'data-z', initial: 0 },
  { axis: 'rotateX', field: 'data-rotate-x', initial: 0 },
  { axis: 'rotateY', field: 'data-rotate-y', initial: 0 },
  { axis: 'rotateZ', field: 'data-rotate-z', initial: 0 },
  { axis: 'scale', field: 'data-scale', initial: 1 },
]

export const positionAxes = ['x', 'y', 'z'] as const
export const rotationAxes = ['rotateX', 'rotateY', 'rotateZ'] as const

/** The fields of impress.js 2.0's “rel” plugin that move or turn, by the axis they are for. */
export const relativeFields: Readonly<Partial<Record<Axis, string>>> = {
  x: 'data-rel-x',
  y: 'data-rel-y',
  z: 'data-rel-z',
  rotateX: 'data-rel-rotate-x',
  rotateY: 'data-rel-rotate-y',
  rotateZ: 'data-rel-rotate-z',
}
