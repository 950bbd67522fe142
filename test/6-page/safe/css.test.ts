import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanCss } from '../../../src/6-page/safe/css.ts'
import { readTokens, tokenValue } from '../../../src/formats/css/tokens.ts'

describe('CSS that only draws stays letter for letter', () => {
  it.each([
    '#a svg g g[id^="node1"] { display: none } /* https://x.example */',
    'a::before { content: "https://x.example\\a @media"; }',
    '.a { fill: url(#b); mask: url( "#b" ) } .\\31 0 { color: red }',
    'a { background: url(data:image/png;base64,AAAA) } @font-face { src: url("data:font/woff2;base64,AA") format("woff2") }',
    'a { background: image-set("data:image/png;base64,AA" type("image/png") 1x, linear-gradient(red, blue) 2x) }',
    '@media print { a { color: var(--image) } } @namespace "http://www.w3.org/2000/svg";',
    'a { background: url(data:,) } .import { image-rendering: auto }',
  ])('%s', (css) => {
    expect(cleanCss(css)).toEqual({ css, removed: [] })
  })
})

describe('what loads or runs goes', () => {
  const cases: readonly [css: string, cleaned: string, removed: string][] = [
    ['a{b:url(https://x.example/a)}', 'a{b:none}', 'a reference to https://x.example/a'],
    ['a{b:url( "//x.example" )}', 'a{b:url( "" )}', 'a reference to //x.example'],
    ['a{b:u\\72 l(x.example)}', 'a{b:none}', 'a reference to x.example'],
    ['a{b:\\000075rl("x.example")}', 'a{b:\\000075rl("")}', 'a reference to x.example'],
    ['a{b:url(\\68ttps://x.example)}', 'a{b:none}', 'a reference to https://x.example'],
    ['a{b:url(x"y)}', 'a{b:none}', 'a reference to x"y'],
    ['a{b:url(x.example', 'a{b:none', 'a reference to x.example'],
    ['a{b:"/*";c:url(x.example);d:"*/"}', 'a{b:"/*";c:none;d:"*/"}', 'a reference to x.example'],
    ['a{b:"\n;c:url(x.example)}', 'a{b:"\n;c:none}', 'a reference to x.example'],
    ['a{b:url(#c"d)}e{f:url(x.example)}"', 'a{b:url(#c"d)}e{f:none}"', 'a reference to x.example'],
    ['a{b:<!--url(#c"d)}e{f:url(x.example)}"', 'a{b:<!--url(#c"d)}e{f:none}"', 'a reference to x.example'],
    ['a{b:#url(x"y);c:url(x.example)"}', 'a{b:#\\75rl(x"y);c:\\75rl(x.example)"}', ''],
    ['a{b:url(x.example)url("#c")}', 'a{b:none/**/url("#c")}', 'a reference to x.example'],
    ['a{b:image-set("x.example" 1x)}', 'a{b:image-set("" 1x)}', 'a reference to x.example'],
    ['a{b:-webkit-image-set(url(x.example) 1x)}', 'a{b:-webkit-image-set(none 1x)}', 'a reference to x.example'],
    ['a{b:image-set(var(--c) 1x);--c:"x.example"}', 'a{b:image-set(removed(--c) 1x);--c:"x.example"}', 'an address made up by var()'],
    ['a{b:src("x.example")}', 'a{b:src("")}', 'a reference to x.example'],
    ['@import "x.css" screen;a{}', '/**/a{}', 'an imported style sheet'],
    ['@\\69mport url(x.css);a{}', '/**/a{}', 'an imported style sheet'],
    ['a{}@import url("x;y") supports((a:b;c));b{}', 'a{}/**/b{}', 'an imported style sheet'],
    ['@import "x.css"', '/**/', 'an imported style sheet'],
    ['@im@import x;port "x.css"', '@im/**/port "x.css"', 'an imported style sheet'],
    ['@@import x;import "x.css"', '@/**/import "x.css"', 'an imported style sheet'],
    ['/@import x;*"*/@import url(x)"', '//**/*"*/@\\69mport \\75rl(x)"', 'an imported style sheet'],
    // It ends with the bracket that it stands in: what is behind is outside, to us as to a browser.
    ['a{b:image-set(@import "x");c:"d"}', 'a{b:image-set(/**/);c:"d"}', 'an imported style sheet'],
    ['a{b:image-set(@import (x;y));c:"d"}', 'a{b:image-set(/**/);c:"d"}', 'an imported style sheet'],
    ['a{b:image-set(@import x;"//x.example" 1x)}', 'a{b:image-set(/**/"" 1x)}', 'an imported style sheet'],
    ['a{b:expression(alert(1))}', 'a{b:removed(alert(1))}', 'an expression'],
    ['a{b:url(javascript:alert(1))}', 'a{b:none)}', 'a reference to javascript:alert(1'],
    ['a{b:url(data:text/html,x)}', 'a{b:none}', 'a reference to data:text/html,x'],
    ['@font-face{src:url(//x.example/a.woff2)}', '@font-face{src:none}', 'a reference to //x.example/a.woff2'],
  ]
  it.each(cases)('%s', (css, cleaned, removed) => {
    const result = cleanCss(css)
    expect(result.css).toBe(cleaned)
    expect(result.removed[0] ?? '').toBe(removed)
    expect(cleanCss(result.css)).toEqual({ css: result.css, removed: [] })
  })
})

