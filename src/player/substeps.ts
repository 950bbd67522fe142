import { type Api, activeStep, onInit, shownCount, substepsOf } from './impress.ts'
import { isPreview } from './preview-frame.ts'

/**
 * Going back to a slide finds it as it was left, with every substep shown; impress.js shows none until the camera has arrived and then starts
 * over. So does loading the page again, as `deck watch` does after each change.
 */
export function substeps(): void {
  let backwards = false
  const set = (step: Element) => {
    for (const substep of substepsOf(step)) {
      substep.classList.toggle('substep-visible', backwards)
      substep.classList.remove('substep-active')
    }
  }
  // Runs after the plugins that may stop the move or change where it goes.
  window.impress.addPreStepLeavePlugin((event) => {
    if (event.detail.swipe === undefined) backwards = event.detail.reason === 'prev'
    return undefined
  }, 20)
  document.addEventListener('impress:stepleave', (event) => set((event as CustomEvent<{ next: Element }>).detail.next))
  document.addEventListener('impress:stepenter', (event) => {
    set(event.target as Element)
    backwards = false
  })
  if (!isPreview()) outliveReload()
}

/** How many substeps are shown is kept in the entry of the browser's history, which a reload leaves as it is. */
function outliveReload(): void {
  const before: unknown = history.state?.substeps
  const keep = () => {
    const step = activeStep()
    if (step) history.replaceState({ ...history.state, substeps: shownCount(step) }, '')
  }
  document.addEventListener('impress:substep:enter', keep)
  document.addEventListener('impress:substep:leave', keep)
  onInit((api) => {
    // The first slide is entered once its place is known; the plugins' own listeners start it from nothing.
    document.addEventListener('impress:stepenter', () => setTimeout(() => showUpTo(Number(before) || 0, api)), { once: true })
  })
}

/** The deck may have changed: it stops where there are no more. */
function showUpTo(count: number, api: Api): void {
  const step = activeStep()
  for (let last = -1; step; ) {
    const visible = shownCount(step)
    if (visible >= count || visible === last || visible === substepsOf(step).length) return
    last = visible
    api.next()
  }
}
