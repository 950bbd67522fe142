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
    const high = allSteps().filter((step) => step.offsetHeight > page.height || isCut(step))
    fitToPage(high, guess, ({ offsetWidth }) => offsetWidth)
  })
  // Only when this comes have the slides the sizes that they have on paper.
  matchMedia('print').addEventListener('change', ({ matches }) => {
    undo()
    if (matches) fitToPage(allSteps(), page, rightEdge)
  })
  addEventListener('afterprint', undo)
}

/** Whether it scrolls on the screen, and so is higher on paper (src/player/fitting.ts). */
const isCut = ({ style }: HTMLElement): boolean => ['--fit-limit', '--fit-code-lines'].some((name) => style.getPropertyValue(name) !== '')

/**
 * All slides at once: first all are changed, then all are measured. On paper a browser lays out the whole document for the first measure after a
 * change, so that one slide after the other would take quadratic time.
 */
function fitToPage(steps: readonly HTMLElement[], page: Size, edgeOf: (step: HTMLElement) => number): void {
  const all = steps.map((step) => ({ step, lines: step.style.getPropertyValue('--fit-code-lines'), share: 1, right: 0 }))
  for (const { step } of all) {
    // What scrolls on the screen.
    step.style.removeProperty('--fit-code-lines')
    step.style.setProperty('max-height', 'none', 'important')
  }
  let open = all
  // Text at another size breaks at other places, and may be as large as it was (Firefox and `monospace`).
  for (let round = 0; round < 5 && open.length > 0; round++) {
    for (const { step, share } of open) if (share < 1) step.style.setProperty('--print-fit', share.toFixed(3))
    open = open.filter((fitting) => {
      const { step, share } = fitting
      const right = edgeOf(step)
      const across = right * share > page.width ? (page.width - 2 * edge) / right : share
      const height = step.offsetHeight * share
      const fits = height <= page.height - (share < 1 ? 1 : 0)
      const next = Math.min(across, fits ? share : (share * (page.height - edge)) / height)
      Object.assign(fitting, { right, share: next })
      return next !== share
    })
  }
  // The slide is in the middle of its page; in px of the smaller slide.
  const shifts = all.map(({ step: { offsetWidth }, share, right }) => {
    const shift = page.width / 2 / share - edge - (right - offsetWidth / 2)
    return right > offsetWidth && shift < 0 ? `${shift.toFixed(1)}px` : ''
  })
  for (const [index, { step, lines }] of all.entries()) {
    step.style.removeProperty('max-height')
    if (lines) step.style.setProperty('--fit-code-lines', lines)
    if (shifts[index]) step.style.setProperty('--print-shift', shifts[index])
  }
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
