import type { Stroke } from '../page-contract/console-messages.ts'
import { activeStep, onInit } from './impress.ts'
import { onAnyPressed, pressedOn } from './presses.ts'

/** A line that is being drawn; px of the window. */
export interface Drawn {
  to(x: number, y: number): void
  end(): void
}

/** The first is taken at the start. */
export const colours = [
  ['Red', '#e5383b'],
  ['Yellow', '#ffc300'],
  ['Green', '#2fa84f'],
  ['Blue', '#2f7df6'],
] as const

let colour: string = colours[0][1]
export const takeColour = (wanted: string): void => {
  colour = wanted
}

/** A line's breadth as a share of the slide's width. */
const breadth = 1 / 240

let strokes: Stroke[] = []

/** Kept until the window closes, where the browser keeps anything; a deck that is loaded again has its drawings. */
const memory = `hoverdeck ink ${location.pathname}`

function keep(): void {
  try {
    sessionStorage.setItem(memory, JSON.stringify(strokes))
  } catch {
    // They are lost when the page is loaded again.
  }
}

/** The lines that are seen on a slide now. */
export const strokesOn = (step: Element): Stroke[] => {
  const pressed = pressedOn(step)
  return strokes.filter((stroke) => stroke.step === step.id && stroke.pressed <= pressed)
}

/**
 * Where a slide's lines are: in a shadow root, for no style that asks what a slide holds may see them, and in the slide's own px, so that they go where it
 * goes. Undefined for an element that cannot have one.
 */
function paperOf(step: Element): SVGSVGElement | undefined {
  try {
    const root = step.shadowRoot ?? step.attachShadow({ mode: 'open' })
    if (!root.firstChild)
      root.innerHTML =
        '<style>svg{fill:none;height:100%;inset:0;overflow:visible;pointer-events:none;position:absolute;stroke-linecap:round;stroke-linejoin:round;width:100%;z-index:9}@media print{svg{display:none}}</style><slot></slot><svg aria-hidden="true"></svg>'
    return root.querySelector('svg') ?? undefined
  } catch {
    return undefined
  }
}

/** Has a slide show these lines and no others. */
export function paint(step: Element, lines: readonly Stroke[]): void {
  if (lines.length === 0 && !step.shadowRoot) return
  const paper = paperOf(step)
  if (!paper) return
  const { offsetWidth: width, offsetHeight: height } = step as HTMLElement
  paper.setAttribute('viewBox', `0 0 ${width} ${height}`)
  paper.setAttribute('stroke-width', String(width * breadth))
  paper.innerHTML = lines.map((line) => `<path stroke="${line.colour}" d="${pathOf(line, width, height)}"/>`).join('')
}

let tell = (): void => {}

/** Calls back when other lines are seen. */
export const onInk = (callback: () => void): void => {
  tell = callback
}

function show(step: Element): void {
  // As on most slides of most talks: each press asks.
  if (strokes.length === 0 && !step.shadowRoot) return
  paint(step, strokesOn(step))
  tell()
}

/** A line through the middles between its points, which bends there towards them. */
function pathOf({ points }: Stroke, width: number, height: number): string {
  const places = points.map(([x, y]) => [x * width, y * height] as const)
  const [[x0, y0] = [0, 0]] = places
  const bends = places.slice(1).map(([x, y], index) => {
    const [fromX, fromY] = places[index] ?? [x, y]
    return `Q${fromX.toFixed(1)} ${fromY.toFixed(1)} ${((fromX + x) / 2).toFixed(1)} ${((fromY + y) / 2).toFixed(1)}`
  })
  const [x1, y1] = places[places.length - 1] ?? [x0, y0]
  return `M${x0.toFixed(1)} ${y0.toFixed(1)}${bends.join('')}L${x1.toFixed(1)} ${y1.toFixed(1)}`
}

/** Begins a line on a slide that stands still. */
export function beginStroke(step: HTMLElement): Drawn | undefined {
  const stroke: Stroke = { step: step.id, pressed: pressedOn(step), colour, points: [] }
  strokes.push(stroke)
  const paper = paperOf(step)
  return (
    paper && {
      to(x, y) {
        const { left, top, width, height } = paper.getBoundingClientRect()
        stroke.points.push([Math.round(((x - left) / width) * 1e4) / 1e4, Math.round(((y - top) / height) * 1e4) / 1e4])
        show(step)
      },
      end: keep,
    }
  )
}

/** Takes back the last line that is seen on the slide, or all of them. */
export function takeBack(all: boolean): void {
  const step = activeStep()
  if (!step) return
  const lines = all ? strokesOn(step) : strokesOn(step).slice(-1)
  strokes = strokes.filter((stroke) => !lines.includes(stroke))
  keep()
  show(step)
}

/** Has each slide show what was drawn on it. To be called before impress.js starts. */
export function showInk(): void {
  try {
    strokes = JSON.parse(sessionStorage.getItem(memory) ?? '[]')
  } catch {
    // A browser that keeps nothing.
  }
  onAnyPressed(show)
  onInit(() => {
    for (const { step } of strokes) {
      const there = document.getElementById(step)
      if (there) show(there)
    }
  })
}
