import { type Api, allSteps, isInteractive, isReading, onInit } from './impress.ts'

/**
 * Clicks and what has the focus. In place of impress.js's own plugin, which takes Tab away from links and forms, acts on keys that a
 * button or a film wants, and follows clicks on slides that cannot be seen.
 */
export function navigate(): void {
  onInit((api, root) => {
    const { gc } = api.lib
    gc.addEventListener(document, 'click', (event: MouseEvent) => {
      if (!isReading() && !event.defaultPrevented && event.button === 0) clicked(event, api, root)
    })
    gc.addEventListener(document, 'focusin', (event: FocusEvent) => {
      if (isReading()) return
      const step = (event.target as Element).closest('#impress .step')
      if (step && !step.classList.contains('active')) api.goto(step)
      keepInPlace(root)
    })
    gc.addEventListener(document, 'impress:stepleave', (event: CustomEvent) => {
      const focused = document.activeElement
      if (focused instanceof HTMLElement && event.target instanceof Node && event.target.contains(focused)) focused.blur()
    })
  })
}

/** A click on another slide that can be seen goes there; one that ends a selection or is an element's own does not. */
function clicked(event: MouseEvent, api: Api, root: HTMLElement): void {
  const target = event.target as Element
  if (isInteractive(target) || getSelection()?.isCollapsed === false) return
  // What stands around the stage is no slide.
  if (!root.contains(target) && !target.contains(root)) return
  const own = target.closest('.step')
  const step = own && !own.classList.contains('active') ? own : stepAt(event)
  if (!step || !root.contains(step)) return
  if (Number(getComputedStyle(step).opacity) < 0.05) return
  if (api.goto(step)) event.preventDefault()
}

/**
 * The slide that was meant. What is inert takes no clicks (unseen.ts), so it is not for a moment. On an overview that lies in the plane of its slides,
 * and over them because it comes later, it is the small one below.
 */
function stepAt({ clientX, clientY }: MouseEvent): Element | undefined {
  const inert = allSteps().filter((step) => step.inert)
  for (const step of inert) step.inert = false
  const [first, ...below] = new Set(document.elementsFromPoint(clientX, clientY).flatMap((element) => element.closest('.step') ?? []))
  for (const step of inert) step.inert = true
  if (!first?.classList.contains('active')) return first
  const area = (element: Element) => element.getBoundingClientRect().width * element.getBoundingClientRect().height
  return below.find((step) => area(step) < area(first) / 4)
}

/** A browser scrolls what has focus into view, also where overflow is hidden; the camera must not move by it. */
function keepInPlace(root: HTMLElement): void {
  for (let element: Element | null = root; element; element = element.parentElement) {
    if (element.scrollTop !== 0) element.scrollTop = 0
    if (element.scrollLeft !== 0) element.scrollLeft = 0
  }
}
