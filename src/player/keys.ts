import { type Api, activeStep, addHelp, isTyping, onInit } from './impress.ts'
import { askForStep } from './navigation.ts'

/** Single keys that do something other than move. */
export function keys(toggleHelp: () => void): void {
  const actions: ReadonlyMap<string, (api: Api) => void> = new Map(
    Object.entries<(api: Api) => void>({
      h: toggleHelp,
      '?': toggleHelp,
      b: blank,
      '.': blank,
      g: askForStep,
      f: fullscreen,
    }),
  )
  onInit((api) => {
    api.lib.gc.addEventListener(document, 'keydown', (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target)) return
      const action = actions.get(event.key)
      if (!action) return
      event.preventDefault()
      action(api)
    })
    api.lib.gc.addEventListener(document, 'impress:stepleave', unblank)
  })
  addHelp('B or .', 'Blank the screen', 4)
  addHelp('G', 'Go to a slide', 5)
  addHelp('F', 'Full screen', 6)
  addHelp('H or ?', 'This help', 9)
}

/** Blanks the stage and stops the time; the step's own time goes on afterwards (impress.js's plugin forgets it). */
function blank(): void {
  const blanked = document.body.classList.toggle('impress-blank')
  activeStep()?.dispatchEvent(new CustomEvent(blanked ? 'impress:autoplay:pause' : 'impress:autoplay:play', { bubbles: true }))
}

function unblank(): void {
  if (document.body.classList.contains('impress-blank')) blank()
}

function fullscreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen()
  else void document.documentElement.requestFullscreen?.().catch(() => {})
}
