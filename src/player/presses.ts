import { notesClass } from '../page-contract/names.ts'
import { activeClass, pressAttribute, pressesAttribute, substepClass, visibleClass } from '../page-contract/presses.ts'
import { activeStep, allSteps, isReading, onInit } from './impress.ts'
import { util } from './util.ts'

const substeps = `.${substepClass}:not(.${notesClass}, .${notesClass} *)`

/**
 * What appears at each press on a slide, in order. What carries no number, since an author's script has made it or it stands in a drawing's file,
 * comes after the rest. A press that nothing answers, since the browser has left its element out, is none.
 */
function pressesOf(step: Element): readonly (readonly Element[])[] {
  const numbered: Element[][] = Array.from({ length: Number(step.getAttribute(pressesAttribute)) }, () => [])
  const further: Element[][] = []
  for (const element of step.querySelectorAll(substeps)) {
    const press = numbered[Number(element.getAttribute(pressAttribute)) - 1]
    if (press) press.push(element)
    else further.push([element])
  }
  return [...numbered, ...further].filter((press) => press.length > 0)
}

export const isShown = ({ classList }: Element): boolean => classList.contains(visibleClass)

/** How often the key is pressed on a slide before the next one comes. */
export const countPresses = (step: Element): number => pressesOf(step).length

/** How often it has been. */
export const pressedOn = (step: Element): number => pressesOf(step).filter((press) => press.some(isShown)).length

/** After how many presses all that an element stands in has appeared. */
export const pressHolding = (step: Element, element: Element): number =>
  pressesOf(step).reduce((last, press, index) => (press.some((substep) => substep.contains(element)) ? index + 1 : last), 0)

/** More than there are. */
export const allPresses = Number.POSITIVE_INFINITY

const pressed = 'hoverdeck:pressed'

/** Shows a slide as it is after so many presses; after all of them, as it was left: nothing has appeared last. */
export function setPressed(step: Element, count: number): void {
  for (const [index, press] of pressesOf(step).entries()) {
    for (const { classList } of press) {
      classList.toggle(visibleClass, index < count)
      classList.toggle(activeClass, index === count - 1)
    }
  }
  refreshPresses(step)
}

/**
 * Has what is to come on a slide be there for nobody: not for a screen reader, nor for Tab. How it looks is the style sheet's, which may show it pale.
 * An article has it all.
 */
export function refreshPresses(step: Element): void {
  for (const element of step.querySelectorAll(substeps)) {
    const isHidden = !isReading() && !isShown(element)
    if ('inert' in element) element.toggleAttribute('inert', isHidden)
    else if (isHidden) element.setAttribute('aria-hidden', 'true')
    else element.removeAttribute('aria-hidden')
  }
  step.dispatchEvent(new Event(pressed, { bubbles: true }))
}

/** Calls back when something on the slide may have appeared or gone. */
export const onPressed = (step: Element, callback: () => void): void => step.addEventListener(pressed, callback)

/** The same for any slide. */
export const onAnyPressed = (callback: (step: HTMLElement) => void): void =>
  document.addEventListener(pressed, ({ target }) => callback(target as HTMLElement))

type Way = 'next' | 'prev'

/** What appears or goes at the next press, the last of several at once; undefined where the press leaves the slide. */
function nextOn(step: Element, way: Way): Element | undefined {
  const count = pressedOn(step)
  const press = pressesOf(step)[way === 'next' ? count : count - 1]
  return press?.[press.length - 1]
}

const go = (step: Element, way: Way): void => setPressed(step, pressedOn(step) + (way === 'next' ? 1 : -1))

/** A press of the key, with impress.js's events; false where it leaves the slide. */
function press(step: Element, way: Way): boolean {
  const substep = nextOn(step, way)
  if (!substep) return false
  go(step, way)
  const detail = { reason: way, substep }
  util.triggerEvent(step, 'impress:substep:stepleaveaborted', detail)
  util.triggerEvent(step, way === 'next' ? 'impress:substep:enter' : 'impress:substep:leave', detail)
  return true
}

/**
 * Presses of the key. In place of impress.js's own plugin, which counts what it finds, shows something at each move of a finger that swipes, and
 * starts a slide over when one comes back to it: here it is found as it was left.
 */
export function followPresses(): void {
  const { addPreStepLeavePlugin } = window.impress
  addPreStepLeavePlugin(({ target, detail: { reason, swipe } }) => {
    if (reason !== 'next' && reason !== 'prev') return undefined
    const stays = swipe === undefined ? press(target, reason) : nextOn(target, reason)
    return stays ? false : undefined
  }, 1)
  // Runs after the plugins that may stop the move or change where it goes. What is pressed on the way counts on the slide that it leads to.
  addPreStepLeavePlugin(({ detail: { next, reason, swipe } }) => {
    if (swipe !== undefined) return undefined
    setPressed(next, reason === 'prev' ? allPresses : 0)
    return undefined
  }, 20)
  // impress.js asks nobody before a move that leads to where one is: in a deck of one slide no press would be heard.
  onInit((api) => {
    for (const step of allSteps()) refreshPresses(step)
    const [step, second] = allSteps()
    if (step && !second) for (const way of ['next', 'prev'] as const) api[way] = () => press(step, way) && step
  })
  for (const [event, way] of [
    ['show', 'next'],
    ['hide', 'prev'],
  ] as const) {
    document.addEventListener(`impress:substep:${event}`, () => {
      const step = activeStep()
      if (step && nextOn(step, way)) go(step, way)
    })
  }
}
