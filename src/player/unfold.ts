import { isShown } from './impress.ts'

/** What each part of a drawing shows: x hidden, o shown, d dimmed, = as drawn (src/4-look/drawings/unfold.ts writes it). */
const showings: Readonly<Record<string, string>> = { x: 'off', o: 'on', d: 'dim', '=': 'drawn' }

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

/**
 * Shows and hides the parts of each `svg::` below `root` as the presses behind it become visible, forwards and backwards.
 * impress.js, or anything else, may set those; only their class counts.
 */
export function unfoldDrawings(root: ParentNode = document): void {
  addPresses(root)
  for (const svg of root.querySelectorAll<SVGSVGElement>('svg[data-unfold],svg[data-unfold-from]')) {
    if (svg.dataset['unfoldReady'] !== undefined) continue
    svg.dataset['unfoldReady'] = ''
    start(read(svg))
  }
}

/** impress.js counts a press of the key by an element with this class. A drawing has as many behind it as states after its first. */
export function addPresses(root: ParentNode): void {
  for (const svg of root.querySelectorAll<SVGSVGElement>('svg[data-unfold]')) {
    const further = (svg.dataset['unfold'] ?? '').split('|').length - 1
    for (let count = pressesOf(svg).length; count < further; count++) {
      const press = document.createElement('i')
      press.className = 'substep unfold-press'
      svg.parentElement?.append(press)
    }
  }
}

const pressesOf = (svg: Element): Element[] => [...(svg.parentElement?.querySelectorAll(':scope > .unfold-press') ?? [])]

function read(svg: SVGSVGElement): Unfolding {
  const parts = [svg, ...svg.querySelectorAll(':not(foreignObject *,title *,desc *)')]
  const before = stateBefore(svg)
  const states = statesOf(svg)
  const named = new Set([...before.keys(), ...states.flatMap((state) => [...state.keys()])])
  const onParts = (state: IndexState): State => {
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
    from: svg.dataset['unfoldFrom'] === undefined ? undefined : onParts(before),
  }
}

/** Place among the drawing's elements → what it shows; the same in every inclusion. */
type IndexState = ReadonlyMap<number, string>

/** Each state is written as what changes from the one before it, the first as what changes from the inclusion it goes on from. */
function statesOf(svg: SVGSVGElement): IndexState[] {
  const states: IndexState[] = []
  for (const text of (svg.dataset['unfold'] ?? '').split('|')) {
    const state = new Map(states[states.length - 1] ?? stateBefore(svg))
    for (const change of text.split(';').filter(Boolean)) {
      for (const index of change.slice(1).split(',')) state.set(Number(index), showings[change[0] ?? ''] ?? 'drawn')
    }
    states.push(state)
  }
  return states
}

function stateBefore(svg: SVGSVGElement): IndexState {
  const name = svg.dataset['unfoldFrom']
  const before = name === undefined ? null : document.querySelector<SVGSVGElement>(`svg[data-drawing="${name}"]`)
  const states = before ? statesOf(before) : []
  return states[states.length - 1] ?? new Map()
}

function start({ svg, presses, states, from }: Unfolding): void {
  const time = svg.dataset['unfoldTime']
  if (time !== undefined) svg.style.setProperty('--unfold-time', `${Number(time)}ms`)
  const step = svg.closest('.step')
  const apply = (state: State | undefined): void => {
    for (const [part, showing] of state ?? []) part.setAttribute('data-layer', showing)
  }
  const pressed = (): number => presses.filter(isShown).length
  const current = (): State | undefined => states[Math.min(pressed(), states.length - 1)]
  let timer: number | undefined
  const update = (): void => {
    window.clearTimeout(timer)
    if (!from || !step || step.classList.contains('present') || !document.querySelector('.impress-enabled')) apply(current())
    else timer = window.setTimeout(apply, afterLeaving, from)
  }
  apply(from ?? current())
  update()
  const observer = new MutationObserver(update)
  for (const press of presses) observer.observe(press, { attributeFilter: ['class'] })
  // A slide that goes on from the one before starts as that one ended, so that what changes is seen to change.
  if (from && step) observer.observe(step, { attributeFilter: ['class'] })
  window.addEventListener('beforeprint', () => {
    window.clearTimeout(timer)
    apply(states[states.length - 1])
  })
  window.addEventListener('afterprint', update)
}
