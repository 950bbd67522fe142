import { notesClass } from '../page-contract/names.ts'
import { type Api, activeStep, allSteps, isReading } from './impress.ts'
import { type Pictured, placesOf, titleRoom } from './overview-places.ts'
import { make, openPanel } from './panels.ts'
import { placeOf } from './place.ts'
import { headingOf } from './slide-names.ts'
import { numberOf } from './slide-number.ts'
import { titleOf } from './slide-text.ts'

/** How long the slides take to their places and back, ms. */
const time = 350

let panel: HTMLDialogElement | undefined

/** All slides at once, upright, as buttons under a title for each section: arrows and Tab move, Enter, a click or a tap goes to a slide, Escape goes back. */
export function overview(api: Api): void {
  const root = document.getElementById('impress')
  const canvas = root?.firstElementChild
  const steps = allSteps().filter(({ parentElement }) => parentElement === canvas)
  if (!root || !canvas || steps.length === 0 || isReading()) return
  let moved: Animation[] = []
  const opened = openPanel('overview', 'All slides', () => {
    panel = undefined
    for (const type of ['resize', 'beforeprint']) removeEventListener(type, close)
    for (const animation of moved) {
      animation.onfinish = () => animation.cancel()
      animation.reverse()
    }
  })
  if (!opened) return
  panel = opened
  const close = (): void => {
    opened.close()
    for (const animation of moved) animation.cancel()
  }
  // Their places would be others.
  for (const type of ['resize', 'beforeprint']) addEventListener(type, close)
  const begin = beginSections(steps)
  const slides = steps.map((step, index): Pictured => {
    const { m33, m41, m42 } = placeOf(step)
    const scale = Number(step.dataset['scale'] ?? 1) || 1
    return {
      width: step.offsetWidth,
      height: step.offsetHeight,
      x: m41,
      y: m42,
      scale,
      isFlat: m33 / scale > 0.9,
      begins: begin[index] === true,
    }
  })
  const places = placesOf(slides, { width: opened.clientWidth, height: opened.clientHeight })
  const hasSections = slides.filter(({ begins }) => begins).length > 1
  const buttons = steps.map((step, index) => {
    const [{ x, y, scale } = { x: 0, y: 0, scale: 0 }, slide] = [places[index], slides[index]]
    const [width, height] = [(slide?.width ?? 0) * scale, (slide?.height ?? 0) * scale]
    const [left, top] = [x - width / 2, y - height / 2]
    if (hasSections && slide?.begins)
      opened.append(make('div', { style: `left:${left}px;top:${top - titleRoom}px;width:${width}px`, dir: 'auto' }, titleOf(step)))
    const number = numberOf(step, index)
    return make('button', {
      style: `left:${left}px;top:${top}px;width:${width}px;height:${height}px`,
      'aria-label': `${number} ${titleOf(step)}`,
      'aria-current': String(step === activeStep()),
      onclick: () => {
        api.goto(step, 0)
        opened.close()
      },
    })
  })
  opened.append(...buttons)
  opened.addEventListener('keydown', (event) => {
    if (event.key === 'o') opened.close()
    const next = beside(buttons, event.key)
    if (!next) return
    event.preventDefault()
    next.focus()
  })
  const move = (element: Element, ...keyframe: readonly Keyframe[]): Animation =>
    element.animate([...keyframe], {
      duration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : time,
      easing: 'ease',
      fill: 'both',
    })
  const scroll = (): Keyframe => ({ transform: `translate(${-innerWidth / 2}px, ${-innerHeight / 2 - opened.scrollTop}px)` })
  const stage = move(root, scroll())
  moved = [
    stage,
    move(canvas, { transform: 'none' }),
    ...steps.map((step, index) => {
      const { x, y, scale } = places[index] ?? { x: 0, y: 0, scale: 0 }
      return move(step, {
        opacity: 1,
        transform: `translate(-50%, -50%) translate(${x - step.offsetLeft}px, ${y - step.offsetTop}px) scale(${scale})`,
        visibility: 'visible',
      })
    }),
  ]
  opened.addEventListener('scroll', () => (stage.effect as KeyframeEffect).setKeyframes([scroll()]))
  buttons[steps.indexOf(activeStep() ?? (canvas as HTMLElement))]?.focus()
}

/**
 * Where a part of the deck begins: at its first slide, and at slides with a heading of the first level where others have one of the second, or with
 * nothing but headings. Where most slides are such, it has no parts.
 */
function beginSections(steps: readonly HTMLElement[]): boolean[] {
  const levels = steps.map((step) => Number(headingOf(step)?.localName.slice(1) ?? Infinity))
  const highest = Math.min(...levels)
  const hasMore = levels.some((level) => level > highest && level < Infinity)
  const begin = steps.map((step, index) => (hasMore ? levels[index] === highest : isTitle(step)))
  const hasParts = begin.filter(Boolean).length * 2 <= steps.length
  return begin.map((begins, index) => index === 0 || (hasParts && begins))
}

const isTitle = (step: HTMLElement): boolean =>
  headingOf(step) !== null &&
  [...step.children].every((child) => child.matches(`h1, h2, h3, h4, h5, h6, style, .header, .footer, .${notesClass}`))

/** What an arrow leads to: of the buttons on that side the nearest, those that lie straight ahead first. */
function beside(buttons: readonly HTMLElement[], key: string): HTMLElement | undefined {
  const at = buttons.findIndex((button) => button.matches(':focus'))
  if (key === 'Home' || key === 'End') return buttons[key === 'Home' ? 0 : buttons.length - 1]
  const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key]
  if (!way) return undefined
  const middle = (button: HTMLElement | undefined) =>
    button ? [button.offsetLeft + button.offsetWidth / 2, button.offsetTop + button.offsetHeight / 2] : [0, 0]
  const [x = 0, y = 0] = middle(buttons[at])
  const [across = 0, down = 0] = way
  let nearest = Infinity
  let found: HTMLElement | undefined
  for (const button of buttons) {
    const [thereX = 0, thereY = 0] = middle(button)
    const ahead = (thereX - x) * across + (thereY - y) * down
    const aside = Math.abs((thereX - x) * down) + Math.abs((thereY - y) * across)
    const distance = ahead + 3 * aside
    if (ahead < 1 || distance >= nearest) continue
    nearest = distance
    found = button
  }
  // A row ends: the next one begins.
  return found ?? (across ? buttons[at + across] : undefined)
}

/** What has changed on a slide may have another size. */
export const closeOverview = (): void => panel?.close()
