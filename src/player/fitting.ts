import { allSteps, onChange } from './impress.ts'

/** Below this share a slide's text cannot be read from the back of the room: the rest of it is scrolled. */
const smallest = 0.5

/** Code that is smaller cannot be read either: it scrolls (px of the canvas). */
const smallestCode = 14

/** Fewer lines of code, in a block that scrolls, tell nothing. */
const fewestLines = 5

/**
 * Gives lines that are to be as wide as the slide their size, then makes what is on a slide smaller until the slide is no higher than its theme lets it be (`--fit-height`, px; nothing where it is not set), so
 * that none of it is outside the window. It is the slide's children that are zoomed: zoom on the slide would move it on the stage. Before that,
 * code whose lines are too long for it, down to the share that its theme names (`--fit-lines`); if that is not enough, the theme breaks the lines.
 * What is too high even then scrolls: code, which shows as many lines as there is room for (`--fit-code-lines`), or else the slide.
 */
export function fitSlides(): void {
  const fitThese = (steps: readonly HTMLElement[]): void => {
    for (const step of steps) {
      for (const text of step.querySelectorAll<HTMLElement>('.fit-text, .r-fit-text')) fitText(text, step)
      for (const code of step.querySelectorAll('pre')) fitLines(code)
      shrink(step)
    }
  }
  const fitAll = (): void => fitThese(allSteps())
  fitAll()
  onChange((part) => {
    const steps = part.matches('.step') ? [part] : allSteps()
    fitThese(steps)
    for (const image of part.querySelectorAll('img'))
      if (!image.complete) image.addEventListener('load', () => fitThese(steps), { once: true })
  })
  // Pictures and fonts are in the page, but have their sizes only now.
  addEventListener('load', () => {
    fitAll()
    void document.fonts?.ready.then(fitAll)
  })
}

/** The most that a line's letters take of a slide's height. */
const highestText = 0.4

/** Makes a line as wide as what it stands in (Marp's `<!-- fit -->`, reveal.js's `r-fit-text`), as far as its slide's height allows. */
function fitText(text: HTMLElement, step: HTMLElement): void {
  for (const property of ['font-size', 'white-space', 'width']) text.style.removeProperty(property)
  step.style.removeProperty('--fit')
  const room = text.clientWidth
  text.style.whiteSpace = 'nowrap'
  text.style.width = 'max-content'
  const { offsetWidth: width } = text
  const size = Number.parseFloat(getComputedStyle(text).fontSize)
  text.style.removeProperty('width')
  if (room === 0 || width === 0) return
  text.style.fontSize = `${Math.floor(Math.min((size * room) / width, step.offsetHeight * highestText))}px`
}

function fitLines(code: HTMLElement): void {
  code.style.removeProperty('--fit-code')
  const least = Number.parseFloat(getComputedStyle(code).getPropertyValue('--fit-lines'))
  if (!(least > 0 && least < 1)) return
  const { whiteSpace } = code.style
  code.style.whiteSpace = 'pre'
  const share = code.clientWidth / code.scrollWidth
  code.style.whiteSpace = whiteSpace
  if (share >= 1) return
  // Rounded down, lest the longest line breaks before its last letter. Lines that break anyway need not be that small.
  code.style.setProperty('--fit-code', (share < least ? (1 + least) / 2 : Math.floor(share * 99) / 100).toFixed(2))
}

function shrink(step: HTMLElement): void {
  for (const property of ['--fit', '--fit-limit', '--fit-overflow', '--fit-code-lines']) step.style.removeProperty(property)
  const height = step.offsetHeight
  const lengthOf = (property: string): number => Number.parseFloat(getComputedStyle(step).getPropertyValue(property))
  const limit = Math.min(lengthOf('--fit-height'), lengthOf('--canvas-height'))
  if (!(limit > 0) || height <= limit) return
  const fits = (property: string, value: number): boolean => {
    step.style.setProperty(property, String(value))
    return step.offsetHeight <= limit
  }
  fits('--fit', smallest)
  // A height that a style sheet gives it.
  if (step.offsetHeight === height) return void step.style.removeProperty('--fit')
  let [low, high] = [leastShare(step), 1]
  for (let round = 0; round < 6; round++) {
    const middle = (low + high) / 2
    if (fits('--fit', middle)) low = middle
    else high = middle
  }
  if (fits('--fit', low) || fitsWithLines((lines) => fits('--fit-code-lines', lines))) return
  step.style.removeProperty('--fit-code-lines')
  step.style.setProperty('--fit-limit', `${limit}px`)
  step.style.setProperty('--fit-overflow', 'auto')
}

/** How small what is on the slide may become, so that its code can be read. */
function leastShare(step: HTMLElement): number {
  const sizes = [...step.querySelectorAll('pre')].map((code) => {
    const style = getComputedStyle(code)
    return Number.parseFloat(style.fontSize) * (Number.parseFloat(style.getPropertyValue('--fit-code')) || 1)
  })
  return Math.min(1, Math.max(smallest, smallestCode / Math.min(...sizes)))
}

/** Finds the most lines that fit, and half of one more, by which one sees that there are more. */
function fitsWithLines(fits: (lines: number) => boolean): boolean {
  let [low, high] = [fewestLines, 64]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (fits(middle + 0.5)) low = middle
    else high = middle
  }
  return fits(low + 0.5)
}
