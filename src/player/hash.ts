import { allSteps } from './impress.ts'

/** What a hash names: a slide, and how often the key has been pressed on it. */
export interface Address {
  readonly step: HTMLElement
  readonly pressed: number
}

/**
 * Where a URL's hash leads: `#/id` and `#id`, percent-encoded or not, name a step or anything inside one, and `#/2` the second step (the last, if there
 * are fewer) where that is no id. `#/id/3` is the slide after three presses; how many it has is not asked here. Null where it names no slide.
 */
export function addressOf(hash: string): Address | null {
  const name = hash.replace(/^#\/?/, '')
  const [whole, before = '', press] = [stepNamed(name), ...(/^(.*)\/(.*)$/s.exec(name)?.slice(1) ?? [])]
  const step = whole ?? stepNamed(before)
  return step && { step, pressed: (!whole && Number(press)) || 0 }
}

export const stepOfHash = (hash: string): HTMLElement | null => addressOf(hash)?.step ?? null

/** The hash of a slide after so many presses. */
export const hashOf = ({ step, pressed }: Address): string => `#/${step.id}${pressed > 0 ? `/${pressed}` : ''}`

/** What it names: something on a slide, else the slide. */
export function targetOfHash(hash: string): Element | null {
  const target = elementNamed(hash.replace(/^#\/?/, ''))
  return target?.closest('#impress .step') ? target : stepOfHash(hash)
}

const elementNamed = (name: string): HTMLElement | null => document.getElementById(name) ?? document.getElementById(decoded(name))

function stepNamed(name: string): HTMLElement | null {
  if (name === '') return null
  const step = elementNamed(name)?.closest<HTMLElement>('#impress .step')
  if (step || !/^[1-9]\d*$/.test(name)) return step ?? null
  const steps = allSteps()
  return steps[Math.min(Number(name), steps.length) - 1] ?? null
}

const decoded = (name: string): string => {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
