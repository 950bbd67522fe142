/** White space as Python's `\s` has it. */
export const isSpace = (character: string): boolean => space.test(character)
const space = /^[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/
