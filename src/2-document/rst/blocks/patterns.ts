/** How the first line of a block is recognized (docutils: Body.patterns). */

export const bulletPattern = /^[-+*\u2022\u2023\u2043](?: +|$)/
export const doctestPattern = /^>>>(?: |$)/
export const lineBlockPattern = /^\|( +|$)/
export const gridTablePattern = /^\+-[-+]+-\+ *$/
export const simpleTablePattern = /^=+(?: +=+)+ *$/
export const explicitPattern = /^\.\.(?: +|$)/
export const anonymousPattern = /^__(?: +|$)/
/** A line of one ASCII punctuation character: title underline, overline or transition. */
export const punctuationLine = /^([!-/:-@[-`{-~])\1* *$/

const optionName = '[a-zA-Z0-9][a-zA-Z0-9_-]*'
const optionArgument = '(?:[a-zA-Z][a-zA-Z0-9_-]*|<[^<>]+>)'
const option = `(?:[-+][a-zA-Z0-9](?: ?${optionArgument})?|(?:--|/)${optionName}(?:[ =]${optionArgument})?)`
export const optionPattern = new RegExp(`^${option}(?:, ${option})*(?:  +| ?$)`)

const enumerator = '(?:[0-9]+|[a-z]|[A-Z]|[ivxlcdm]+|[IVXLCDM]+|#)'
/** Groups: in parentheses, before a right parenthesis, before a period. */
export const enumeratorPattern = new RegExp(`^(?:\\((${enumerator})\\)|(${enumerator})\\)|(${enumerator})\\.)(?: +|$)`)

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

/** Whether the line begins another block than text: it then ends a definition list. */
export const beginsBlock = (text: string): boolean =>
  bulletPattern.test(text) ||
  enumeratorPattern.test(text) ||
  fieldMarker(text) !== undefined ||
  optionPattern.test(text) ||
  doctestPattern.test(text) ||
  lineBlockPattern.test(text) ||
  gridTablePattern.test(text) ||
  simpleTablePattern.test(text) ||
  explicitPattern.test(text) ||
  anonymousPattern.test(text) ||
  punctuationLine.test(text)
