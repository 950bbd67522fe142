import { type Address, addressOf, hashOf } from './hash.ts'
import { type Api, activeStep, allSteps, onInit } from './impress.ts'
import { onAnyPressed, pressedOn, setPressed } from './presses.ts'
import { isPreview } from './preview-frame.ts'

/** Goes to a slide as it is after so many presses. */
export function goTo(api: Api, { step, pressed }: Address): void {
  api.goto(step)
  // A slide may lead elsewhere.
  if (step === activeStep()) setPressed(step, pressed)
}

/**
 * The address says at once where the camera goes, and at which press one is: what is loaded again, or sent to somebody, is found as it was. A slide that one
 * has been on is an entry of the browser's history, a press is not, nor a slide that one only passes by. In place of what impress.js does, which
 * writes the slide when the camera arrives, and follows that itself when the browser tells of it later.
 */
export function keepAddress(): void {
  /** What the address said last, of us or as we followed it. */
  let said = ''
  let isFollowing = false
  /** Whether the slide of the address has been arrived at. */
  let hasArrived = false
  const write = writer((hash) => {
    said = hash
  })
  const say = (step: HTMLElement, isNew: boolean): void =>
    write(hashOf({ step, pressed: pressedOn(step) }), allSteps().indexOf(step), isNew)
  const here = (): void => {
    const step = activeStep()
    if (step) say(step, false)
  }
  // A deck that has changed may have no slide of that name any more.
  const before = allSteps()[history.state?.slide]
  if (before && !addressOf(location.hash)) write(hashOf({ step: before, pressed: 0 }), history.state.slide, false)
  const start = addressOf(location.hash)
  let api: Api | undefined
  onInit((made) => {
    api = made
    if (!start) return
    const again = (): void => {
      if (start.step === activeStep()) setPressed(start.step, start.pressed)
    }
    again()
    // A script may have made further presses by then.
    if (pressedOn(start.step) < start.pressed) addEventListener('load', again, { once: true })
  })
  window.impress.addPreStepLeavePlugin(({ detail: { next, swipe } }) => {
    if (swipe !== undefined) return undefined
    if (!isFollowing) say(next, hasArrived)
    hasArrived = isFollowing
    return undefined
  }, 30)
  onAnyPressed((step) => {
    if (api && step === activeStep()) say(step, false)
  })
  // impress.js makes an entry on arriving, unless the address is already what it writes.
  document.addEventListener('impress:stepenter', ({ target }) => write.now(`#/${(target as Element).id}`), true)
  document.addEventListener('impress:stepenter', () => {
    hasArrived = true
    here()
  })
  // Registered before impress.js's own listener, which would follow what it has written itself. A hash that names nothing leaves the slide as it is.
  addEventListener('hashchange', (event) => {
    if (!api) return
    event.stopImmediatePropagation()
    if (location.hash === said) return
    said = location.hash
    const there = addressOf(said)
    isFollowing = true
    if (there) goTo(api, there)
    isFollowing = false
    here()
    scrollTo(0, 0)
  })
}

interface Writer {
  (hash: string, slide: number, isNew: boolean): void
  now(hash: string): void
}

/** Browsers let a page write its address 100 times in 10 s (Safari), and a key that is held down would more often: so often at once, and then every so many ms. */
const atOnce = 20
const apart = 150

function writer(onWritten: (hash: string) => void): Writer {
  let left = atOnce
  let last = 0
  let timer = 0
  let isEntry = false
  // Asked now: the console's window takes a preview's name away.
  const isShownOnly = isPreview()
  const put = (hash: string, slide = history.state?.slide): void => {
    const url = new URL(hash, location.href)
    onWritten(url.hash)
    if (url.hash === location.hash && history.state?.slide === slide) return
    try {
      // The entries of the console's previews would be those of its window.
      history[isEntry && !isShownOnly ? 'pushState' : 'replaceState']({ ...history.state, slide }, '', url)
    } catch {
      // A page in a frame that may not, or that has written too often: the address stays.
    }
    isEntry = false
  }
  const write = (hash: string, slide: number, isNew: boolean): void => {
    isEntry ||= isNew
    clearTimeout(timer)
    left = Math.min(atOnce, left + (Date.now() - last) / apart)
    last = Date.now()
    if (left < 1) timer = window.setTimeout(write, apart, hash, slide, false)
    else {
      left--
      put(hash, slide)
    }
  }
  return Object.assign(write, { now: put })
}
