import { allSteps } from './impress.ts'

/** Keeps `#slide-number` at the number of the slide that is being shown, from 1. */
export function numberSlides(): void {
  const show = (step: Element) => {
    const element = document.getElementById('slide-number')
    if (element) element.textContent = String(allSteps().indexOf(step as HTMLElement) + 1)
  }
  document.addEventListener('impress:stepleave', (event) => show((event as CustomEvent<{ next: Element }>).detail.next))
  document.addEventListener('impress:stepenter', (event) => show(event.target as Element))
}
