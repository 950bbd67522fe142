import { slideNumberId } from '../page-contract/names.ts'
import { allSteps, onShow } from './impress.ts'

/** Keeps `#slide-number` at the number of the slide that is being shown, from 1. */
export function numberSlides(): void {
  const show = (step: HTMLElement) => {
    const element = document.getElementById(slideNumberId)
    if (element) element.textContent = String(allSteps().indexOf(step) + 1)
  }
  onShow(show)
}
