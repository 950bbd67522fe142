import { activeStep, onInit } from './impress.ts'
import { make, panels } from './panels.ts'
import { util } from './util.ts'

export type Blank = 'black' | 'white'

let cover: HTMLElement | undefined
let shown: Blank | undefined
let stopped: readonly HTMLMediaElement[] = []

/** Films and sound that play, on whichever slide. */
const playing = (): HTMLMediaElement[] => [...document.querySelectorAll<HTMLMediaElement>('video, audio')].filter(({ paused }) => !paused)

const changed = 'hoverdeck:blank'

/** Calls back with what the audience sees instead of the slides from now on, if anything. */
export const onBlank = (callback: (colour: Blank | undefined) => void): void => document.addEventListener(changed, () => callback(shown))

/**
 * Covers all that is in the window, header and footer too, and stops films and the time; undefined, or the colour that is shown, takes it away. The
 * step's own time goes on afterwards (impress.js's plugin forgets it).
 */
export function blank(colour?: Blank): void {
  const wanted = colour === shown ? undefined : colour
  if (wanted === shown) return
  cover?.remove()
  if (wanted) {
    // In the browser's top layer, over a film in full screen too.
    cover = make('div', { className: `blank ${wanted}`, popover: 'manual', role: 'status', 'aria-label': `The screen is ${wanted}` })
    cover.addEventListener('click', () => blank())
    cover.addEventListener('touchmove', () => blank())
    panels().append(cover)
    cover.showPopover?.()
  }
  if (!shown || !wanted) {
    document.body.classList.toggle('impress-blank', wanted !== undefined)
    util.triggerEvent(activeStep() ?? document, `impress:autoplay:${wanted ? 'pause' : 'play'}`)
    for (const film of stopped) void film.play().catch(() => {})
    stopped = wanted ? playing() : []
    for (const film of stopped) film.pause()
  }
  shown = wanted
  util.triggerEvent(document, changed)
}

/** What comes while nothing is seen of the slides brings them back first: a press moves nothing then. To be called after all else that listens to presses. */
export function comeBackFirst(): void {
  onInit((api) => {
    for (const way of ['next', 'prev'] as const) {
      const go = api[way]
      api[way] = (event) => {
        if (!shown) return go(event)
        blank()
        return false
      }
    }
    api.lib.gc.addEventListener(document, 'impress:stepleave', () => blank())
  })
}
