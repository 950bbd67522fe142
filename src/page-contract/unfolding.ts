/** What a drawing shows before and after each press, as the page carries it on the root of each inclusion. */

/** The states, each as what changes from the one before it; see `encodeStates`. */
export const unfoldAttribute = 'data-unfold'
/** The `data-drawing` of the inclusion whose last state the first state is a change of. */
export const unfoldFromAttribute = 'data-unfold-from'
/** How long a change takes, in ms. */
export const unfoldTimeAttribute = 'data-unfold-time'
/** Of a part: what it shows now; style sheets go by it. */
export const layerAttribute = 'data-layer'

export type Showing = 'on' | 'off' | 'dim'

/**
 * What is shown otherwise than drawn, by the part's place among the drawing's elements: in document order, the root is 0, and what is inside
 * `<foreignObject>`, `<title>` and `<desc>` does not count, for HTML's parser may read it into other elements than XML's.
 */
export type ShownParts = ReadonlyMap<number, Showing>

export const uncounted = ['foreignObject', 'title', 'desc'] as const

const marks = { off: 'x', on: 'o', dim: 'd' } as const
const drawn = '='
const showings = new Map((Object.keys(marks) as Showing[]).map((showing) => [marks[showing] as string, showing]))

/**
 * States → text; the first is a change of `before`. States are parted by bars, changes of one by semicolons: `x` hidden, `o` shown, `d` dimmed,
 * `=` as drawn, each before the places that it is for. `x4,7;o12|=4`. Empty where nothing ever changes.
 */
export function encodeStates(before: ShownParts, states: readonly ShownParts[]): string {
  const changes = states.map((state, index) => encodeChange(states[index - 1] ?? before, state))
  return changes.join('|')
}

function encodeChange(before: ShownParts, after: ShownParts): string {
  const changes = new Map<string, number[]>()
  for (const part of new Set([...before.keys(), ...after.keys()])) {
    const showing = after.get(part)
    if (before.get(part) === showing) continue
    const mark = showing === undefined ? drawn : marks[showing]
    const parts = changes.get(mark)
    if (parts) parts.push(part)
    else changes.set(mark, [part])
  }
  return [...changes].map(([mark, parts]) => mark + parts.sort((a, b) => a - b).join(',')).join(';')
}

export function decodeStates(text: string, before: ShownParts): ShownParts[] {
  let current = before
  return text.split('|').map((changes) => {
    const state = new Map(current)
    for (const change of changes.split(';').filter(Boolean)) {
      const showing = showings.get(change.slice(0, 1))
      for (const part of change.slice(1).split(',')) {
        if (showing) state.set(Number(part), showing)
        else state.delete(Number(part))
      }
    }
    current = state
    return state
  })
}
