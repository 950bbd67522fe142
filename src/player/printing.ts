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
  // Unlike `beforeprint`, it comes when the slides have the sizes that they have on paper.
  matchMedia('print').addEventListener('change', ({ matches }) => {
    for (const step of allSteps()) {
      if (matches) fitPage(step, page)
      else for (const property of ['--print-fit', '--print-shift']) step.style.removeProperty(property)
    }
  })
}

function fitPage(step: HTMLElement, page: Size): void {
  step.style.setProperty('max-height', 'none', 'important')
  const right = rightEdge(step)
  let share = right > page.width ? (page.width - 2 * edge) / right : 1
  // Text at another size breaks at other places.
  for (let round = 0; round < 4; round++) {
    if (share < 1) step.style.setProperty('--print-fit', share.toFixed(3))
    const height = step.offsetHeight * share
    if (height <= page.height - (share < 1 ? 1 : 0)) break
    share *= (page.height - edge) / height
  }
  step.style.removeProperty('max-height')
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
