/** The characters that our constructs begin with, as micromark has them: UTF-16 units. */
export const codes = {
  numberSign: 35,
  dollar: 36,
  dash: 45,
  dot: 46,
  colon: 58,
  lessThan: 60,
  uppercaseN: 78,
  leftSquareBracket: 91,
  backslash: 92,
  caret: 94,
  lowercaseN: 110,
  leftCurlyBrace: 123,
  verticalBar: 124,
  tilde: 126,
} as const
