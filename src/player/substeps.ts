/** Going back to a slide finds it as it was left, with every substep shown; impress.js shows none until the camera has arrived and then starts over. */
export function substeps(): void {
  let backwards = false
  const set = (step: Element) => {
    for (const substep of step.querySelectorAll('.substep')) {
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
}
