import { allSteps } from './impress.ts'

/** What stays free at the edges of a page, px. */
const edge = 8

interface Size {
  readonly width: number
  readonly height: number
}

/**
 * Makes slides smaller on paper that are higher than their page, or have code or a table that stands out of it: on the screen a larger window shows
 * it all. A drawing may stand out; its author has placed it so.
 */
export function fitPages(): void {
  const { width, height } = document.getElementById('impress')?.dataset ?? {}
  const page = { width: Number(width) || 1024, height: Number(height) || 768 }
  const undo = (): void => {
    for (const step of allSteps()) for (const property of ['--print-fit', '--print-shift']) step.style.removeProperty(property)
  }
  // Chromium counts its pages now, so that a high slide at the end would make one more. Its height on paper is not known yet, so there is room for
  // more; how far parts stand out of a slide that is turned about in space cannot be measured.
  const guess = { ...page, height: 0.85 * page.height }
  addEventListener('beforeprint', () => {
    for (const step of allSteps()) if (step.offsetHeight > page.height || isCut(step)) fitPage(step, guess, () => step.offsetWidth)
  })
  // Only when this comes have the slides the sizes that they have on paper.
  matchMedia('print').addEventListener('change', ({ matches }) => {
    undo()
    if (matches) for (const step of allSteps()) fitPage(step, page, () => rightEdge(step))
  })
  addEventListener('afterprint', undo)
}

/** Whether it scrolls on the screen, and so is higher on paper (src/player/fitting.ts). */
const isCut = ({ style }: HTMLElement): boolean => ['--fit-limit', '--fit-code-lines'].some((name) => style.getPropertyValue(name) !== '')

function fitPage(step: HTMLElement, page: Size, edgeNow: () => number): void {
  // What scrolls on the screen.
  const lines = step.style.getPropertyValue('--fit-code-lines')
  step.style.removeProperty('--fit-code-lines')
  step.style.setProperty('max-height', 'none', 'important')
  let share = 1
  let right = 0
  // Text at another size breaks at other places, and may be as large as it was (Firefox and `monospace`).
  for (let round = 0; round < 5; round++) {
    if (share < 1) step.style.setProperty('--print-fit', share.toFixed(3))
    right = edgeNow()
    const across = right * share > page.width ? (page.width - 2 * edge) / right : share
    const height = step.offsetHeight * share
    const fits = height <= page.height - (share < 1 ? 1 : 0)
    const next = Math.min(across, fits ? share : (share * (page.height - edge)) / height)
    if (next === share) break
    share = next
  }
  step.style.removeProperty('max-height')
  if (lines) step.style.setProperty('--fit-code-lines', lines)
  // The slide is in the middle of its page; in px of the smaller slide.
  const shift = page.width / 2 / share - edge - (right - step.offsetWidth / 2)
  if (right > step.offsetWidth && shift < 0) step.style.setProperty('--print-shift', `${shift.toFixed(1)}px`)
}

/** How far the slide, or what of it must be seen whole, reaches from its left edge, in px of the slide. */
function rightEdge(step: HTMLElement): number {
  const box = step.getBoundingClientRect()
  const zoom = box.width / step.offsetWidth
  const reaches = [...step.querySelectorAll<HTMLElement>('pre, table')].map((part) => {
    const { left, width } = part.getBoundingClientRect()
    // `scrollWidth` is in the part's own px.
    return (left - box.left + (part.scrollWidth * width) / part.offsetWidth) / zoom
  })
  return Math.max(step.offsetWidth, ...reaches.filter(Number.isFinite))
}
