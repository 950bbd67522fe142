/**
 * How parts of a drawing are named, wherever a deck does so (`:show:`, `:hide:`, `:dim:`, `:zoom:`, `:steps:`, `:data-on:`): words parted by
 * blanks or commas. A name that holds one of those, a bar, or begins with a sign, stands in double quotes; a quote within it is met by `?`.
 */
const wordPattern = /([+-]?)(?:"([^"]*)"|([^\s,"|]+))|\|/g

/** A name as it is written, or the bar between two presses. */
export type PartWord = { readonly bar: true } | { readonly bar: false; readonly sign: '' | '+' | '-'; readonly name: string }

/** With its place in the text. */
export type PlacedPartWord = PartWord & { readonly start: number; readonly end: number }

export const partWords = (text: string): PlacedPartWord[] =>
  Array.from(text.matchAll(wordPattern), ({ 0: whole, 1: sign = '', 2: quoted, 3: bare = '', index }) => {
    const place = { start: index, end: index + whole.length }
    return whole === '|' ? { bar: true, ...place } : { bar: false, sign: sign as '' | '+' | '-', name: quoted ?? bare, ...place }
  })

/** Where nothing is added or taken away, a sign is a part of the name. */
export const plainName = ({ sign, name }: Exclude<PartWord, { bar: true }>): string => sign + name

/** The one name that a text is. Blanks in it need no quotes: nothing else can be meant. */
export function onePartName(text: string): string {
  const [word, ...more] = partWords(text)
  return word && !word.bar && more.length === 0 ? plainName(word) : text
}

/** A name as it is to be written. */
export const writtenPartName = (name: string): string => (/[\s,"|]|^[+-]/.test(name) ? `"${name.replace(/"/g, '?')}"` : name)
