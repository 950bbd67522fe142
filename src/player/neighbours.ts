import { allSteps, onInit } from './impress.ts'

/**
 * impress.js's classes for style sheets that show less on a phone: `impress-mobile` of the body there, and `prev` and `next` of the slides beside the one
 * that is shown. In place of its plugin, which takes these classes away from whatever else in the page has them.
 */
export function markNeighbours(): void {
  onInit((api) => {
    document.body.classList.toggle('impress-mobile', /Android|webOS|iP(?:hone|ad|od)|Opera Mini/.test(navigator.userAgent))
    api.lib.gc.addEventListener(document, 'impress:stepenter', ({ target }: { target: HTMLElement }) => {
      const steps = allSteps()
      const at = steps.indexOf(target)
      for (const [name, way] of [
        ['prev', -1],
        ['next', 1],
      ] as const) {
        const beside = steps[(at + way + steps.length) % steps.length]
        for (const step of steps) step.classList.toggle(name, step === beside)
      }
    })
  })
}