/** Chromium's preload scanner fetches `@import` from a string, as it reads no tokens; others may look for `url(`, which stands for addresses alone. */
function loudIn(css: string): string[] {
  const calls = readTokens(css).map(({ type, text, start }) =>
    /^(?:function|(?:bad-)?url)$/.test(type) ? start + text.search(/url\(/i) : -1,
  )
  return [...css.matchAll(/@import|url\(/gi)].filter(({ index }) => !calls.includes(index)).map(([word]) => word)
}

describe('what looks like loading where it is none is written another way that says the same', () => {
  it.each([
    ['@layer "a;@import \'http://x\';";', '@layer "a;@\\69mport \'http://x\';";'],
    ['@charset "a;@IMPORT url(x);";', '@charset "a;@\\49MPORT \\75rl(x);";'],
    ['/x@import y;', '/x/**/'],
    ['@layer/*;@import "x";*/;', '@layer/*;@ import "x";*/;'],
    ['/* URL(x) url(y) */', '/* URL (x) url (y) */'],
    ['a::before{content:"url(https://x)\\a @import"}', 'a::before{content:"\\75rl(https://x)\\a @\\69mport"}'],
    ['a{content:"\\url(x)"}', 'a{content:"\\75rl(x)"}'],
    ['a{content:"\\\\url(x)"}', 'a{content:"\\\\\\75rl(x)"}'],
    ['.\\@import{}', '.\\@\\69mport{}'],
    ['#\\@import{}@importance x;', '#\\@\\69mport{}@\\69mportance x;'],
    ['a{--b:5url(x) my-url(y) @url(z) "url"(w)}', 'a{--b:5\\75rl(x) my-\\75rl(y) @\\75rl(z) "url"(w)}'],
    ['a{b:url("#@import url(x)")}', 'a{b:url("#@\\69mport \\75rl(x)")}'],
    ['a{b:url(#@import)}', 'a{b:url(#@\\69mport)}'],
    ['a{b:url(#c"url(x)}', 'a{b:url(#c"\\75rl(x)}'],
    ['@namespace s url(http://www.w3.org/2000/svg);s|a{}', '@namespace s "http://www.w3.org/2000/svg";s|a{}'],
    ['@namespace url( "x" );@namespace \\75rl(y);a{b:url("#c")}', '@namespace "x";@namespace "y";a{b:url("#c")}'],
  ])('%s', (css, written) => {
    const result = cleanCss(css)
    expect(result.css).toBe(written)
    expect(result.removed).toEqual(css === '/x@import y;' ? ['an imported style sheet'] : [])
    expect(loudIn(result.css)).toEqual([])
    expect(cleanCss(result.css)).toEqual({ css: result.css, removed: [] })
  })

  it('whatever is written, and says what it said', () => {
    const pieces = `@import|@IMPORT|@layer|@charset|@namespace|@media|@|import|url|url(|URL(|\\75rl(|src(|image-set(|"|'|(|)|{|}|[|]|;|:|,|\\|\\\\|\\@|\\u|\\69|/*|*/|/|#|-|--|.|5|e| |\n|a|f|<!--|-->|</style>|//x|http://x|#a|data:image/png,|data:,|var(|\0|é`
    const css = fc.array(fc.constantFrom(...pieces.split('|')), { maxLength: 16 }).map((list) => list.join(''))
    const said = (text: string): string[] =>
      readTokens(text).flatMap((token) =>
        token.type === 'comment' ? [] : [`${token.type} ${token.type === 'bad-string' ? '' : tokenValue(token)}`],
      )
    fc.assert(
      fc.property(css, (text) => {
        const cleaned = cleanCss(text)
        expect(loudIn(cleaned.css)).toEqual([])
        expect(cleanCss(cleaned.css)).toEqual({ css: cleaned.css, removed: [] })
        if (cleaned.removed.length === 0 && !/namespace/i.test(text)) expect(said(cleaned.css)).toEqual(said(text))
      }),
      { seed: 20261128, numRuns: 50_000 },
    )
  })
})

it('reads much in linear time and without running out of stack', () => {
  const bytes = 'A'.repeat(8_000_000)
  for (const css of [`a{b:url(data:image/png;base64,${bytes})}`, `a{b:url("data:image/png;base64,${bytes}")}`, `.${bytes}{}url(#a)`]) {
    expect(cleanCss(css).removed).toEqual([])
  }
  expect(cleanCss(`url(#a)${'\\61 b'.repeat(100_000)}`).removed).toEqual([])
  expect(cleanCss('url(x)'.repeat(100_000)).removed).toEqual(['a reference to x'])
  expect(cleanCss(`image-set(${'('.repeat(100_000)}`).removed).toEqual([])
})
