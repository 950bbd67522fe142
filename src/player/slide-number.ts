import { numberAttribute, slideNumberId } from '../page-contract/names.ts'
import { allSteps, onShow } from './impress.ts'

/** Keeps `#slide-number` at the number of the slide that is being shown, from 1, or at what the slide has for it. */
export function numberSlides(): void {
  const show = (step: HTMLElement) => {
    const element = document.getElementById(slideNumberId)
    if (element) element.textContent = step.getAttribute(numberAttribute) ?? String(allSteps().indexOf(step) + 1)
  }
  onShow(show)
}
