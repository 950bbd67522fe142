import { numberAttribute, slideNumberId } from '../page-contract/names.ts'
import { allSteps, onShow } from './impress.ts'

/** A slide's number as it is shown: its place in the deck, counted from 1, or what the slide has for it. */
export const numberOf = (step: Element, index: number): string => step.getAttribute(numberAttribute) ?? String(index + 1)

/** Keeps `#slide-number` at the number of the slide that is being shown. */
export function numberSlides(): void {
  const show = (step: HTMLElement) => {
    const element = document.getElementById(slideNumberId)
    if (element) element.textContent = numberOf(step, allSteps().indexOf(step))
  }
  onShow(show)
}
