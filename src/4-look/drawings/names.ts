/** Whether a name is one, or several by `*` and `?`. */
export const isGlob = (name: string): boolean => /[*?]/.test(name)

/**
 * Whether a name fits a pattern in which `*` stands for any characters and `?` for one; in linear time for one `*`, and in
 * pattern × name for many (a run back to the last `*` is enough).
 */
export function fits(pattern: string, name: string): boolean {
  let at = 0
  let star = -1
  let resume = 0
  let index = 0
  while (index < name.length) {
    if (pattern[at] === '*') {
      star = at++
      resume = index
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === name[index])) {
      at++
      index++
    } else if (star >= 0) {
      at = star + 1
      index = ++resume
    } else return false
  }
  while (pattern[at] === '*') at++
  return at === pattern.length
}

/** The name that takes the fewest changes of a letter to get to, if they are few enough to be a slip. */
export function nearest(wanted: string, names: readonly string[]): string | undefined {
  const plain = wanted.toLowerCase().replace(/[*?]/g, '')
  const limit = Math.max(2, Math.floor(plain.length / 3))
  let best: { name: string; distance: number } | undefined
  for (const name of names.slice(0, 500)) {
    const lower = name.slice(0, 80).toLowerCase()
    // Of a pattern that goes on in any way, what is written is compared with as much of the name.
    const compared = wanted.endsWith('*') ? lower.slice(0, plain.length) : lower
    const distance = isGlob(wanted) && lower.includes(plain) ? 0.5 : changes(plain.slice(0, 80), compared)
    if (distance <= limit && (best === undefined || distance < best.distance)) best = { name, distance }
  }
  return best?.name
}

/** Levenshtein's distance. */
function changes(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let row = 1; row <= from.length; row++) {
    const current = [row]
    for (let column = 1; column <= to.length; column++) {
      const replace = (previous[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1)
      current.push(Math.min(replace, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1))
    }
    previous = current
  }
  return previous[to.length] ?? 0
}
