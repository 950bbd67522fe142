import { autoConsoleAttribute } from '../page-contract/attributes.ts'
import {
  type Clock,
  consoleQuery,
  type Note,
  type Posted,
  type SlideState,
  type TalkState,
  type ToConsole,
  type ToSlides,
} from '../page-contract/console-messages.ts'
import { durationAttribute, noteAtAttribute, notesClass, timeAttribute } from '../page-contract/names.ts'
import { type Blank, onBlank } from './blank.ts'
import { type Api, activeStep, allSteps, onChange, onInit } from './impress.ts'
import { onInk, strokesOn } from './ink.ts'
import { planOf, ranUntil } from './pace.ts'
import { onDot, point } from './pointing.ts'
import { countPresses, pressedOn } from './presses.ts'
import { isPreview } from './preview-frame.ts'
import { titleOf } from './slide-text.ts'

/** How long a page waits for a console that was open before it was loaded again, before it opens one by itself, ms. */
const waitForConsole = 1500

/** How large a console is at first, px. */
const size = 'width=1280,height=800'

/**
 * The slides' end of the presenter console (console-window.ts is the other), which `open` opens, or the start with `auto-console`. Both speak by messages alone, so
 * either window may be loaded again: a console says again and again that it is there.
 */
export function presenterConsole(): { open(): void } {
  let open = (): void => {}
  if (isPreview()) return { open }
  let console_: Window | undefined
  let clock: Clock | undefined
  let isMoving = false
  let blank: Blank | undefined
  onInit((api, root) => {
    const { gc } = api.lib
    const post = (message: ToConsole): void => console_?.postMessage({ hoverdeck: message } satisfies Posted<ToConsole>, '*')
    const show = (): void => {
      const step = activeStep()
      post(
        step
          ? { type: 'state', state: stateOf(step, root, { isMoving, clock: clock ?? started(), ...(blank ? { blank } : {}) }) }
          : { type: 'empty' },
      )
    }
    let dot: readonly [x: number, y: number] | undefined
    const showMarks = (): void => {
      const step = activeStep()
      const at = dot && ([dot[0] / innerWidth, dot[1] / innerHeight] as const)
      post({ type: 'marks', marks: { strokes: step ? strokesOn(step) : [], ...(at ? { dot: at } : {}) } })
    }
    onInk(showMarks)
    onDot((place) => {
      dot = place
      showMarks()
    })
    // The classes of what is left and entered are set by the time the listeners of these events have run.
    let isWaiting = false
    const later = (): void => {
      if (isWaiting) return
      isWaiting = true
      setTimeout(() => {
        isWaiting = false
        show()
        showMarks()
      }, 0)
    }
    open = () => {
      if (console_ && !console_.closed) return console_.parent.focus()
      const { href, search } = location
      const address = `${href.replace(/[?#].*$/s, '')}${search === '' ? '?' : `${search}&`}${consoleQuery}`
      if (!window.open(address, 'impressConsole', `popup,${size}`)) askForClick(open)
    }
    gc.addEventListener(window, 'message', ({ data, origin, source }: MessageEvent<Partial<Posted<ToSlides>> | null>) => {
      const message = data?.hoverdeck
      if (!message || origin !== window.origin || !isOwnConsole(source)) return
      if (message.type === 'hello') {
        clock ??= message.clock ?? started()
        console_ = source
      }
      if (message.type === 'clock') clock = message.act === 'restart' ? started() : stoppedOrGoing(clock ?? started())
      act(message, api)
      // What an act changes is told by its own events.
      if (message.type === 'hello' || message.type === 'clock') show()
      if (message.type === 'hello') showMarks()
    })
    gc.addEventListener(document, 'impress:stepleave', () => {
      isMoving = true
      later()
    })
    gc.addEventListener(document, 'impress:stepenter', () => {
      isMoving = false
      later()
    })
    for (const event of ['impress:substep:enter', 'impress:substep:leave', 'impress:substep:stepleaveaborted'])
      gc.addEventListener(document, event, later)
    gc.addEventListener(window, 'resize', later)
    onBlank((colour) => {
      blank = colour
      later()
    })
    onChange(later)
    gc.addEventListener(window, 'pagehide', () => post({ type: 'bye' }))
    if (!root.hasAttribute(autoConsoleAttribute)) return
    // A window that is opened anew would be a second one, or lose what it has.
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    setTimeout(() => console_ ?? open(), entry?.type === 'reload' ? waitForConsole : 0)
  })
  return { open: () => open() }
}

/** A frame of a window that this page has opened, or that has opened this page. */
const isOwnConsole = (source: MessageEventSource | null): source is Window =>
  source !== null && 'parent' in source && source.parent !== source && (source.parent.opener === window || source.parent === window.opener)

const started = (): Clock => ({ ran: 0, since: Date.now() })

const stoppedOrGoing = (clock: Clock): Clock => {
  const now = Date.now()
  return clock.since === undefined ? { ...clock, since: now } : { ran: ranUntil(clock, now) }
}

function act(message: ToSlides, api: Api): void {
  if (message.type === 'go') api[message.way]()
  else if (message.type === 'go to') api.goto(message.step)
  else if (message.type === 'key') {
    const { key, shiftKey, ctrlKey } = message
    document.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, ctrlKey, bubbles: true, cancelable: true }))
  } else if (message.type === 'pointer') point(message.event, message.x * innerWidth, message.y * innerHeight)
}

function stateOf(step: HTMLElement, root: HTMLElement, beside: Pick<TalkState, 'isMoving' | 'clock' | 'blank'>): TalkState {
  const steps = allSteps()
  const at = steps.indexOf(step)
  const presses = countPresses(step)
  const now: SlideState = { step: step.id, pressed: pressedOn(step) }
  const isSkipped = ({ classList }: Element): boolean => classList.contains('skip')
  const following = steps.slice(at + 1).find((other) => !isSkipped(other))
  const isLastPress = now.pressed >= presses
  const timed = steps.map((slide) => ({ time: secondsIn(slide, timeAttribute), isSkipped: isSkipped(slide) }))
  const plan = planOf(timed, secondsIn(root, durationAttribute), { at, pressed: now.pressed, presses })
  return {
    now,
    next: isLastPress ? { step: (following ?? steps[0] ?? step).id, pressed: 0 } : { step: step.id, pressed: now.pressed + 1 },
    isLast: isLastPress && following === undefined,
    presses,
    slide: at + 1,
    slides: steps.length,
    title: titleOf(step),
    notes: [...step.querySelectorAll(`.${notesClass}`)].map(noteIn),
    width: innerWidth,
    height: innerHeight,
    ...beside,
    ...(plan ? { plan } : {}),
  }
}

const secondsIn = (element: Element, attribute: string): number | undefined => Number(element.getAttribute(attribute)) || undefined

function noteIn(element: Element): Note {
  const at = element.getAttribute(noteAtAttribute)
  return { html: element.innerHTML, ...(at === null ? {} : { at: Number(at) }) }
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
