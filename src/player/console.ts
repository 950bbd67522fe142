import { autoConsoleAttribute, consoleCssAttribute } from '../page-contract/attributes.ts'
import { notesClass } from '../page-contract/names.ts'
import type { PreviewState } from '../page-contract/preview-state.ts'
import { type ConsoleWindow, openConsoleWindow, reloadTime } from './console-window.ts'
import { activeStep, allSteps, isLink, onChange, onInit } from './impress.ts'
import { type ConsoleAction, consoleKeys, isPassedOn, keyOf, rowOf, slideKeys } from './key-table.ts'
import { pressedOn } from './presses.ts'
import { isPreview } from './preview-frame.ts'

/**
 * The presenter console, opened by `open`, or at the start with `auto-console`: the slide, the next one, the notes, a clock and a timer. It has the
 * ids of impress.js's console, so that style sheets written for that one serve; unlike that one it needs no file beside the page.
 */
export function presenterConsole(): { open(): void } {
  let open = (_started?: number) => {}
  if (isPreview()) return { open }
  let window_: ConsoleWindow | undefined
  onInit((api, root) => {
    const actions = { next: () => api.next(), resetTimer: () => window_?.resetTimer(), stay: () => {} }
    open = (started = Date.now()) => {
      if (window_ && !window_.closed) return window_.focus()
      window_ = openConsoleWindow({
        css: root.getAttribute(consoleCssAttribute) ?? '',
        onKey: (event) => pressed(event, actions),
        started,
      })
      if (!window_) return askForClick(() => open(started))
      window_.onMove((way) => (way === 'next' ? api.next() : api.prev()))
      show('Ready')
    }
    const show = (status: string) => {
      const step = activeStep()
      if (window_ && !window_.closed && step) window_.show({ ...stateOf(step), status })
    }
    const { gc } = api.lib
    // The classes of what is left and entered are set by the time the listeners of this event have run.
    const later = (status: string) => () => setTimeout(show, 0, status)
    gc.addEventListener(document, 'impress:stepleave', later('Moving'))
    for (const event of ['stepenter', 'substep:enter', 'substep:leave', 'substep:stepleaveaborted'])
      gc.addEventListener(document, `impress:${event}`, later('Ready'))
    onChange(later('Ready'))
    gc.addEventListener(window, 'pagehide', () => {
      if (!window_ || window_.closed) return
      remember(window_.started)
      // A page from disk that is loaded again counts as another site and may not touch what it opened before, not even once that window has been
      // emptied: it opens another, as far as the browser lets it, or asks for a click.
      if (location.protocol === 'file:') window_.close()
      else window_.closeSoon()
    })
    const before = remembered()
    if (before !== undefined || root.hasAttribute(autoConsoleAttribute)) open(before)
  })
  return { open: () => open() }
}

/** A console that is open when the page is loaded again, as after each change under `deck watch`, stays open and keeps its time. */
const memory = 'hoverdeck console'

const remember = (started: number): void => {
  try {
    sessionStorage.setItem(memory, `${Date.now()} ${started}`)
  } catch {
    // A browser that keeps nothing: the console closes.
  }
}

/** When the console of the page before was started, if it is still open. */
function remembered(): number | undefined {
  try {
    const [left, started] = (sessionStorage.getItem(memory) ?? '').split(' ').map(Number)
    sessionStorage.removeItem(memory)
    return left !== undefined && Date.now() - left < reloadTime ? started : undefined
  } catch {
    return undefined
  }
}

interface Shown {
  readonly current: PreviewState
  readonly next: PreviewState
  /** Whether `next` is the first slide again. */
  readonly isLast: boolean
  /** The notes' HTML; empty without any. */
  readonly notes: string
}

function stateOf(step: HTMLElement): Shown {
  const steps = allSteps()
  const following = steps.slice(steps.indexOf(step) + 1).find((other) => !other.classList.contains('skip'))
  return {
    current: { step: step.id, pressed: pressedOn(step) },
    next: { step: (following ?? steps[0] ?? step).id, pressed: 0 },
    isLast: following === undefined,
    notes: [...step.querySelectorAll(`.${notesClass}`)].map(({ innerHTML }) => `<div class="${notesClass}">${innerHTML}</div>`).join(''),
  }
}

/** A key in the console's window: one of its own (key-table.ts), or what it is in the slides' own. */
function pressed(event: KeyboardEvent, actions: Readonly<Record<ConsoleAction, () => void>>): void {
  const key = keyOf(event)
  // The browser follows it.
  if (key === 'Enter' && isLink(event.target)) return
  const own = rowOf(consoleKeys, key)
  if (own) {
    event.preventDefault()
    actions[own.action]()
  } else if (isPassedOn(key)) {
    if (rowOf(slideKeys, key)) event.preventDefault()
    const { key: written, shiftKey } = event
    document.dispatchEvent(new KeyboardEvent('keydown', { key: written, shiftKey, bubbles: true, cancelable: true }))
  }
}

/** A browser opens no window that nobody asked for: a click asks for it. */
function askForClick(open: () => void): void {
  if (document.getElementById('impress-console-button')) return
  const button = document.createElement('button')
  button.id = 'impress-console-button'
  button.textContent = 'Open the presenter console'
  button.style.cssText =
    'position:fixed;inset:auto auto 2em 2em;z-index:102;padding:.6em 1em;font:18px system-ui,sans-serif;pointer-events:auto'
  button.addEventListener('click', () => {
    button.remove()
    open()
  })
  document.body.append(button)
}
