import { readAim } from '../page-contract/aim.ts'
import { activeStep, allSteps, onChange, onInit, onShow } from './impress.ts'
import { placeOf } from './place.ts'
import { windowScale } from './view.ts'

interface Frame {
  readonly x: number
  readonly y: number
  readonly z: number
  readonly scale: number
  /** The directions of its x, y and z, of length 1. */
  readonly axes: readonly (readonly number[])[]
}

/** How far the camera is from a slide of scale 1, px of the canvas: in a small window further away (impress.js's `perspective / targetScale`). */
const distance = (root: HTMLElement): number => (Number(root.dataset['perspective']) || 1000) / windowScale(root)

/**
 * Marks the steps that lie over the active one with `covers-active`: an overview, slides at the same place, or between it and the camera. They must
 * not take its clicks; a theme may hide them. Small slides on an overview are not marked, so they can be clicked there: they, and the drawing that the
 * active step looks at a part of, are `in-active`: what a theme must show with it.
 */
export function markCovering(): void {
  const mark = (active: HTMLElement, root: HTMLElement) => {
    const looked = readAim((name) => active.getAttribute(name))
    const here = frame(active)
    const view = {
      here,
      width: active.offsetWidth * here.scale,
      height: active.offsetHeight * here.scale,
      distance: distance(root) * here.scale,
    }
    const marks = allSteps().map((step) => {
      if (step === active) return { step, isIn: false, covering: false }
      const isLookedAt = looked?.holder === step.id
      const there = frame(step)
      const isIn = isLookedAt || holds(view, there, step)
      return { step, isIn, covering: !isLookedAt && covers(there, step, view, isIn) }
    })
    // Afterwards: a class changes the style, and the next size would have to be worked out anew.
    for (const { step, isIn, covering } of marks) {
      step.classList.toggle('in-active', isIn)
      step.classList.toggle('covers-active', covering)
    }
  }
  onInit((_, root) => {
    onShow((step) => mark(step, root))
    onChange(() => {
      const active = activeStep()
      if (active) mark(active, root)
    })
  })
}

/** What the camera sees once it has arrived. */
interface View {
  readonly here: Frame
  /** Of the active step, px of the canvas, as are these. */
  readonly width: number
  readonly height: number
  readonly distance: number
}

/** Whether `other` is smaller than the active step and, seen from where the camera is, has its middle in it. */
function holds(view: View, other: Frame, element: HTMLElement): boolean {
  const { width, height } = view
  const { across, down, depth } = seen(view, other)
  const isSmall = element.offsetWidth * other.scale < 0.7 * width && element.offsetHeight * other.scale < 0.7 * height
  return isSmall && depth > 0 && Math.abs(across) < (depth * width) / 2 && Math.abs(down) < (depth * height) / 2
}

/** Where the middle of another step is, and how many times as far away as the active one. */
function seen({ here, distance }: View, other: Frame): { across: number; down: number; off: number; depth: number } {
  const [across = 0, down = 0, off = 0] = here.axes.map((axis) => dot(axis, [other.x - here.x, other.y - here.y, other.z - here.z]))
  return { across, down, off, depth: 1 - off / distance }
}

/** Whether `other` lies (nearly) in the plane of the active step and over more than half of it, or in front of it and over a tenth. */
function covers(other: Frame, element: HTMLElement, view: View, isIn: boolean): boolean {
  const { here, width, height } = view
  const { across, down, off, depth } = seen(view, other)
  const isFlat = Math.abs(off) <= 0.05 * Math.max(width, height, 1)
  if (!isFlat && (isIn || off < 0 || depth <= 0)) return false
  const facing = Math.abs(dot(here.axes[2] ?? [], other.axes[2] ?? []))
  if (facing < 0.5) return false
  const nearness = isFlat ? 1 : depth
  const shared = (offset: number, own: number, others: number) =>
    Math.max(0, Math.min(own / 2, (offset + others / 2) / nearness) - Math.max(-own / 2, (offset - others / 2) / nearness))
  const area = shared(across, width, element.offsetWidth * other.scale) * shared(down, height, element.offsetHeight * other.scale)
  return area * facing > (isFlat ? 0.5 : 0.1) * width * height
}

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0)

function frame(step: HTMLElement): Frame {
  const place = placeOf(step)
  const { scale } = step.dataset
  const axes = [
    [place.m11, place.m12, place.m13],
    [place.m21, place.m22, place.m23],
    [place.m31, place.m32, place.m33],
  ]
  return {
    x: place.m41,
    y: place.m42,
    z: place.m43,
    scale: Number(scale ?? 1) || 1,
    axes: axes.map((axis) => axis.map((part) => part / Math.hypot(...axis))),
  }
}
