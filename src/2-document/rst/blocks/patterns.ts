import { fieldMarker } from '../../syntax/field-marker.ts'

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
