import { describe, expect, it } from 'vitest'
import { cleanCss } from '../../../src/6-page/safe/css.ts'
import { cleanHtml } from '../../../src/6-page/safe/html.ts'
import { findUnsafe } from '../../../src/6-page/svg/unsafe.ts'

function clean(html: string) {
  const removed: string[] = []
  const result = cleanHtml(html, {
    sheet: (css) => cleanCss(css).css,
    style: (css) => cleanCss(css).css,
    resource: (_tag, _name, addresses) => addresses,
    drawing: (root) => findUnsafe(root, true),
    report: (what, start) => removed.push(`${what}@${start}`),
  })
  return { html: result, removed }
}

describe('harmless HTML stays', () => {
  it.each([
    '<div class="columns" id="a" style="color: red">a &amp; b &eacute; &lt; <b>c</b></div>',
    '<p>a <kbd>Ctrl</kbd> <a href="https://x.example/?a=1&amp;b=2" target="_blank">x</a> <a href="#/next">y</a>',
    '</section></div>',
    '<img src="a.png" alt="A &quot;picture&quot;" width="3"><br>',
    '<style media="print">#a > b { color: red } /* & < > */</style>',
    '<video src="a.mp4" poster="a.png" controls=""></video>',
    '<table><tbody><tr><td colspan="2">x</td></tr></tbody></table>',
    '<svg viewBox="0 0 1 1"><g id="a" inkscape:label="A"><title>t</title><path d="M0 0"/></g><text>→ b</text></svg> c',
  ])('%s', (html) => {
    expect(clean(html)).toEqual({ html, removed: [] })
  })

  it.each([
    ['<B TITLE=x>a</B >', '<b title="x">a</b>'],
    ["<i title='a\"b'>", '<i title="a&quot;b">'],
    ['a<!-- b -->c<!-->d<!--->e--!>f<?g?>h</ i>j<!DOCTYPE k>l', 'acde--!>fhjl'],
    ['1 < 2 <3', '1 &lt; 2 &lt;3'],
    ['<html lang=en><head><title>t</title></head><body>b</body></html>', 'b'],
    [
      '<SVG ViewBox=x><LinearGradient GradientUnits=y /><text>&rarr;<![CDATA[<b>]]></TEXT></SVG>',
      '<svg viewBox="x"><linearGradient gradientUnits="y"/><text>→&lt;b&gt;</text></svg>',
    ],
    ['<svg/>a', '<svg/>a'],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', '<svg/>'],
    ['<b ID=a id=c title=d>', '<b id="a" title="d">'],
    ['<svg><g><path d="M0 0">', '<svg><g><path d="M0 0"/></g></svg>'],
    ['<img name="getElementById" src="a.png"><a name="b">', '<img src="a.png"><a name="b">'],
    ['<img srcset="a.png 1x,  b.png 2x">', '<img srcset="a.png 1x, b.png 2x">'],
  ])('%s is written as %s', (html, written) => {
    expect(clean(html)).toEqual({ html: written, removed: [] })
  })
})

