import { activeStep, isReading, onChange, onInit, onShow } from './impress.ts'

/** What may be larger than the place it has. */
const scrolling = 'pre, table, math, .step'

/** Lets Tab come to what scrolls, so that the arrow keys reach the rest of it. */
export function focusScrolling(): void {
  const mark = (part: Element | null): void => {
    if (!part) return
    const parts = [...(part.matches(scrolling) ? [part] : []), ...part.querySelectorAll(scrolling)]
    const all = parts.map((element) => ({ element, scrolls: scrolls(element) }))
    for (const { element, scrolls } of all) {
      if (scrolls && !element.hasAttribute('tabindex')) element.setAttribute('tabindex', '0')
      else if (!scrolls && element.getAttribute('tabindex') === '0') element.removeAttribute('tabindex')
    }
  }
  const again = (): void => mark(isReading() ? document.getElementById('impress') : activeStep())
  onShow(mark)
  onInit(again)
  onChange(again)
  addEventListener('load', again)
}

function scrolls(element: Element): boolean {
  const { scrollWidth, scrollHeight, clientWidth, clientHeight } = element
  if (scrollWidth <= clientWidth + 1 && scrollHeight <= clientHeight + 1) return false
  const { overflowX, overflowY } = getComputedStyle(element)
  return /auto|scroll/.test(overflowX + overflowY)
}
