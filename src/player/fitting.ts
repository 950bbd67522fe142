import { allSteps, onChange } from './impress.ts'

/** Below this share a slide's text cannot be read from the back of the room: the rest of it is scrolled. */
const smallest = 0.5

/** Code that is smaller cannot be read either: it scrolls (px of the canvas). */
const smallestCode = 14

/** Fewer lines of code, in a block that scrolls, tell nothing. */
const fewestLines = 5

/** The most that a line's letters take of a slide's height. */
const highestText = 0.4

/** A slide's share is found when it leaves less of the height than this, or the next one would be less larger. */
const closeEnough = 0.01

/** Between two of its pauses it only reads from the page or only writes to it. */
type Fitting = Generator<void, void, void>

/**
 * Gives lines that are to be as wide as the slide their size, then makes what is on a slide smaller until the slide is no higher than its theme lets it be (`--fit-height`, px; nothing where it is not set), so
 * that none of it is outside the window. It is the slide's children that are zoomed: zoom on the slide would move it on the stage. Before that,
 * code whose lines are too long for it, down to the share that its theme names (`--fit-lines`); if that is not enough, the theme breaks the lines.
 * What is too high even then scrolls: code, which shows as many lines as there is room for (`--fit-code-lines`), or else the slide.
 */
export function fitSlides(): void {
  const fitAll = (): void => fitTogether(allSteps())
  fitAll()
  onChange((part) => {
    const steps = part.matches('.step') ? [part] : allSteps()
    fitTogether(steps)
    for (const image of part.querySelectorAll('img'))
      if (!image.complete) image.addEventListener('load', () => fitTogether(steps), { once: true })
  })
  // Pictures and fonts are in the page, but have their sizes only now.
  addEventListener('load', () => {
    fitAll()
    if (document.fonts?.size > 0) void document.fonts.ready.then(fitAll)
  })
}

/** All slides a round at once, so that the browser lays them out once a round. */
function fitTogether(steps: readonly HTMLElement[]): void {
  let open = steps.map(fit)
  while (open.length > 0) open = open.filter((fitting) => !fitting.next().done)
}

function* fit(step: HTMLElement): Fitting {
  for (const property of ['--fit', '--fit-limit', '--fit-overflow', '--fit-code-lines']) step.style.removeProperty(property)
  yield* fitLines(step)
  yield
  yield* shrink(step)
}

const lengthOf = (element: Element, property: string): number => Number.parseFloat(getComputedStyle(element).getPropertyValue(property))

/** Makes lines as wide as what they stand in (Marp's `<!-- fit -->`, reveal.js's `r-fit-text`), as far as their slide's height allows, and long code smaller. */
function* fitLines(step: HTMLElement): Fitting {
  const texts = [...step.querySelectorAll<HTMLElement>('.fit-text, .r-fit-text')]
  const codes = [...step.querySelectorAll('pre')]
  if (texts.length + codes.length === 0) return
  for (const { style } of texts) for (const property of ['font-size', 'white-space', 'width']) style.removeProperty(property)
  for (const { style } of codes) style.removeProperty('--fit-code')
  yield
  const rooms = texts.map(({ clientWidth }) => clientWidth)
  const long = codes.map((code) => ({ code, least: lengthOf(code, '--fit-lines'), before: code.style.whiteSpace }))
  const shrinking = long.filter(({ least }) => least > 0 && least < 1)
  yield
  for (const { style } of texts) Object.assign(style, { whiteSpace: 'nowrap', width: 'max-content' })
  for (const { code } of shrinking) code.style.whiteSpace = 'pre'
  yield
  const sizes = texts.map((text, index) => {
    const size = (lengthOf(text, 'font-size') * (rooms[index] ?? 0)) / text.offsetWidth
    return size > 0 && size < Infinity ? `${Math.floor(Math.min(size, step.offsetHeight * highestText))}px` : ''
  })
  const shares = shrinking.map(({ code }) => code.clientWidth / code.scrollWidth)
  yield
  for (const [index, { style }] of texts.entries()) Object.assign(style, { width: '', fontSize: sizes[index] })
  for (const [index, { code, least, before }] of shrinking.entries()) {
    const share = shares[index] ?? 1
    code.style.whiteSpace = before
    // Rounded down, lest the longest line breaks before its last letter. Lines that break anyway need not be that small.
    if (share < 1) code.style.setProperty('--fit-code', (share < least ? (1 + least) / 2 : Math.floor(share * 99) / 100).toFixed(2))
  }
}

function* shrink(step: HTMLElement): Fitting {
  const { style } = step
  const height = step.offsetHeight
  const limit = Math.min(lengthOf(step, '--fit-height'), lengthOf(step, '--canvas-height'))
  if (!(limit > 0) || height <= limit) return
  const least = leastShare(step)
  const edges = lengthOf(step, 'padding-top') + lengthOf(step, 'padding-bottom')
  yield
  function* heightWith(property: string, value: number): Generator<void, number, void> {
    style.setProperty(property, String(value))
    yield
    const reached = step.offsetHeight
    yield
    return reached
  }
  // Without it a slide's height says how much room is left.
  const minHeight = [style.getPropertyValue('min-height'), style.getPropertyPriority('min-height')] as const
  style.setProperty('min-height', '0', 'important')
  // Of shares the largest that fits, and the smallest that does not.
  let [low, high] = [0, 1]
  for (let round = 0, next = 1, reached = height; round < 8; round++) {
    // As if all of it were zoomed and no line broke at another place; where that leads nowhere, the middle.
    const share = (next * (limit - edges)) / (reached - edges)
    next = share > low && share < high ? share : (low + high) / 2
    if (next < least + closeEnough) next = least
    reached = yield* heightWith('--fit', next)
    // A style sheet gives it its height.
    if (round === 0 && reached === height) low = 1
    else if (reached <= limit) low = next
    else high = next
    if (low === 1 || high === least || (low > 0 && (reached > (1 - closeEnough) * limit || high - low < closeEnough))) break
  }
  if (low > 0) style.setProperty('--fit', low < 1 ? String(low) : '')
  else if (!(yield* showFewLines((lines) => heightWith('--fit-code-lines', lines), limit))) {
    style.removeProperty('--fit-code-lines')
    style.setProperty('--fit-limit', `${limit}px`)
    style.setProperty('--fit-overflow', 'auto')
  }
  style.setProperty('min-height', ...minHeight)
}

/** How small what is on the slide may become, so that its code can be read. */
function leastShare(step: HTMLElement): number {
  const sizes = [...step.querySelectorAll('pre')].map((code) => lengthOf(code, 'font-size') * (lengthOf(code, '--fit-code') || 1))
  return Math.min(1, Math.max(smallest, smallestCode / Math.min(...sizes)))
}

/** Finds the most lines that fit, and half of one more, by which one sees that there are more; false where not even the fewest do. */
function* showFewLines(heightWith: (lines: number) => Generator<void, number, void>, limit: number): Generator<void, boolean, void> {
  let [low, high] = [fewestLines, 64]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((yield* heightWith(middle + 0.5)) <= limit) low = middle
    else high = middle
  }
  return (yield* heightWith(low + 0.5)) <= limit
}
