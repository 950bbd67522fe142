import { activeStep, onInit } from './impress.ts'
import { press, pressedOn } from './presses.ts'

/**
 * Loading the page again, as `deck watch` does, finds the slide as it was left: how often the key has been pressed is kept in the entry of the
 * browser's history, which a reload leaves as it is.
 */
export function outliveReload(): void {
  const before = Number(history.state?.substeps) || 0
  const keep = () => {
    const step = activeStep()
    if (step) history.replaceState({ ...history.state, substeps: pressedOn(step) }, '')
  }
  document.addEventListener('impress:substep:enter', keep)
  document.addEventListener('impress:substep:leave', keep)
  // The deck may have changed: it stops where there are no more.
  const again = () => {
    const step = activeStep()
    while (step && pressedOn(step) < before && press(step, 'next'));
  }
  // The first slide is entered once its place is known, and then starts from nothing.
  onInit(() => document.addEventListener('impress:stepenter', () => setTimeout(again, 0), { once: true }))
}
