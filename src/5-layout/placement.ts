import type { Aim } from '../page-contract/aim.ts'

/** Where a step stands: centre in px, rotation in degrees, scale as a factor (impress.js data attributes). */
export interface Placement {
  readonly x: number
  readonly y: number
  readonly z: number
  readonly rotateX: number
  readonly rotateY: number
  readonly rotateZ: number
  readonly scale: number
  /** Subset and order of "xyz" (impress.js data-rotate-order); default xyz. */
  readonly rotateOrder?: string
  /** It looks at a part of another step's drawing, and stands where that would be with the drawing in the middle of its step. */
  readonly aim?: Aim
}
