import { activeStep, onInit } from './impress.ts'
import { isLast } from './next-slide.ts'
import { countPresses, pressedOn } from './presses.ts'
import { isPreview } from './preview-frame.ts'
import { util } from './util.ts'

/** Where the deck says no time and somebody asks for it, s. */
const usual = 10

/**
 * Presses by itself after as many seconds as the slide says, or the deck (`data-autoplay`), or `?impress-autoplay=` of the address; a film that has started
 * by itself is seen to its end. At the deck's end it stops, or with `:loop:` begins again, and it stops when somebody presses. In place of impress.js's plugin, which never
 * stops, and forgets a slide's own time when the screen was black.
 */
export function autoplay(): { toggle(): void } {
  let toggle = () => {}
  if (isPreview()) return { toggle }
  onInit((api, root) => {
    let isRunning = true
    let isHeld = false
    let isOwn = false
    let isAsked = false
    /** Whether it is on its way to the next press, moving or playing a film. */
    let isGoing = false
    let timer = 0
    const rest = (): void => clearTimeout(timer)
    const wait = (): void => {
      rest()
      isGoing = false
      const step = activeStep()
      if (!step || !isRunning || isHeld || (!('loop' in root.dataset) && isLast(step) && pressedOn(step) === countPresses(step))) return
      const all = util.getUrlParamValue('impress-autoplay') ?? root.dataset['autoplay'] ?? (isAsked && usual)
      const time = Number.parseFloat(step.dataset['autoplay'] ?? String(all))
      if (!(time > 0)) return
      isGoing = true
      timer = window.setTimeout(go, time * 1000)
    }
    const go = (): void => {
      const film = [...(activeStep()?.querySelectorAll<HTMLMediaElement>('video, audio') ?? [])].find(
        ({ paused, loop }) => !paused && !loop,
      )
      if (!isRunning || isHeld) return
      if (film) {
        film.addEventListener('ended', go, { once: true })
        film.addEventListener('pause', wait, { once: true })
        return
      }
      isOwn = true
      api.next()
      isOwn = false
    }
    const pressed = (): void => {
      isRunning &&= isOwn
      wait()
    }
    toggle = () => {
      isRunning = isAsked = !isGoing
      wait()
    }
    const hold = (held: boolean): void => {
      isHeld = held
      wait()
    }
    for (const [events, act] of [
      ['impress:stepenter', wait],
      ['impress:substep:enter impress:substep:leave', pressed],
      ['impress:autoplay:pause', () => hold(true)],
      ['impress:autoplay:play', () => hold(false)],
    ] as const)
      for (const event of events.split(' ')) api.lib.gc.addEventListener(document, event, act)
    // The next time begins on arriving.
    window.impress.addPreStepLeavePlugin(({ detail: { swipe } }) => {
      if (swipe === undefined) {
        isRunning &&= isOwn
        isGoing &&= isOwn
        rest()
      }
      return undefined
    }, 40)
    api.lib.gc.pushCallback(rest)
  })
  return { toggle: () => toggle() }
}
