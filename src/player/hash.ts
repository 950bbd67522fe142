import { readingsOf } from '../page-contract/hash.ts'
import { allSteps } from './impress.ts'

/** What a hash names: a slide, and how often the key has been pressed on it. */
export interface Address {
  readonly step: HTMLElement
  readonly pressed: number
}

/** Where a URL's hash leads (page-contract/hash.ts); how many presses the slide has is not asked here. Null where it names no slide. */
export function addressOf(hash: string): Address | null {
  for (const { names, number, pressed } of readingsOf(hash)) {
    const step = placeNamed(names)?.closest<HTMLElement>('#impress .step') ?? (number && stepNumbered(number))
    if (step) return { step, pressed }
  }
  return null
}

export const stepOfHash = (hash: string): HTMLElement | null => addressOf(hash)?.step ?? null

/** The hash of a slide after so many presses. */
export const hashOf = ({ step, pressed }: Address): string => `#/${step.id}${pressed > 0 ? `/${pressed}` : ''}`

/** What it names: something on a slide, else the slide. */
export const targetOfHash = (hash: string): Element | null => placeNamed(readingsOf(hash)[0]?.names ?? []) ?? stepOfHash(hash)

/** The step of that id, or what has it on a step. */
const placeNamed = (names: readonly string[]): HTMLElement | undefined =>
  names.flatMap((name) => document.getElementById(name) ?? []).find((element) => element.closest('#impress .step'))

/** The last, if there are fewer. */
function stepNumbered(number: number): HTMLElement | undefined {
  const steps = allSteps()
  return steps[Math.min(number, steps.length) - 1]
}
