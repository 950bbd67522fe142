/**
 * How the player makes a further inclusion of a drawing from the first one. Only the compiler knows where the drawing's ids are named: it writes on
 * each element where the copy's suffix (`~N`) is to be put in.
 */

/** Of an element of a drawing that is included again: see `writeSuffixes`. */
export const suffixesAttribute = 'data-suffixes'

/** Stands for the text of a style sheet. No attribute is called so. */
export const sheetText = '#text'

/** Attribute, or `sheetText` → after which of its characters the suffix comes, ascending. */
export type Suffixes = ReadonlyMap<string, { readonly value: string; readonly ends: readonly number[] }>

/**
 * Each attribute with the lengths of the pieces before the suffixes, parted by semicolons: `style 9 12` for a suffix after 9 characters and one after
 * 12 more. Without a number the suffix comes at the end.
 */
export const writeSuffixes = (suffixes: Suffixes): string =>
  [...suffixes]
    .map(([name, { value, ends }]) => {
      if (ends.length === 1 && ends[0] === value.length) return name
      return [name, ...ends.map((end, index) => end - (ends[index - 1] ?? 0))].join(' ')
    })
    .join(';')

/** Has each value that is named get its suffixes. `change` gives it to the function, and takes what comes of it; it may not be there. */
export function addSuffixes(written: string, suffix: string, change: (name: string, add: (value: string) => string) => void): void {
  for (const entry of written.split(';')) {
    const [name = '', ...lengths] = entry.split(' ')
    change(name, (value) => {
      let result = ''
      let done = 0
      for (const length of lengths.length > 0 ? lengths.map(Number) : [value.length]) {
        result += value.slice(done, done + length) + suffix
        done += length
      }
      return result + value.slice(done)
    })
  }
}
