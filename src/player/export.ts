/**
 * Runs in the page that `deck export` opens, before the page's own scripts: keeps it still, goes through its slides press by press, and makes of
 * them the pages of a PDF. `src/7-output/export/` calls what it leaves on `window`.
 */
import { type Exporter, exporterName } from '../page-contract/exporter.ts'
import { helpId } from '../page-contract/names.ts'
import { allSteps, onInit } from './impress.ts'
import { layPages } from './paper.ts'
import { allPresses, countPresses, pressedOn, setPressed } from './presses.ts'

/** What has an end is shown at its end, what has none as it would be without moving. */
const stillness = `
  *, ::before, ::after {
    animation-delay: 0s !important; animation-duration: 0s !important; animation-iteration-count: 1 !important;
    caret-color: transparent !important; scroll-behavior: auto !important; transition: none !important
  }
  #${helpId}, #impress-console-button { display: none !important }`

/** Long after drawings that move by themselves have come to their end, s. */
const afterMoving = 3600

const frame = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(done))

/** Who listens to changes of the window hears of them with the next frame. */
async function settled(): Promise<void> {
  await frame()
  await frame()
}

async function ready(most: number): Promise<void> {
  const pictures = [...document.images].map((image) => {
    image.loading = 'eager'
    return image.decode().catch(() => undefined)
  })
  await Promise.race([Promise.all([...pictures, document.fonts.ready]), new Promise((done) => setTimeout(done, most))])
  for (const svg of document.querySelectorAll('svg')) {
    if (!svg.querySelector('animate, animateTransform, animateMotion, set')) continue
    svg.setCurrentTime(afterMoving)
    svg.pauseAnimations()
  }
  await frame()
}

async function show(slide: number, pressed: number): Promise<void> {
  const steps = allSteps()
  const step = steps[slide]
  if (!step) return
  // As if one had come by them: other slides may show parts of their drawings.
  for (const earlier of steps.slice(0, slide)) setPressed(earlier, allPresses)
  const api = window.impress()
  if (!step.classList.contains('present') || pressedOn(step) > 0) {
    // From elsewhere, so that it is entered anew.
    api.goto(step, 0)
    while (!step.classList.contains('present')) await frame()
  }
  for (let press = pressedOn(step); press < pressed; press++) api.next()
  await settled()
}

const exporter: Exporter = {
  ready,
  settled,
  presses: () => allSteps().map(countPresses),
  show,
  layPages: (wish) => layPages(wish, show),
}
Object.assign(window, { [exporterName]: exporter })

// A console would open, and slides and films that go on by themselves would go on.
window.open = () => null
onInit(() => {
  for (const name of ['data-autoplay', 'data-media-autoplay'])
    for (const element of document.querySelectorAll(`[${name}]`)) element.removeAttribute(name)
})
document.addEventListener('DOMContentLoaded', () => {
  const sheet = document.createElement('style')
  sheet.textContent = stillness
  document.head.append(sheet)
})
