/**
 * Where a field's name ends and where its marker ends, blanks included; undefined if the text is no field marker. The name runs to the first
 * colon that is not escaped and that a blank or the line's end follows; a colon before a backquote is no end (docutils: `field_marker`).
 */
export function fieldMarker(text: string): { readonly name: number; readonly end: number } | undefined {
  if (text.charCodeAt(0) !== 0x3a || text.length < 2 || text[1] === ' ' || text[1] === ':') return undefined
  for (let index = 1; index < text.length; index++) {
    const character = text[index]
    if (character === '\\') index++
    if (character !== ':') continue
    const after = text[index + 1]
    if (after === '`') return undefined
    if (after !== undefined && after !== ' ') continue
    if (text[index - 1] === ' ') return undefined
    let end = index + 1
    while (text[end] === ' ') end++
    return { name: index, end }
  }
  return undefined
}
