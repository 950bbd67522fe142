import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rewriteIdSelectors } from '../../../src/6-page/svg/css/ids.ts'
import { scopeRules } from '../../../src/6-page/svg/css/scope.ts'

const ids = {
  sources: new Set(['node1', 'node1_Pod1', 'node2', 'a.b', '1st']),
  generated: new Set(['node1~2', 'node1_Pod1~2', 'node2~2']),
  values: () =>
    new Map([
      ['fill', new Set(['url(#g)'])],
      ['style', new Set(["fill:url('#g')"])],
      ['href', new Set(['#node1'])],
      ['xlink:href', new Set(['#node1', '#tp'])],
      ['aria-labelledby', new Set(['node1 node2'])],
    ]),
  answers: new Map(),
}

describe('selectors on ids of drawings', () => {
  const cases: readonly [what: string, css: string, rewritten: string][] = [
    ['an id', '#node1{}', ':is(#node1,[data-source-id="node1"]){}'],
    ['an id that no drawing has', '#slide #nodeX{}', '#slide #nodeX{}'],
    ['an id in a compound', 'svg g#node1.x:hover > p{}', 'svg g:is(#node1,[data-source-id="node1"]).x:hover > p{}'],
    ['an escaped id', '#a\\.b{}', ':is(#a\\.b,[data-source-id="a.b"]){}'],
    [
      'an id with a code point escape',
      '#\\31 st{}',
      ':is(#\\31,[data-source-id="1st"]) st{}'.replace('#\\31,', '#\\31 st,').replace(') st{', '){'),
    ],
    ['an attribute', "svg g g[id='node1']{}", "svg g g:is([id='node1'],[data-source-id='node1']){}"],
    ['a bare attribute value', '[id=node1]{}', ':is([id=node1],[data-source-id=node1]){}'],
    ['a flag and blanks', '[ id = "NODE1" i ]{}', ':is([ id = "NODE1" i ],[ data-source-id = "NODE1" i ]){}'],
    ['a beginning', '[id^="node1_"]{}', ':is([id^="node1_"]:where(:not([data-source-id])),[data-source-id^="node1_"]){}'],
    ['an end', "[id$='Pod1']{}", ":is([id$='Pod1']:where(:not([data-source-id])),[data-source-id$='Pod1']){}"],
    ['a part', "[id*='Pod']{}", ":is([id*='Pod']:where(:not([data-source-id])),[data-source-id*='Pod']){}"],
    ['a part that only generated ids have', "[id*='~']{}", ":is([id*='~']:where(:not([data-source-id])),[data-source-id*='~']){}"],
    ['a part that none has', "[id*='etcd']{}", "[id*='etcd']{}"],
    ['a word', "[id~='node2']{}", ":is([id~='node2']:where(:not([data-source-id])),[data-source-id~='node2']){}"],
    ['presence', 'g[id]{}', 'g[id]{}'],
    ['another attribute', '[data-id="node1"]{}', '[data-id="node1"]{}'],
    ['a value that holds an id', '[fill="url(#g)"]{}', ':is([fill="url(#g)"],[data-source-fill="url(#g)"]){}'],
    ['a value with a flag', "[ fill = 'URL(#G)' i ]{}", ":is([ fill = 'URL(#G)' i ],[data-source-fill = 'URL(#G)' i ]){}"],
    [
      'a part of a value',
      `rect[style*="url('#g')"]{}`,
      `rect:is([style*="url('#g')"]:where(:not([data-source-style])),[data-source-style*="url('#g')"]){}`,
    ],
    [
      'a word of a value',
      '[aria-labelledby~=node2]{}',
      ':is([aria-labelledby~=node2]:where(:not([data-source-aria-labelledby])),[data-source-aria-labelledby~=node2]){}',
    ],
    ['a link', '[href="#node1"]{}', ':is([href="#node1"],[data-source-href="#node1"]){}'],
    ['a link without a namespace', '[|href="#node1"]{}', ':is([|href="#node1"],[data-source-href="#node1"]){}'],
    [
      'a link of any namespace',
      'use[*|href="#node1"]{}',
      'use:is([*|href="#node1"],[data-source-href="#node1"],[data-source-xlink-href="#node1"]){}',
    ],
    [
      'a link of one namespace',
      '@namespace x url(http://www.w3.org/1999/xlink);[x|href="#tp"]{}',
      '@namespace x url(http://www.w3.org/1999/xlink);:is([x|href="#tp"],[data-source-xlink-href="#tp"]){}',
    ],
    ['a value that no file has', '[fill="url(#h)"]{}', '[fill="url(#h)"]{}'],
    ['an attribute that holds no ids', '[mask="url(#g)"]{}', '[mask="url(#g)"]{}'],
    ['the presence of a value', '[fill]{}', '[fill]{}'],
    ['a name with a colon, which no attribute of a page has', '[xlink\\:href="#tp"]{}', '[xlink\\:href="#tp"]{}'],
    ['inside :not()', 'g:not(#node1, .x){}', 'g:not(:is(#node1,[data-source-id="node1"]), .x){}'],
    ['a list over lines', '#node1,\n  #node2\n{}', ':is(#node1,[data-source-id="node1"]),\n  :is(#node2,[data-source-id="node2"])\n{}'],
    [
      'inside at-rules',
      '@media print{@supports (x:y){@layer a{#node1{}}}}',
      '@media print{@supports (x:y){@layer a{:is(#node1,[data-source-id="node1"]){}}}}',
    ],
    ['nested rules', '#slide{color:red;& #node1{fill:red}}', '#slide{color:red;& :is(#node1,[data-source-id="node1"]){fill:red}}'],
    ['a colour', 'p{color:#node1;fill:#abc}', 'p{color:#node1;fill:#abc}'],
    ['a string', 'p::after{content:"#node1{"}', 'p::after{content:"#node1{"}'],
    ['a string in a selector', 'p[title="#node1 [id=node1]"]{}', 'p[title="#node1 [id=node1]"]{}'],
    ['a comment', '/* #node1{} */ p /* #node1 */ {}', '/* #node1{} */ p /* #node1 */ {}'],
    ['a url', 'p{background:url(a;b{#node1)}#x{}', 'p{background:url(a;b{#node1)}#x{}'],
    ['an import', '@import "a.css#node1"; #node1{}', '@import "a.css#node1"; :is(#node1,[data-source-id="node1"]){}'],
    ['keyframes', '@keyframes node1{from{x:y}50%{x:y}}', '@keyframes node1{from{x:y}50%{x:y}}'],
    ['a custom property with a block', 'p{--x:{#node1{}}}', 'p{--x:{#node1{}}}'],
    ['a file that ends too early', '#node1{color:red', ':is(#node1,[data-source-id="node1"]){color:red'],
    ['what no selector can be', '#1st,[id=1st],[id="node1" b c]{}', '#1st,[id=1st],:is([id="node1" b c],[data-source-id="node1" b c]){}'],
    [
      'an attribute with a comment and an escape',
      '[/*]*/i\\64/**/="node1"]{}',
      ':is([/*]*/i\\64/**/="node1"],[/*]*/data-source-id/**/="node1"]){}',
    ],
    ['an id after an escape', '#node1\\ #node1{}', '#node1\\ :is(#node1,[data-source-id="node1"]){}'],
    ['brackets with braces', 'p:is([a="}"],[b={}],#node1){}', 'p:is([a="}"],[b={}],:is(#node1,[data-source-id="node1"])){}'],
    ['a line end in a string', 'p[a="#node1\n]{}#node1{}', 'p[a="#node1\n]{}:is(#node1,[data-source-id="node1"]){}'],
    ['no block at all', '#node1', '#node1'],
  ]
  it.each(cases)('%s', (_, css, rewritten) => {
    expect(rewriteIdSelectors(css, ids)).toBe(rewritten)
    expect(rewriteIdSelectors(rewritten, ids)).toBe(rewritten)
  })

  it('changes nothing on a page without renamed ids', () => {
    expect(rewriteIdSelectors('#node1{}', { ...ids, sources: new Set(), generated: new Set() })).toBe('#node1{}')
  })

  it('rewrites once what it rewrites twice, and never throws', () => {
    const piece = fc.constantFrom(
      '#node1',
      '[id="node1"]',
      '[id^=node]',
      '[fill="url(#g)"]',
      '[*|href^=x]',
      ' ',
      '{',
      '}',
      ';',
      ',',
      '"',
      "'",
      '/*',
      '*/',
      '(',
      ')',
      '[',
      ']',
      '\\',
      ':is(',
      'url(',
      '@media x',
      'p',
      ':',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const once = rewriteIdSelectors(pieces.join(''), ids)
        expect(rewriteIdSelectors(once, ids)).toBe(once)
      }),
      { seed: 5, numRuns: 2000 },
    )
  })
})

