import { stepOfHash } from './hash.ts'
import { activeStep, onInit } from './impress.ts'

/**
 * Links within the deck and hashes typed by hand. impress.js acts only on ids of steps; anything else would scroll the
 * locked page. A hash that names nothing leaves the slide and the address as they are.
 */
export function followLinks(): void {
  let api: Parameters<Parameters<typeof onInit>[0]>[0] | undefined
  let address = location.hash
  /** What impress.js has written on arriving; the browser says so later, when the camera may be on its way from there. */
  const written: string[] = []
  document.addEventListener('impress:stepenter', () => {
    if (location.hash !== address) written.push(location.hash)
    address = location.hash
  })
  // Registered before impress.js's own listener, which would compare encoded with decoded.
  addEventListener('hashchange', (event) => {
    const current = activeStep()
    if (!api || !current) return
    event.stopImmediatePropagation()
    address = location.hash
    const own = written.indexOf(new URL(event.newURL).hash)
    if (own >= 0) {
      written.splice(0, own + 1)
      return
    }
    const step = stepOfHash(location.hash)
    if (step) {
      if (step !== current) api.goto(step)
    } else history.replaceState(null, '', `#/${current.id}`)
    scrollTo(0, 0)
  })
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null
    if (!api || !link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    const step = stepOfHash(link.getAttribute('href') ?? '')
    if (step) api.goto(step)
  })
  onInit((made) => {
    api = made
  })
}
