import { readingClass } from '../page-contract/names.ts'

/** The parts of impress.js 1.1.0 that the player uses. Its documentation: DOCUMENTATION.md and src/plugins/README.md of the package. */

export interface Impress {
  (rootId?: string): Api
  addPreStepLeavePlugin(plugin: (event: LeaveEvent) => boolean | undefined, weight?: number): void
  addLibraryFactory(factories: Record<string, (rootId: string) => unknown>): void
  readonly supported: boolean
}

export interface Api {
  init(): void
  tear(): void
  goto(step: Element | string | number, duration?: number, reason?: string, event?: Event): Element | false
  next(event?: Event): Element | false
  prev(event?: Event): Element | false
  /** False where a plugin stops the move; then the camera stays. */
  swipe(share: number): false | undefined
  readonly lib: { readonly gc: Collector }
}

/** What `tear()` undoes. */
export interface Collector {
  addEventListener(target: EventTarget, type: string, listener: (event: never) => void): void
  appendChild(parent: Element, child: Element): void
  pushCallback(callback: () => void): void
}

export interface LeaveEvent {
  readonly target: HTMLElement
  /** What caused the move, such as a key. */
  readonly origEvent?: Event
  readonly detail: { next: HTMLElement; reason: string; transitionDuration: number; swipe?: number }
}

declare global {
  interface Window {
    impress: Impress
  }
}

export type InitEvent = CustomEvent<{ readonly api: Api }>

/** Calls back once impress.js has set up its root. */
export const onInit = (callback: (api: Api, root: HTMLElement) => void): void => {
  document.addEventListener('impress:init', (event) => callback((event as InitEvent).detail.api, event.target as HTMLElement))
}

const change = 'hoverdeck:change'

/** Says that what stands in a step, or in all below `part`, is another now (`deck watch`). */
export const announceChange = (part: Element): void => {
  part.dispatchEvent(new Event(change, { bubbles: true }))
}

/** Calls back with the step whose content is another now, or with the root when any step may look otherwise. */
export const onChange = (callback: (part: HTMLElement) => void): void => {
  document.addEventListener(change, ({ target }) => callback(target as HTMLElement))
}

/** Calls back with the slide that the camera goes to, when it leaves and when it is there. */
export const onShow = (callback: (step: HTMLElement) => void): void => {
  document.addEventListener('impress:stepleave', (event) => callback((event as CustomEvent<{ next: HTMLElement }>).detail.next))
  document.addEventListener('impress:stepenter', (event) => callback(event.target as HTMLElement))
}

export const activeStep = (): HTMLElement | null => document.querySelector<HTMLElement>('#impress .step.active')

export const allSteps = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('#impress .step')]

/** Whether the slides stand below one another (reading.ts). */
export const isReading = (): boolean => document.body.classList.contains(readingClass)

/** Also for an element of the console's window, which is no `Element` of this one. */
const isWithin = (target: EventTarget | null, selector: string): boolean =>
  target !== null && 'closest' in target && (target as Element).closest(selector) !== null

const roles = (names: string): string =>
  names
    .split(' ')
    .map((name) => `,[role=${name}]`)
    .join('')

/** What all keys are for that are pressed on it: what one types in, and what one moves in with arrows and letters. */
const typed = `textarea, select, input:not(${'button submit reset image checkbox file color'
  .split(' ')
  .map((type) => `[type=${type} i]`)
  .join()})${roles('textbox searchbox combobox spinbutton slider listbox menu menubar tree grid treegrid tablist radiogroup application')}`

/** What Space is for: it is pressed, chosen, opened, played. */
const worked = `button, input, summary, video, audio${roles('button checkbox switch radio option tab menuitem')}`

const isEdited = (target: EventTarget | null): boolean => (target as HTMLElement | null)?.isContentEditable === true

/** Whether a key is for what is typed or moved in there. */
export const isTyping = (target: EventTarget | null): boolean => isEdited(target) || isWithin(target, typed)

/** Whether Space is for what has the focus. */
export const isWorked = (target: EventTarget | null): boolean => isWithin(target, worked)

/** Whether a click or touch is the element's own: a form field, a button, a link, a film, something editable. */
export const isInteractive = (target: EventTarget | null): boolean =>
  isTyping(target) || isWorked(target) || isWithin(target, `:any-link, label, iframe, object, embed, [onclick]${roles('link')}`)
