const digits: readonly (readonly [string, number])[] = [
  ...([
    ['M', 1000],
    ['CM', 900],
    ['D', 500],
    ['CD', 400],
    ['C', 100],
    ['XC', 90],
    ['L', 50],
  ] as const),
  ...([
    ['XL', 40],
    ['X', 10],
    ['IX', 9],
    ['V', 5],
    ['IV', 4],
    ['I', 1],
  ] as const),
]
const wellFormed = /^M{0,4}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/

/** The value of an upper-case Roman numeral, undefined for one that is not well formed. */
export function romanNumber(numeral: string): number | undefined {
  if (numeral === '' || !wellFormed.test(numeral)) return undefined
  let value = 0
  let rest = numeral
  for (const [digit, worth] of digits) {
    while (rest.startsWith(digit)) {
      value += worth
      rest = rest.slice(digit.length)
    }
  }
  return value
}

/** The upper-case Roman numeral of a number from 1 to 4999. */
export function romanNumeral(value: number): string | undefined {
  if (value < 1 || value > 4999) return undefined
  let numeral = ''
  let rest = value
  for (const [digit, worth] of digits) {
    while (rest >= worth) {
      numeral += digit
      rest -= worth
    }
  }
  return numeral
}
