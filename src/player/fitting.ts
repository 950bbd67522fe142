import { allSteps } from './impress.ts'

/** Below this share a slide's text cannot be read from the back of the room: the rest of it stands out. */
const smallest = 0.5

/**
 * Makes what is on a slide smaller until the slide is no higher than its theme lets it be (`--fit-height`, px; nothing where it is not set), so
 * that none of it is outside the window. It is the slide's children that are zoomed: zoom on the slide would move it on the stage.
 */
export function fitSlides(): void {
  for (const step of allSteps()) shrink(step)
  // Pictures and fonts are in the page, but have their sizes only now.
  addEventListener('load', () => {
    for (const step of allSteps()) shrink(step)
    void document.fonts?.ready.then(() => {
      for (const step of allSteps()) shrink(step)
    })
  })
}

function shrink(step: HTMLElement): void {
  step.style.removeProperty('--fit')
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
}
