import { activeStep, allSteps, onChange, onInit } from './impress.ts'

interface Frame {
  readonly x: number
  readonly y: number
  readonly z: number
  readonly scale: number
  readonly axes: readonly (readonly number[])[]
}

/** How far the camera is from a slide of scale 1, px (impress.js's own depth, near enough where a deck has another). */
const perspective = 1000

/**
 * Marks the steps that lie over the active one with `covers-active`: an overview, or slides at the same place. They must not take its clicks; a
 * theme may hide them. Small slides on an overview are not marked, so they can be clicked there: they, and the drawing that the active step looks at
 * a part of, are `in-active`: what a theme must show with it.
 */
export function markCovering(): void {
  const mark = (active: HTMLElement) => {
    const here = frame(active)
    const width = active.offsetWidth * here.scale
    const height = active.offsetHeight * here.scale
    const marks = allSteps().map((step) => {
      if (step === active) return { step, isIn: false, covering: false }
      const isLookedAt = active.classList.contains('on-drawing') && step.querySelector('.walked') !== null
      const there = frame(step)
      return {
        step,
        isIn: isLookedAt || holds(here, width, height, there, step),
        covering: !isLookedAt && covers(there, step, here, width, height),
      }
    })
    // Afterwards: a class changes the style, and the next size would have to be worked out anew.
    for (const { step, isIn, covering } of marks) {
      step.classList.toggle('in-active', isIn)
      step.classList.toggle('covers-active', covering)
    }
  }
  onInit((_, root) => {
    root.addEventListener('impress:stepleave', (event) => mark((event as CustomEvent<{ next: HTMLElement }>).detail.next))
    root.addEventListener('impress:stepenter', (event) => mark(event.target as HTMLElement))
    onChange(() => {
      const active = activeStep()
      if (active) mark(active)
    })
  })
}

/** Whether `other` is smaller than the active step and, seen from where the camera is, has its middle in it. */
function holds(here: Frame, width: number, height: number, other: Frame, element: HTMLElement): boolean {
  const [across = 0, down = 0, off = 0] = here.axes.map((axis) => dot(axis, [other.x - here.x, other.y - here.y, other.z - here.z]))
  const isSmall = element.offsetWidth * other.scale < 0.7 * width && element.offsetHeight * other.scale < 0.7 * height
  // How many times as far away as the active step.
  const depth = 1 - off / (perspective * here.scale)
  return isSmall && depth > 0 && Math.abs(across) < (depth * width) / 2 && Math.abs(down) < (depth * height) / 2
}

/** Whether `other` lies (nearly) in the plane of the active step and over more than half of it. */
function covers(other: Frame, element: HTMLElement, here: Frame, width: number, height: number): boolean {
  const away = [other.x - here.x, other.y - here.y, other.z - here.z]
  const [across = 0, down = 0, off = 0] = here.axes.map((axis) => dot(axis, away))
  if (Math.abs(off) > 0.05 * Math.max(width, height, 1)) return false
  const facing = Math.abs(dot(here.axes[2] ?? [], other.axes[2] ?? []))
  if (facing < 0.5) return false
  const shared = (offset: number, own: number, others: number) =>
    Math.max(0, Math.min(own / 2, offset + others / 2) - Math.max(-own / 2, offset - others / 2))
  const area = shared(across, width, element.offsetWidth * other.scale) * shared(down, height, element.offsetHeight * other.scale)
  return area * facing > 0.5 * width * height
}

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0)

/** A step's place and the directions of its x, y and z (CSS: rotateX, then Y, then Z, from the outside in). */
function frame({ dataset }: HTMLElement): Frame {
  const number = (value: string | undefined, fallback = 0) => Number(value ?? fallback) || fallback
  const [sx, cx] = sineAndCosine(number(dataset['rotateX']))
  const [sy, cy] = sineAndCosine(number(dataset['rotateY']))
  const [sz, cz] = sineAndCosine(number(dataset['rotateZ'] ?? dataset['rotate']))
  return {
    x: number(dataset['x']),
    y: number(dataset['y']),
    z: number(dataset['z']),
    scale: number(dataset['scale'], 1),
    axes: [
      [cy * cz, cx * sz + sx * sy * cz, sx * sz - cx * sy * cz],
      [-cy * sz, cx * cz - sx * sy * sz, sx * cz + cx * sy * sz],
      [sy, -sx * cy, cx * cy],
    ],
  }
}

const sineAndCosine = (degrees: number): [number, number] => [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)]
