import { notesClass } from '../page-contract/names.ts'
import { allSteps } from './impress.ts'

/** Text in the article, px; slides have it larger. */
const textSize = (): number => (innerWidth < 600 ? 17 : 19)

/** A slide whose parts its author has placed: it is shown as it is, as wide as the article. */
const wholeClass = 'read-whole'

/** One with something that is wider than it all the same: it scrolls. */
const wideClass = 'read-wide'

interface Size {
  readonly width: number
  readonly height: number
}

const onStage = new WeakMap<HTMLElement, Size>()

/** Remembers how large the slides are on the stage. */
export function measureStage(): void {
  for (const step of allSteps()) onStage.set(step, { width: step.offsetWidth, height: step.offsetHeight })
}

/** Lays the slides out below one another. */
export function layArticle(): void {
  const steps = allSteps()
  const root = document.getElementById('impress')
  if (!root) return
  for (const step of steps) for (const property of ['--read-zoom', '--read-width', '--read-height']) step.style.removeProperty(property)
  root.style.removeProperty('--read-zoom')
  // A theme knows what size its text has.
  if (getComputedStyle(root).getPropertyValue('--read-zoom') === '') root.style.setProperty('--read-zoom', zoomOf(root).toFixed(3))
  for (const { classList } of steps) classList.remove(wholeClass, wideClass)
  gatherDrawings(root)
  const whole = steps.filter(isPlaced)
  const room = steps[0]?.parentElement?.clientWidth ?? innerWidth
  for (const step of whole) {
    step.classList.add(wholeClass)
    const { width = room, height = 0 } = onStage.get(step) ?? {}
    step.style.setProperty('--read-zoom', Math.min(1, room / width).toFixed(4))
    step.style.setProperty('--read-width', `${width}px`)
    step.style.setProperty('--read-height', `${height}px`)
  }
  const wide = steps.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 2)
  for (const step of wide) step.classList.add(wideClass)
}

/** As much smaller as most text of the deck is too large. */
function zoomOf(root: HTMLElement): number {
  const sizes = [...root.querySelectorAll(`:is(p, li, dd):not(.${notesClass} *)`)].map((text) =>
    Number.parseFloat(getComputedStyle(text).fontSize),
  )
  const middle = sizes.sort((a, b) => a - b)[sizes.length >> 1]
  return Math.min(1, textSize() / (middle ?? textSize()))
}

/** Whether parts of a slide stand where a style sheet puts them: in a narrow column they would be over one another. What cannot be seen does not count. */
function isPlaced(step: HTMLElement): boolean {
  const parts = step.querySelectorAll(`:not(.${notesClass}, .${notesClass} *, .ground, svg *, math *)`)
  return [...parts].some((part) => /absolute|fixed/.test(getComputedStyle(part).position) && part.getBoundingClientRect().width > 2)
}

const movedClass = 'read-moved'

/**
 * A drawing that its slide moves so that the part which is shown stands in the middle (`position: relative; left: -500px`, Hovercraft's way): it is
 * shown as far as there is something to be seen.
 */
function gatherDrawings(root: HTMLElement): void {
  for (const svg of root.querySelectorAll<SVGSVGElement>(`.step > svg:not(.${movedClass})`)) {
    const { position, marginTop, marginBottom, marginLeft } = getComputedStyle(svg)
    if (position !== 'relative' && ![marginTop, marginBottom, marginLeft].some((margin) => margin.startsWith('-'))) continue
    const { x, y, width, height } = svg.getBBox()
    if (!(width > 0 && height > 0)) continue
    boxes.set(svg, svg.getAttribute('viewBox'))
    svg.classList.add(movedClass)
    svg.setAttribute('viewBox', [x - edge, y - edge, width + 2 * edge, height + 2 * edge].map((value) => value.toFixed(1)).join(' '))
  }
}

/** Room for what lines take beside their middle, in units of the drawing. */
const edge = 4

const boxes = new Map<SVGSVGElement, string | null>()

/** Gives the drawings back what the stage has. */
export function scatterDrawings(): void {
  for (const [svg, box] of boxes) {
    svg.classList.remove(movedClass)
    if (box === null) svg.removeAttribute('viewBox')
    else svg.setAttribute('viewBox', box)
  }
  boxes.clear()
}

/** Notes are shown on demand. What is a child of the slide stays one: style sheets count them. */
export function foldNotes(part: ParentNode): void {
  for (const notes of part.querySelectorAll(`.step .${notesClass}:not(:has(> .${foldClass}))`)) {
    const details = document.createElement('details')
    details.className = foldClass
    details.innerHTML = '<summary lang="en">Notes</summary>'
    details.append(...notes.childNodes)
    notes.append(details)
  }
}

export function unfoldNotes(part: ParentNode): void {
  for (const details of part.querySelectorAll(`.${foldClass}`)) {
    details.firstChild?.remove()
    details.replaceWith(...details.childNodes)
  }
}

const foldClass = 'read-notes'
