import { drawingAttribute } from '../page-contract/attributes.ts'
import { drawingPressClass } from '../page-contract/presses.ts'
import {
  decodeStates,
  layerAttribute,
  type ShownParts,
  uncounted,
  unfoldAttribute,
  unfoldFromAttribute,
  unfoldTimeAttribute,
} from '../page-contract/unfolding.ts'
import { isReading } from './impress.ts'
import { isShown, onPressed } from './presses.ts'

/** Part → what it shows; every part that any state names is in every state. */
type State = ReadonlyMap<Element, string>

/** When a slide that was left is out of sight and can start over, in ms. */
const afterLeaving = 2000

interface Unfolding {
  readonly svg: SVGSVGElement
  readonly presses: readonly Element[]
  readonly states: readonly State[]
  /** What the slide before showed last. */
  readonly from: State | undefined
}

/** Shows and hides the parts of each `svg::` below `root` press by press, forwards and backwards. */
export function unfoldDrawings(root: ParentNode = document): void {
  for (const svg of root.querySelectorAll<SVGSVGElement>(`svg[${unfoldAttribute}],svg[${unfoldFromAttribute}]`)) {
    if (svg.dataset['unfoldReady'] !== undefined) continue
    svg.dataset['unfoldReady'] = ''
    start(read(svg))
  }
}

/** The empty substeps beside a drawing, one for each state after its first. */
const pressesOf = (svg: Element): Element[] => [...(svg.parentElement?.querySelectorAll(`:scope > .${drawingPressClass}`) ?? [])]

/** What the states count. */
const partsOf = (svg: Element): Element[] => [svg, ...svg.querySelectorAll(`:not(${uncounted.map((name) => `${name} *`)})`)]

/** The substep at which a part of a drawing is seen first; null for what is seen without a press, undefined for what never is. */
export function substepDrawing(part: Element): Element | null | undefined {
  const svg = part.closest(`svg[${unfoldAttribute}]`)
  if (!svg) return null
  const around = [...partsOf(svg).entries()].filter(([, other]) => other.contains(part))
  const index = statesOf(svg).findIndex((state) => around.every(([place]) => state.get(place) !== 'off'))
  return index === 0 ? null : pressesOf(svg)[index - 1]
}

function read(svg: SVGSVGElement): Unfolding {
  const parts = partsOf(svg)
  const before = stateBefore(svg)
  const states = statesOf(svg)
  const named = new Set([...before.keys(), ...states.flatMap((state) => [...state.keys()])])
  const onParts = (state: ShownParts): State => {
    const found = new Map<Element, string>()
    for (const index of named) {
      const part = parts[index]
      if (part) found.set(part, state.get(index) ?? 'drawn')
    }
    return found
  }
  return {
    svg,
    presses: pressesOf(svg),
    states: states.map(onParts),
    from: svg.hasAttribute(unfoldFromAttribute) ? onParts(before) : undefined,
  }
}

/** One for the start and one for each press; the first is a change of what the inclusion showed last that this one goes on from. */
const statesOf = (svg: Element): ShownParts[] => decodeStates(svg.getAttribute(unfoldAttribute) ?? '', stateBefore(svg))

function stateBefore(svg: Element): ShownParts {
  const name = svg.getAttribute(unfoldFromAttribute)
  const before = name === null ? null : document.querySelector(`svg[${drawingAttribute}="${name}"]`)
  const states = before ? statesOf(before) : []
  return states[states.length - 1] ?? new Map()
}

function start({ svg, presses, states, from }: Unfolding): void {
  const time = svg.getAttribute(unfoldTimeAttribute)
  if (time !== null) svg.style.setProperty('--unfold-time', `${Number(time)}ms`)
  const step = svg.closest('.step')
  const apply = (state: State | undefined): void => {
    for (const [part, showing] of state ?? []) part.setAttribute(layerAttribute, showing)
  }
  const pressed = (): number => presses.filter(isShown).length
  const current = (): State | undefined => states[Math.min(pressed(), states.length - 1)]
  let timer: number | undefined
  const update = (): void => {
    window.clearTimeout(timer)
    if (isReading()) apply(states[states.length - 1])
    else if (!from || !step || step.classList.contains('present') || !document.querySelector('.impress-enabled')) apply(current())
    else timer = window.setTimeout(apply, afterLeaving, from)
  }
  apply(from ?? current())
  update()
  if (step) onPressed(step, update)
  // A slide that goes on from the one before starts as that one ended, so that what changes is seen to change.
  if (from && step) new MutationObserver(update).observe(step, { attributeFilter: ['class'] })
  window.addEventListener('beforeprint', () => {
    window.clearTimeout(timer)
    apply(states[states.length - 1])
  })
  window.addEventListener('afterprint', update)
}