describe('style sheets inside a drawing', () => {
  const scope = ':where([data-drawing="1"],[data-drawing="1"] *,[data-part-of="1"])'
  const cases: readonly [what: string, css: string, scoped: string][] = [
    ['a class', '.st0{fill:red}', `.st0${scope}{fill:red}`],
    ['a list', '.a, g > .b{}', `.a${scope}, g${scope} > .b{}`],
    ['a comma in brackets', ':is(.a, .b) c{}', `:is(.a, .b)${scope} c{}`],
    ['every element', '*{}', `*${scope}{}`],
    ['the root', ':root{}', `[data-drawing="1"]${scope}{}`],
    ['a pseudo-element', 'text::selection{}', `text${scope}::selection{}`],
    ['a pseudo-class', 'rect:hover{}', `rect:hover${scope}{}`],
    ['inside at-rules', '@media print{.a{}}', `@media print{.a${scope}{}}`],
    ['nested rules', '.a{& .b{}}', `.a${scope}{& .b{}}`],
    ['keyframes', '@keyframes x{from{}to{}}', '@keyframes x{from{}to{}}'],
    ['a font', '@font-face{font-family:x}', '@font-face{font-family:x}'],
    ['strings and escapes', '.a[b=",:root"],.c\\,\\:root{}', `.a[b=",:root"]${scope},.c\\,\\:root${scope}{}`],
    ['an old pseudo-element', 'text:FIRST-letter{}', `text${scope}:FIRST-letter{}`],
    ['a combinator without blanks', '.a>.b~c+d{}', `.a${scope}>.b~c+d{}`],
    ['the root in brackets', 'g:not(:root):is(a > b){}', `g:not([data-drawing="1"]):is(a > b)${scope}{}`],
    ['marks of an HTML comment', '<!--.a{}-->', `<!--.a${scope}{}-->`],
    ['a comment before', '/* x */.a{}', `/* x */.a${scope}{}`],
  ]
  it.each(cases)('%s', (_, css, scoped) => expect(scopeRules(css, '1')).toBe(scoped))
})
