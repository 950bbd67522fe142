const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i

/** Far beyond what a browser can place, and far enough from infinity to be added up over any deck. */
const largest = 1e15

/** A decimal number as Python's `float` and JavaScript both read it (no hex, no `inf`), or undefined. */
export function readNumber(text: string): number | undefined {
  if (!decimal.test(text)) return undefined
  const value = Number(text)
  return Math.abs(value) <= largest ? value : undefined
}

/** Takes the noise of binary fractions away (0.1 + 0.2 → 0.3, 6e-17 → 0) and leaves what an author can have meant. */
export function tidy(value: number): number {
  if (Number.isInteger(value)) return value + 0
  const rounded = Number(value.toPrecision(12))
  return Math.abs(rounded) < 1e-9 ? 0 : rounded
}
