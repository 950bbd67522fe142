import { allSteps } from './impress.ts'

/** Below this share a slide's text cannot be read from the back of the room: the rest of it is scrolled. */
const smallest = 0.5

/**
 * Makes what is on a slide smaller until the slide is no higher than its theme lets it be (`--fit-height`, px; nothing where it is not set), so
 * that none of it is outside the window. It is the slide's children that are zoomed: zoom on the slide would move it on the stage. Before that,
 * code whose lines are too long for it, down to the share that its theme names (`--fit-lines`); if that is not enough, the theme breaks the lines.
 */
export function fitSlides(): void {
  const fitAll = (): void => {
    for (const step of allSteps()) {
      for (const code of step.querySelectorAll('pre')) fitLines(code)
      shrink(step)
    }
  }
  fitAll()
  // Pictures and fonts are in the page, but have their sizes only now.
  addEventListener('load', () => {
    fitAll()
    void document.fonts?.ready.then(fitAll)
  })
}

function fitLines(code: HTMLElement): void {
  code.style.removeProperty('--fit-code')
  const least = Number.parseFloat(getComputedStyle(code).getPropertyValue('--fit-lines'))
  if (!(least > 0 && least < 1)) return
  const { whiteSpace } = code.style
  code.style.whiteSpace = 'pre'
  const share = code.clientWidth / code.scrollWidth
  code.style.whiteSpace = whiteSpace
  if (share >= 1) return
  // Rounded down, lest the longest line breaks before its last letter. Lines that break anyway need not be that small.
  code.style.setProperty('--fit-code', (share < least ? (1 + least) / 2 : Math.floor(share * 99) / 100).toFixed(2))
}

function shrink(step: HTMLElement): void {
  for (const property of ['--fit', '--fit-limit', '--fit-overflow']) step.style.removeProperty(property)
  const limit = Number.parseFloat(getComputedStyle(step).getPropertyValue('--fit-height'))
  // Other slides look at parts of a drawing that is walked through: it keeps its size.
  if (!(limit > 0) || step.offsetHeight <= limit || step.querySelector('.walked')) return
  let [low, high] = [smallest, 1]
  for (let round = 0; round < 6; round++) {
    const middle = (low + high) / 2
    step.style.setProperty('--fit', String(middle))
    if (step.offsetHeight <= limit) low = middle
    else high = middle
  }
  step.style.setProperty('--fit', String(low))
  if (step.offsetHeight <= limit) return
  step.style.setProperty('--fit-limit', `${limit}px`)
  step.style.setProperty('--fit-overflow', 'auto')
}
