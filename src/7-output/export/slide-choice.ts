const range = /^\s*(\d+)?\s*(-)?\s*(\d+)?\s*$/

/**
 * Reads `3,5-7,9-` into indices, from 0 and in the deck's order. The sentence that comes back instead says what is wrong with it.
 * `count` is how many slides there are.
 */
export function readSlideChoice(text: string, count: number): number[] | string {
  const chosen = new Set<number>()
  for (const part of text.split(',')) {
    const [, first, dash, last] = range.exec(part) ?? []
    if (first === undefined && last === undefined) return `“${part.trim()}” names no slides: write numbers and ranges such as 3,5-7 or 9-.`
    const from = Number(first ?? 1)
    const to = dash ? Number(last ?? count) : from
    if (from < 1 || from > to || to > count)
      return `There ${count === 1 ? 'is 1 slide' : `are ${count} slides`}, but --slides says ${part.trim()}.`
    for (let number = from; number <= to; number++) chosen.add(number - 1)
  }
  return [...chosen].sort((a, b) => a - b)
}
