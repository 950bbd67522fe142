import { activeStep, isInteractive, isReading, onInit } from './impress.ts'

/** After how much of its way a swipe turns the page: a share of the window's width, and no more than so many px. */
const enough = (): number => Math.min(0.2 * innerWidth, 80)

/** How far a finger strays that does not swipe yet, px. */
const still = 10

/** How long after a touch the browser tells of its click, ms. */
const clickTime = 1000

/**
 * One finger: a swipe is a press, and so is a tap, back on the left third of the window and on elsewhere. Two are a pinch, which is the browser's, and so is
 * all that a finger does on a page that is zoomed. In place of impress.js's own plugin, which takes taps on links and pinches for swipes and re-enters
 * the slide on every tap.
 */
export function swipe(): void {
  onInit((api, root) => {
    let start: { readonly x: number; readonly y: number } | undefined
    /** How far the finger is across, px; 0 while it is still. */
    let across = 0
    let isDragged = false
    let touched = 0
    const listen = api.lib.gc.addEventListener
    /** Puts the camera back. */
    const settle = (duration?: number): void => {
      const step = activeStep()
      if (isDragged && step) api.goto(step, duration)
      isDragged = false
    }
    const giveUp = (): void => {
      settle()
      start = undefined
      across = 0
    }
    listen(document, 'touchstart', ({ touches: [touch, second], target }: TouchEvent) => {
      giveUp()
      if (isReading() || isZoomed() || !touch || second || !(target instanceof Element)) return
      if (!isInteractive(target) && !scrollsSideways(target)) start = { x: touch.clientX, y: touch.clientY }
    })
    listen(document, 'touchmove', ({ touches: [touch, second] }: TouchEvent) => {
      if (!start || !touch) return
      const [x, y] = [touch.clientX - start.x, touch.clientY - start.y]
      if (across === 0 && Math.hypot(x, y) < still) return
      // What begins up or down is no swipe.
      if (second || (across === 0 && Math.abs(x) < Math.abs(y))) return giveUp()
      across = x
      // Where a press stays on the slide, the camera does.
      if (api.swipe(Math.max(-1, Math.min(1, x / innerWidth))) === false) settle(0)
      else isDragged = true
    })
    listen(document, 'touchend', () => {
      touched = Date.now()
      const [step, way] = [activeStep(), across]
      across = 0
      start = undefined
      if (way <= -enough()) api.next()
      else if (way >= enough()) api.prev()
      if (step === activeStep()) settle()
      isDragged = false
    })
    listen(document, 'touchcancel', giveUp)
    listen(document, 'click', (event: MouseEvent) => {
      const { target, defaultPrevented, clientX } = event
      if (defaultPrevented || Date.now() - touched > clickTime || isZoomed() || isInteractive(target)) return
      // Not on what lies over the slides.
      if (!(target instanceof Node) || !(root.contains(target) || target.contains(root)) || getSelection()?.isCollapsed === false) return
      if (clientX < innerWidth / 3) api.prev()
      else api.next()
    })
  })
}

const isZoomed = (): boolean => (window.visualViewport?.scale ?? 1) > 1.01

function scrollsSideways(target: Element): boolean {
  for (let element: Element | null = target; element; element = element.parentElement) {
    if (element.scrollWidth > element.clientWidth && /auto|scroll/.test(getComputedStyle(element).overflowX)) return true
  }
  return false
}
