import { describe, expect, it } from 'vitest'
import { cleanCss } from '../../../src/6-page/safe/css.ts'

describe('CSS that only draws stays letter for letter', () => {
  it.each([
    '#a svg g g[id^="node1"] { display: none } /* url(https://x.example) */',
    'a::before { content: "url(https://x.example)\\a @import"; }',
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
    ['a{b:#url(x"y);c:url(x.example)"}', 'a{b:#url(x"y);c:url(x.example)"}', ''],
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
    ['/@import x;*"*/@import url(x)"', '//**/*"*/@import url(x)"', 'an imported style sheet'],
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

it('reads much in linear time and without running out of stack', () => {
  const bytes = 'A'.repeat(8_000_000)
  for (const css of [`a{b:url(data:image/png;base64,${bytes})}`, `a{b:url("data:image/png;base64,${bytes}")}`, `.${bytes}{}url(#a)`]) {
    expect(cleanCss(css).removed).toEqual([])
  }
  expect(cleanCss(`url(#a)${'\\61 b'.repeat(100_000)}`).removed).toEqual([])
  expect(cleanCss('url(x)'.repeat(100_000)).removed).toEqual(['a reference to x'])
  expect(cleanCss(`image-set(${'('.repeat(100_000)}`).removed).toEqual([])
})
