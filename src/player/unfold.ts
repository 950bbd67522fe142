/** What each part of a drawing shows: x hidden, o shown, d dimmed, = as drawn (src/5-page/svg/unfold.ts writes it). */
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
 * Shows and hides the parts of each `svg::` below `root` as the presses that stand behind it become visible, forwards and backwards.
 * impress.js, or anything else, may set those; only their class counts.
 */
export function unfoldDrawings(root: ParentNode = document): void {
  for (const svg of root.querySelectorAll<SVGSVGElement>('svg[data-unfold],svg[data-unfold-from]')) {
    if (svg.dataset['unfoldReady'] !== undefined) continue
    svg.dataset['unfoldReady'] = ''
    start(read(svg))
  }
}

function read(svg: SVGSVGElement): Unfolding {
  const parts = [svg, ...svg.querySelectorAll(':not(foreignObject *,title *,desc *)')]
  const named = new Map<Element, string>()
  const decode = (text: string, before: State): State => {
    const state = new Map(before)
    for (const change of text.split(';').filter(Boolean)) {
      for (const index of change.slice(1).split(',')) {
        const part = parts[Number(index)]
        if (!part) continue
        state.set(part, showings[change[0] ?? ''] ?? 'drawn')
        named.set(part, 'drawn')
      }
    }
    return state
  }
  const states: State[] = []
  for (const text of (svg.dataset['unfold'] ?? '').split('|')) states.push(decode(text, states[states.length - 1] ?? new Map()))
  const previous = svg.dataset['unfoldFrom']
  const from = previous === undefined ? undefined : decode(previous, new Map())
  const whole = (state: State): State => new Map([...named, ...state])
  const presses = [...(svg.parentElement?.querySelectorAll(':scope > .unfold-press') ?? [])]
  return { svg, presses, states: states.map(whole), from: from && whole(from) }
}

function start({ svg, presses, states, from }: Unfolding): void {
  const time = svg.dataset['unfoldTime']
  if (time !== undefined) svg.style.setProperty('--unfold-time', `${Number(time)}ms`)
  const step = svg.closest('.step')
  const apply = (state: State | undefined): void => {
    for (const [part, showing] of state ?? []) part.setAttribute('data-layer', showing)
  }
  const pressed = (): number => presses.filter((press) => press.classList.contains('substep-visible')).length
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
