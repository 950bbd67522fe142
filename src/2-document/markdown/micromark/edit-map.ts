import type { Event } from 'micromark-util-types'

type Change = [at: number, removed: number, added: Event[]]

/**
 * Edits of a list of events, gathered first and made together. Our copy of `micromark-util-edit-map` (1.0.0), which takes the place of that
 * module in the build and in the tests (scripts/own-modules.mjs): the original takes the whole list apart and puts it together again for each
 * setext heading, so that 5,000 of them take seconds. Edits are at the list's end: this one leaves what stands before the first where it is.
 */
export class EditMap {
  readonly #changes = new Map<number, Change>()

  /** Removes `removed` events at `at` and adds `added`, behind what was added there before. */
  add(at: number, removed: number, added: Event[]): void {
    if (removed === 0 && added.length === 0) return
    const change = this.#changes.get(at)
    if (!change) this.#changes.set(at, [at, removed, added])
    else {
      change[1] += removed
      change[2].push(...added)
    }
  }

  consume(events: Event[]): void {
    const changes = [...this.#changes.values()].sort(([one], [other]) => one - other)
    this.#changes.clear()
    const start = changes[0]?.[0]
    if (start === undefined) return
    const rest = events.splice(start)
    let read = 0
    for (const [at, removed, added] of changes) {
      for (; read < at - start; read++) events.push(rest[read] as Event)
      for (const event of added) events.push(event)
      read += removed
    }
    for (; read < rest.length; read++) events.push(rest[read] as Event)
  }
}
