import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type CssToken, readTokens, tokenValue } from '../../../src/formats/css/tokens.ts'

/** `type text`, blanks left out. */
const told = (css: string): string[] =>
  readTokens(css)
    .filter(({ type }) => type !== 'whitespace')
    .map(({ type, text }) => `${type} ${text}`)

describe('tokens of CSS Syntax 3 §4.3', () => {
  const cases: readonly [what: string, css: string, tokens: readonly string[]][] = [
    ['names', 'a -b --c _ é \\31 x -\\61', ['ident a', 'ident -b', 'ident --c', 'ident _', 'ident é', 'ident \\31 x', 'ident -\\61']],
    ['functions and at-keywords', 'calc(@media @-x @1', ['function calc(', 'at-keyword @media', 'at-keyword @-x', 'delim @', 'number 1']],
    ['hashes', '#a #1 #\\61 # a', ['hash #a', 'hash #1', 'hash #\\61 ', 'delim #', 'ident a']],
    ['numbers', '1 -.5 +1e3 1.', ['number 1', 'number -.5', 'number +1e3', 'number 1', 'delim .']],
    ['units', '1px 50% 1e 1e-x 2--3', ['dimension 1px', 'percentage 50%', 'dimension 1e', 'dimension 1e-x', 'dimension 2--3']],
    ['signs', '+ - -- -->', ['delim +', 'delim -', 'ident --', 'CDC -->']],
    ['marks', '<!--a:b,c;{}[]()', ['CDO <!--', ...'ident a|: :|ident b|, ,|ident c|; ;|{ {|} }|[ [|] ]|( (|) )'.split('|')]],
    ['strings', `"a'b" 'a"b' "a\\"b"`, [`string "a'b"`, `string 'a"b'`, 'string "a\\"b"']],
    ['a string over lines', '"a\\\nb\\\r\nc"', ['string "a\\\nb\\\r\nc"']],
    ['a string that does not end', '"a', ['string "a']],
    ['a string that ends in a backslash', '"a\\', ['string "a\\']],
    ['a string that the line ends', '"a\nb', ['bad-string "a', 'ident b']],
    ['comments', 'a/* "x */b/**/', ['ident a', 'comment /* "x */', 'ident b', 'comment /**/']],
    ['a comment that does not end', '/*/ a', ['comment /*/ a']],
    ['no comment', '/ *', ['delim /', 'delim *']],
    ['url() without quotes', 'url(a) URL( b\\)c ) u\\72l(d)', ['url url(a)', 'url URL( b\\)c )', 'url u\\72l(d)']],
    ['url() that does not end', 'url(a;b', ['url url(a;b']],
    ['url() of nothing', 'url() url( )', ['url url()', 'url url( )']],
    ['url() with quotes', 'url("a") url( \'b\' )', ['function url(', 'string "a"', ') )', 'function url(', "string 'b'", ') )']],
    [
      'url() with what cannot be',
      'url(a b)c url(a"b)c url(a(b)c url(a\\\nb\\))c',
      [
        ...['bad-url url(a b)', 'ident c', 'bad-url url(a"b)', 'ident c'],
        ...['bad-url url(a(b)', 'ident c', 'bad-url url(a\\\nb\\))', 'ident c'],
      ],
    ],
    ['other functions', 'src(a) url-prefix(a)', ['function src(', 'ident a', ') )', 'function url-prefix(', 'ident a', ') )']],
    ['a backslash that is no escape', '\\\na', ['delim \\', 'ident a']],
    ['a backslash at the end', 'a\\', ['ident a\\']],
    ['NUL', '\0a', ['ident \0a']],
  ]
  it.each(cases)('%s', (_, css, tokens) => {
    expect(told(css)).toEqual(tokens)
  })
})

describe('what a token says', () => {
  const cases: readonly [css: string, value: string][] = [
    ['a\\.b', 'a.b'],
    ['\\31 st', '1st'],
    ['\\000031st', '1st'],
    ['#a\\#', 'a#'],
    ['@\\69mport', 'import'],
    ['c\\61lc(', 'calc'],
    ['"a\\"b\\\nc\\a d"', 'a"bc\nd'],
    ["'\\0\\d800\\110000'", '\ufffd\ufffd\ufffd'],
    ['"a\\', 'a'],
    ['url(a\\', 'a\ufffd'],
    ['"\0"', '\ufffd'],
    ['a\\', 'a\ufffd'],
    ['url( a\\ b )', 'a b'],
    ['url(a', 'a'],
    ['url(a\\)', 'a)'],
    ['url(a\\ )', 'a '],
    ['"a\\"', 'a"'],
    ['\\1F600', '😀'],
  ]
  it.each(cases)('%s', (css, value) => {
    const tokens = readTokens(css)
    expect(tokens.length).toBe(1)
    expect(tokenValue(tokens[0] as CssToken)).toBe(value)
  })
})

test('tokens have all of the text, whatever it is', () => {
  const piece = fc.constantFrom(...'url( " \' \\ /* */ \n \r\n \f ) ( [ ] { } ; : , # @ - + . 1 e a <!-- --> é \0 % \ud800'.split(' '), ' ')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const css = pieces.join('')
      const tokens = readTokens(css)
      expect(tokens.map(({ text }) => text).join('')).toBe(css)
      expect(tokens.every(({ start, text }) => text !== '' && css.startsWith(text, start))).toBe(true)
    }),
    { seed: 7, numRuns: 2000 },
  )
})

test('reads much in linear time and without running out of stack', () => {
  const much = 'A'.repeat(8_000_000)
  for (const css of [`url(${much})`, `"${much}"`, much, `/*${much}*/`, `url(${much} b)`]) expect(readTokens(css).length).toBe(1)
  for (const escaped of ['\\61 ', '\\)', '\\é']) {
    const many = escaped.repeat(1_000_000)
    for (const css of [`url(${many})`, `"${many}"`, many, `url("${many}`]) expect(readTokens(css).length).toBeLessThan(3)
  }
  expect(readTokens('/* '.repeat(100_000)).length).toBe(1)
  expect(readTokens("url(/*'".repeat(100_000)).length).toBe(1)
})
