import { allSteps, onInit } from './impress.ts'

interface Frame {
  readonly x: number
  readonly y: number
  readonly z: number
  readonly scale: number
  readonly axes: readonly (readonly number[])[]
}

/**
 * Marks the steps that lie over the active one with `covers-active`: an overview, or slides at the same place. They must not take its
 * clicks; a theme may hide them. A drawing that the active step looks at a part of must stay. Small slides on an overview are not marked, so they can be clicked there.
 */
export function markCovering(): void {
  const mark = (active: HTMLElement) => {
    const here = frame(active)
    const width = active.offsetWidth * here.scale
    const height = active.offsetHeight * here.scale
    for (const other of allSteps()) {
      const isLookedAt = active.classList.contains('on-drawing') && other.querySelector('.walked') !== null
      other.classList.toggle('covers-active', other !== active && !isLookedAt && covers(frame(other), other, here, width, height))
    }
  }
  onInit((_, root) => {
    root.addEventListener('impress:stepleave', (event) => mark((event as CustomEvent<{ next: HTMLElement }>).detail.next))
    root.addEventListener('impress:stepenter', (event) => mark(event.target as HTMLElement))
  })
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
