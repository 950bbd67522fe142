import { liveId, notesClass } from '../page-contract/names.ts'
import { activeClass, drawingPressClass, pressAttribute } from '../page-contract/presses.ts'
import { activeStep, isReading, onInit } from './impress.ts'
import { countPresses } from './presses.ts'
import { isPreview } from './preview-frame.ts'
import { headingOf, placeAmong, titleOf } from './slide-names.ts'

/**
 * Tells a screen reader which slide is shown, and of a press what it adds; what has the focus is the slide's heading, so that one reads on from there.
 */
export function announce(): void {
  if (isPreview()) return
  const live = document.createElement('div')
  live.id = liveId
  live.setAttribute('role', 'status')
  document.body.append(live)
  const say = (...words: (string | Node)[]): void => {
    if (!isReading()) live.replaceChildren(...words)
  }
  let isFirst = true
  document.addEventListener('impress:stepenter', ({ target }) => {
    const step = target as HTMLElement
    const title = titleOf(step)
    const place = placeAmong(step)
    // The page may be in another language.
    say(
      Object.assign(document.createElement('span'), { lang: 'en', textContent: place }),
      title === undefined || title === place ? '' : `: ${title}`,
    )
    if (!isFirst && !isReading()) focus(step)
    isFirst = false
  })
  document.addEventListener('impress:substep:enter', ({ target }) => say(addedOn(target as Element)))
  document.addEventListener('impress:substep:leave', () => say())
  onInit((api) => api.lib.gc.pushCallback(() => live.remove()))
}

/** Not from a field beside the stage, nor from the page that this one is in. */
function focus(step: HTMLElement): void {
  const { activeElement, body } = document
  if (step !== activeStep() || !document.hasFocus() || (activeElement && activeElement !== body && !activeElement.closest('.step'))) return
  if (step.contains(activeElement)) return
  const start = headingOf(step) ?? step
  if (!start.hasAttribute('tabindex')) start.tabIndex = -1
  start.focus({ preventScroll: true })
}

/** The text of what has appeared last. */
function addedOn(step: Element): string {
  const added = [...step.querySelectorAll(`.${activeClass}:not(.${activeClass} *, .${notesClass} *)`)]
  return added.map((element) => textOf(element, step)).join(' ')
}

function textOf(element: Element, step: Element): string {
  if (element.classList.contains(drawingPressClass)) {
    const name = element.parentElement?.querySelector(':scope > svg')?.getAttribute('aria-label') ?? ''
    return `${name} ${element.getAttribute(pressAttribute)}/${countPresses(step)}`
  }
  const pictures = [element, ...element.querySelectorAll('img, svg')]
  const names = pictures.map((picture) => picture.getAttribute('alt') ?? picture.getAttribute('aria-label') ?? '')
  return [element.textContent ?? '', ...names].join(' ').replace(/\s+/g, ' ').trim()
}