describe('what runs, loads or changes how the rest is read goes', () => {
  const cases: readonly [html: string, cleaned: string, removed: readonly string[]][] = [
    ['a<script>alert(1)</script>b', 'ab', ['a script@1']],
    ['a<script>alert(1)', 'a', ['a script@1']],
    ['<b OnClick=alert(1) onx="2">', '<b>', ['an event handler (onclick)@0', 'an event handler (onx)@0']],
    ['<a href="java&#10;script:x()">a</a>', '<a>a</a>', ['a link that runs a script@0']],
    ['<a href="java&Tab;script:x()">a</a>', '<a>a</a>', ['a link that runs a script@0']],
    ['<a href=&#x6A;avascript&colon;x()>a</a>', '<a>a</a>', ['a link that runs a script@0']],
    ['<a href="data:text/html,x">a</a>', '<a>a</a>', ['a link that runs a script@0']],
    ['<a href="file:///etc/passwd">a</a>', '<a>a</a>', ['a link to file:///etc/passwd@0']],
    [
      '<a href="#" xlink:href="javascript:x()" ping="//x.example">a</a>',
      '<a href="#">a</a>',
      ['a reference to javascript:x()@0', 'a reference to //x.example@0'],
    ],
    ['<iframe src="x"><p></iframe>b', 'b', ['the element <iframe>@0']],
    ['<form action="x"><button formaction="y">z</button></form>', 'z', ['the element <form>@0', 'the element <button>@17']],
    [
      '<base href="x"><meta http-equiv="refresh" content="0;x"><link rel="stylesheet" href="x">',
      '',
      ['the element <base>@0', 'the element <meta>@15', 'the element <link>@56'],
    ],
    ['<object data="x">a</object><embed src="y">', '', ['the element <object>@0', 'the element <embed>@27']],
    ['<table background="x"><td background="y">', '<table><td>', ['a reference to x@0', 'a reference to y@22']],
    [
      '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
      '<img src="x">">',
      ['the element <noscript>@0', 'an event handler (onerror)@31'],
    ],
    [
      '<textarea><img title="</textarea><img src=x onerror=alert(1)>">',
      '<img src="x">">',
      ['the element <textarea>@0', 'an event handler (onerror)@33'],
    ],
    ['<plaintext><b onclick=x>', '<b>', ['the element <plaintext>@0', 'an event handler (onclick)@11']],
    ['<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style>', '', ['the element <math>@0']],
    ['<style>a{b:url(//x.example)}</style><style><b>', '<style>a{b:none}</style><b>', ['a style sheet that does not end@36']],
    ['<style>a{b:"\\3c/style><script>x"}</style>', '<style>a{b:"\\3c/style><script>x"}</style>', []],
    ['<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">', '<svg><style/></svg>', ['an element of no use in a drawing (<a>)@0']],
    [
      '<svg><title><style><a title="</style><img src=x onerror=alert(1)>"></title></svg>',
      '<svg><title/></svg>',
      ['an element of no use in a drawing (<style>)@0'],
    ],
    [
      '<svg><foreignObject><iframe/></foreignObject><p>x</p><g/></svg>',
      '<svg><g/></svg>',
      ['HTML in foreignObject@0', 'an element of no use in a drawing (<p>)@0'],
    ],
    ['<svg><script>x</script><g onload=x /></svg>', '<svg><g/></svg>', ['a script@0', 'an event handler (onload)@0']],
    [
      '<svg><a xlink:href="javascript:x()"><set attributeName=href to="javascript:y()"></a></svg>',
      '<svg><a/></svg>',
      ['a link that runs a script@0', 'an animation of href@0'],
    ],
    [
      '<svg><use href="//x.example/a.svg#b"/><image href="//x.example/a.png"/></svg>',
      '<svg><use/><image/></svg>',
      ['a reference to //x.example/a.svg#b@0', 'a reference to //x.example/a.png@0'],
    ],
    [
      '<svg><image href="#"><set attributeName="href" to="https://x.example"/></image></svg>',
      '<svg><image href="#"/></svg>',
      ['an animation of href@0'],
    ],
    ['<img srcset="https://x.example/a 1x">', '<img>', ['a reference to https://x.example/a 1x@0']],
    ['<img srcset="a.png 1x 2y, (">', '<img>', ['a reference to a.png 1x 2y, (@0']],
    ['<custom-element is=x>a</custom-element>', 'a', ['the element <custom-element>@0']],
    ['a<b title="x', 'a', []],
    ['<div style="background:url(//x.example);color:red">', '<div style="background:none;color:red">', []],
  ]
  it.each(cases)('%s', (html, cleaned, removed) => {
    const result = clean(html)
    expect(result.html).toBe(cleaned)
    expect(result.removed).toEqual(removed)
    expect(clean(result.html).removed).toEqual([])
  })

  it.each(['<', '<b ', '<b a="', '<!--', '<svg>', '<style>', '<svg><g>', '</', '&#', '<a href="#">'])(
    'much of %s takes linear time',
    (piece) => {
      expect(clean(piece.repeat(50_000)).html.length).toBeLessThan(2_000_000)
    },
  )
})
