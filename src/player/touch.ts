import { isInteractive, onInit } from './impress.ts'

/** The share of the window's width after which a swipe turns the page. */
const enough = 0.2

/**
 * Swipes with one finger. In place of impress.js's own plugin, which takes taps on links and pinches for swipes and re-enters the
 * slide on every tap.
 */
export function swipe(): void {
  onInit((api) => {
    let start: { readonly x: number; readonly y: number } | undefined
    let share = 0
    const listen = api.lib.gc.addEventListener
    const settle = () => {
      const step = document.querySelector('#impress .step.active')
      if (share !== 0 && step) api.goto(step)
      start = undefined
      share = 0
    }
    listen(document, 'touchstart', (event: TouchEvent) => {
      const [touch] = event.touches
      const scrolls = event.target instanceof Element && scrollsSideways(event.target)
      start =
        touch && event.touches.length === 1 && !scrolls && !isInteractive(event.target) ? { x: touch.clientX, y: touch.clientY } : undefined
      share = 0
    })
    listen(document, 'touchmove', (event: TouchEvent) => {
      const [touch] = event.touches
      if (!start || !touch) return
      if (event.touches.length > 1) return settle()
      const across = touch.clientX - start.x
      if (Math.abs(across) < 2 * Math.abs(touch.clientY - start.y)) return
      share = Math.max(-1, Math.min(1, across / innerWidth))
      api.swipe(share)
    })
    listen(document, 'touchend', () => {
      if (share <= -enough) api.next()
      else if (share >= enough) api.prev()
      else return settle()
      start = undefined
      share = 0
    })
    listen(document, 'touchcancel', settle)
  })
}

function scrollsSideways(target: Element): boolean {
  for (let element: Element | null = target; element; element = element.parentElement) {
    if (element.scrollWidth > element.clientWidth && /auto|scroll/.test(getComputedStyle(element).overflowX)) return true
  }
  return false
}
