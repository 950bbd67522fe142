import { readAim } from '../page-contract/aim.ts'
import { substepClass } from '../page-contract/presses.ts'
import { activeStep, allSteps, isReading, onChange, onInit, onShow } from './impress.ts'
import { refreshPresses } from './presses.ts'

/**
 * Slides that are not shown are there for no screen reader and for no Tab, however much of them is seen beside the one that is; a click finds them all
 * the same (navigation.ts). What the slide looks at a part of is shown with it.
 */
export function hideUnseen(): void {
  const hide = (shown: HTMLElement): void => {
    const holder = readAim((name) => shown.getAttribute(name))?.holder
    for (const step of allSteps()) step.inert = !isReading() && step !== shown && step.id !== holder
  }
  onShow(hide)
  const again = (): void => {
    const active = activeStep()
    if (active) hide(active)
  }
  onInit(again)
  onChange(again)
  // On paper all is shown, and what is inert has no tags in a PDF.
  addEventListener('beforeprint', () => {
    for (const part of document.querySelectorAll(`#impress .step, #impress .${substepClass}`)) part.removeAttribute('inert')
  })
  addEventListener('afterprint', () => {
    again()
    for (const step of allSteps()) refreshPresses(step)
  })
}
