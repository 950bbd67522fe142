import { pressesAttribute } from '../page-contract/presses.ts'
import type { PageChanges } from '../page-contract/preview-event.ts'
import { announceChange } from './impress.ts'
import { pressedOn, setPressed } from './presses.ts'

/**
 * Makes the page the next one without loading it: the camera stays where it is, and what was shown of a slide stays shown. False where the page is
 * not what the changes are for; then nothing has changed.
 */
export function changePage({ steps, styles }: PageChanges): boolean {
  const sheets = [...document.head.querySelectorAll('style')]
  const newStyles = styles.map(({ before, nth, after }) => ({
    sheet: sheets.filter(({ textContent }) => textContent === before)[nth],
    after,
  }))
  const newSteps = steps.map((html) => {
    const fresh = elementOf(html)
    return { step: document.getElementById(fresh.id), fresh }
  })
  if (newStyles.some(({ sheet }) => !sheet) || newSteps.some(({ step }) => !step)) return false
  for (const { sheet, after } of newStyles) if (sheet) sheet.textContent = after
  for (const { step, fresh } of newSteps) if (step) replaceContent(step, fresh)
  const root = document.getElementById('impress')
  if (newStyles.length > 0 && root) announceChange(root)
  return true
}

function elementOf(html: string): Element {
  const template = document.createElement('template')
  template.innerHTML = html
  return template.content.firstElementChild ?? template
}

function replaceContent(step: HTMLElement, fresh: Element): void {
  const pressed = pressedOn(step)
  for (const name of [pressesAttribute, 'aria-labelledby']) {
    const value = fresh.getAttribute(name)
    if (value === null) step.removeAttribute(name)
    else step.setAttribute(name, value)
  }
  step.replaceChildren(...fresh.childNodes)
  setPressed(step, pressed)
  announceChange(step)
}
