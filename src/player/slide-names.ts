import { notesClass } from '../page-contract/names.ts'
import { allSteps, onChange, onInit } from './impress.ts'

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => `${name}:not(.${notesClass} *)`).join()

export const headingOf = (step: Element): HTMLElement | null => step.querySelector<HTMLElement>(headings)

/** A slide's title as a screen reader has it; undefined without one. */
export const titleOf = (step: Element): string | undefined =>
  step.ariaLabel || headingOf(step)?.textContent?.replace(/\s+/g, ' ').trim() || undefined

export const placeAmong = (step: HTMLElement): string => {
  const steps = allSteps()
  return `Slide ${steps.indexOf(step) + 1} of ${steps.length}`
}

/** Names the slides to which the compiler could give no name (6-page/step.ts): those without a heading, or with one in raw HTML. */
export function nameSlides(): void {
  const named = new Set<Element>()
  const name = (): void => {
    for (const step of allSteps()) {
      const isNamed = !named.has(step) && step.hasAttribute('aria-label')
      if (isNamed || step.hasAttribute('aria-labelledby')) continue
      named.add(step)
      step.removeAttribute('aria-label')
      step.setAttribute('aria-label', titleOf(step) ?? placeAmong(step))
    }
  }
  onInit(name)
  onChange(name)
}
