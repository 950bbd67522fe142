import { characterAt, characterBefore } from './characters.ts'

/**
 * Simple reference names: words of letters and digits joined by single `-._+:` (specification: “reference names”). Written as scanners,
 * since a pattern that tries every start of a long name takes quadratic time.
 */

/** A letter or digit; the low line is none. */
export const isWordCharacter = (character: string): boolean => {
  const code = character.charCodeAt(0)
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39)
  return wordCharacter.test(character)
}
const wordCharacter = /^[\p{L}\p{N}]/u
const isJoint = (character: string): boolean => character !== '' && '-._+:'.includes(character)

/** Where the longest simple name that starts at `from` ends; `from` itself if none does. */
export function simpleNameEnd(text: string, from: number): number {
  let end = from
  for (let index = from; ; ) {
    const character = characterAt(text, index)
    if (isWordCharacter(character)) end = index += character.length
    else if (index === end && index > from && isJoint(character)) index++
    else return end
  }
}

/** Where the longest simple name that ends at `to` starts, not before `limit`; `to` itself if none does. */
export function simpleNameStart(text: string, to: number, limit: number): number {
  let start = to
  for (let index = to; index > limit; ) {
    const character = characterBefore(text, index)
    if (isWordCharacter(character)) start = index -= character.length
    else if (index === start && index < to && isJoint(character)) index--
    else return start
  }
  return start
}
