/** How a URL's hash names a slide: `#/id` or `#id`, percent-encoded or not; `#/2`, the second slide, where that is no id; each with `/3` behind it for three presses. */

/** One of the ways in which a hash can be read. */
export interface HashReading {
  /** An id as it may be spelled, the likeliest first. */
  readonly names: readonly string[]
  /** The slide with this number, from 1, where nothing has such an id. */
  readonly number: number | undefined
  readonly pressed: number
}

/** The ways to read a hash, the likeliest first: an id may have a `/` too. */
export function readingsOf(hash: string): readonly HashReading[] {
  const whole = hash.replace(/^#\/?/, '')
  const [, before = '', press] = /^(.*)\/(.*)$/s.exec(whole) ?? []
  return [reading(whole, 0), reading(before, Number(press) || 0)].filter(({ names }) => names[0] !== '')
}

const reading = (name: string, pressed: number): HashReading => ({
  names: [name, decoded(name)],
  number: /^[1-9]\d*$/.test(name) ? Number(name) : undefined,
  pressed,
})

/** As a browser compares a hash with ids (HTML, section 7.4.6.4). */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
