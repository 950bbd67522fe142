import { groundAttribute } from '../page-contract/attributes.ts'
import type { Exporter, PaperPage, PaperWish } from '../page-contract/exporter.ts'
import { notesClass } from '../page-contract/names.ts'
import { substepClass } from '../page-contract/presses.ts'
import { stepOfHash } from './hash.ts'
import { allSteps } from './impress.ts'
import { placeOf } from './place.ts'
import { allPresses, countPresses, isShown, setPressed } from './presses.ts'

const paperStyle = `@media print {
  .impress-enabled .step.export-out { display: contents !important }
  .impress-enabled .step.export-out > *, .impress-enabled .step.export-out::after, .export-sheet > .export-ground::after { display: none !important }
  .export-sheet { align-items: center; break-after: page; contain: size; display: grid; justify-items: center; overflow: clip; position: relative; z-index: 0 }
  .export-sheet:last-child { break-after: auto }
  .impress-enabled .export-sheet > .step { break-after: auto; counter-increment: none }
  .impress-enabled .export-sheet > .export-ground { inset: 50% auto auto 50% !important; position: absolute !important; z-index: -1 }
}`

/**
 * Makes the stage what the PDF is to hold, and tells its pages in their order. Slides that are left out stay as
 * empty elements.
 */
export async function layPages({ slides, substeps, looks }: PaperWish, show: Exporter['show']): Promise<PaperPage[]> {
  const steps = allSteps()
  const style = document.createElement('style')
  style.textContent = paperStyle
  document.head.append(style)
  aimLinks()
  if (!substeps) finish(steps)
  const pages: PaperPage[] = []
  const laid = new Map<HTMLElement, { mark: Comment; sheets: readonly HTMLElement[] }>()
  for (const slide of slides) {
    const step = steps[slide]
    if (!step) continue
    const mark = document.createComment('')
    step.before(mark)
    const holder = steps[looks[slide] ?? -1]
    const sheets: HTMLElement[] = []
    const presses = substeps ? countPresses(step) : 0
    for (let pressed = 0; pressed <= presses && (holder || hasPage(step)); pressed++) {
      if (substeps) await show(slide, pressed)
      const copy = substeps ? copyOf(step) : step
      const page = holder ? sheet(groundOf(step, holder), copy) : copy
      // Its number, whatever is left out and comes again.
      page.style.setProperty('counter-increment', 'none')
      page.style.setProperty('counter-set', `slide ${slide + 1}`)
      sheets.push(page)
      pages.push({ slide, pressed })
    }
    laid.set(step, { mark, sheets })
  }
  // Not before: the camera needs them all.
  for (const step of steps) {
    const { mark, sheets = [] } = laid.get(step) ?? {}
    if (sheets.length === 0) step.classList.add('export-out')
    else if (sheets[0] !== step) {
      if (step.parentNode === mark?.parentNode) step.remove()
      mark?.replaceWith(...sheets)
    }
  }
  return pages
}

/** As base.css has it: a place to look from has none. */
const hasPage = (step: HTMLElement): boolean =>
  (step.getAttribute(groundAttribute) ?? '').includes('own') || [...step.children].some((child) => !child.classList.contains(notesClass))

/** Each slide as it is when it is shown and all is pressed. */
function finish(steps: readonly HTMLElement[]): void {
  for (const step of steps) {
    step.classList.remove('past', 'future')
    step.classList.add('active', 'present')
    setPressed(step, allPresses)
  }
  // Drawings show their last state.
  window.dispatchEvent(new Event('beforeprint'))
}

/** A step as it looks now. On paper all its substeps would be shown. */
function copyOf(step: HTMLElement): HTMLElement {
  const copy = step.cloneNode(true) as HTMLElement
  const substepsOf = (all: HTMLElement) => [...all.querySelectorAll<HTMLElement>(`.${substepClass}`)]
  const parts = substepsOf(copy)
  for (const [index, substep] of substepsOf(step).entries()) {
    if (isShown(substep)) continue
    parts[index]?.style.setProperty('opacity', getComputedStyle(substep).opacity, 'important')
  }
  const canvases = copy.querySelectorAll('canvas')
  for (const [index, canvas] of [...step.querySelectorAll('canvas')].entries()) {
    if (canvas.width > 0 && canvas.height > 0) canvases[index]?.getContext('2d')?.drawImage(canvas, 0, 0)
  }
  return copy
}

/** A page that nothing is carried over from, however far what stands on it reaches before it is moved to its place. */
function sheet(...parts: readonly HTMLElement[]): HTMLElement {
  const page = document.createElement('div')
  const { width, height } = document.getElementById('impress')?.dataset ?? {}
  page.className = 'export-sheet'
  page.style.cssText = `height: ${Number(height) - 1}px; perspective: 1000px; width: ${width}px`
  page.append(...parts)
  return page
}

/** What the camera sees of a drawing when it is on a step that looks at a part of it. */
function groundOf(step: HTMLElement, holder: HTMLElement): HTMLElement {
  const ground = copyOf(holder)
  ground.classList.add('export-ground')
  // The page's number is that of the step that looks.
  ground.style.removeProperty('counter-set')
  const seen = placeOf(step).inverse().multiply(placeOf(holder))
  ground.style.setProperty('transform', `translate(-50%, -50%) ${isFlat(seen) ? flat(seen) : seen}`, 'important')
  return ground
}

const isFlat = ({ m13, m14, m23, m24, m31, m32, m34, m43 }: DOMMatrix): boolean =>
  [m13, m14, m23, m24, m31, m32, m34, m43 / 100].every((value) => Math.abs(value) < 1e-3)

/** What has three dimensions would be a picture in the PDF. */
const flat = ({ a, b, c, d, e, f }: DOMMatrix): string => `matrix(${[a, b, c, d, e, f].map((value) => value.toFixed(5)).join(', ')})`

/** impress.js's hashes name no element, and a PDF leads to elements. */
function aimLinks(): void {
  for (const link of document.querySelectorAll('a[href^="#/"]')) {
    const step = stepOfHash(link.getAttribute('href') ?? '')
    if (step) link.setAttribute('href', `#${encodeURIComponent(step.id)}`)
  }
}
