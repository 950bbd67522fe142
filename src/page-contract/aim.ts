/** x and y of the upper left corner, y downwards. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Of the values of a step's place those that go by where the drawing stands. */
export const aimAxes = ['x', 'y', 'z', 'scale'] as const
export type AimAxis = (typeof aimAxes)[number]

/**
 * A step's look at a part of the drawing on another step (`:data-on:`), as the page tells the player. Where a drawing stands on its slide is known
 * only when a browser has laid out the slide, so the compiler places the look as well as it can, and the player where the part really is.
 */
export interface Aim {
  /** Id of the step that the drawing is on. */
  readonly holder: string
  /** The box around the part, in user units of the drawing's root. */
  readonly part: Box
  /** What the step's own fields add to the place (px, and a number for the scale); a value that is their own alone is not here. */
  readonly by: Readonly<Partial<Record<AimAxis, number>>>
}

/** Attributes of the step that looks. */
const [holderAttribute, partAttribute, byAttribute] = ['data-on', 'data-on-part', 'data-on-by'] as const

/** In place of a number. */
const own = '='

export const aimAttributes = ({ holder, part: { x, y, width, height }, by }: Aim): Readonly<Record<string, string>> => ({
  [holderAttribute]: holder,
  [partAttribute]: [x, y, width, height].map((value) => Number(value.toPrecision(9))).join(' '),
  [byAttribute]: aimAxes.map((axis) => by[axis] ?? own).join(' '),
})

/** Undefined for a step that looks at no part of a drawing. */
export function readAim(attribute: (name: string) => string | null): Aim | undefined {
  const words = (name: string): string[] => (attribute(name) ?? '').split(' ')
  const holder = attribute(holderAttribute)
  const [x, y, width, height] = words(partAttribute).map(Number)
  if (holder === null || x === undefined || y === undefined || width === undefined || height === undefined) return undefined
  const by = Object.fromEntries(
    aimAxes.flatMap((axis, index) => {
      const written = words(byAttribute)[index] ?? own
      return written === own ? [] : [[axis, Number(written)]]
    }),
  )
  return { holder, part: { x, y, width, height }, by }
}

/** Room that stays free around the part on each of the sides it reaches, as a part of the canvas. */
const margin = 0.05

/** Scale of a step that looks at a part of this size, as a part of the scale of the step that the drawing is on. Both sizes in px. */
export const scaleAimed = (
  part: { readonly width: number; readonly height: number },
  canvas: { readonly width: number; readonly height: number },
): number => Math.max(part.width / canvas.width, part.height / canvas.height) / (1 - 2 * margin)
