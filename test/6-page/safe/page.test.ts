import { expect, it } from 'vitest'
import { cleanCss } from '../../../src/6-page/safe/css.ts'
import { compile } from '../../../src/compile.ts'
import { pageOf } from '../page-of.ts'

const safe = { safe: true } as const
const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>x()</script><g id="a" onclick="x()"><rect/></g></svg>'
const svg = '<svg viewBox="0 0 9 9" data-drawing="1"><g id="a"><rect/></g></svg>'

it.each([
  ['a raw file that is a drawing', '.. raw:: html\n   :file: a.svg', svg, ['svg/unsafe@3', 'svg/unsafe@3']],
  ['the same by svg::', '.. svg:: a.svg', `<div class="drawing">${svg}</div>`, ['svg/unsafe@3', 'svg/unsafe@3']],
  ['a raw file of HTML', '.. raw:: html\n   :file: a.html', '<b>a</b>\n', ['page/raw-not-safe@1']],
  [
    'a piece of HTML',
    '.. raw:: html\n\n   <b\n    onclick="x">a</b>\n   <script>x()</script>',
    '<b>a</b>\n',
    ['page/raw-not-safe@5', 'page/raw-not-safe@7'],
  ],
  [
    'styles that choose layers',
    '.. raw:: html\n\n   <style>#s g[id^="a"] { display: none }</style>',
    '<style>#s g[id^="a"] { display: none }</style>',
    [],
  ],
  [
    'styles that ask for more',
    '.. raw:: html\n\n   <style>@import "//x.example";a{b:u\\72l(a.png);c:src("d")}</style>',
    '<style>a{b:url("data:image/png;base64,AA==");c:src("")}</style>',
    ['page/not-safe@3', 'page/css-not-safe@3'],
  ],
  [
    'a drawing in HTML',
    '.. raw:: html\n\n   <svg><g id="a" onload="x"/><image href="a.png"/></svg>',
    '<svg><g id="a"/><image href="data:image/png;base64,AA=="/></svg>',
    ['page/raw-not-safe@5'],
  ],
  [
    'pictures',
    '.. raw:: html\n\n   <img src="a.png"><img src="https://x.example/b.png">',
    /^<img src="data:image\/png;base64,AA=="><img src="data:image\/svg\+xml/,
    ['page/not-safe@3'],
  ],
  ['another format', '.. raw:: latex\n\n   \\x', '', []],
])('%s', async (_, text, html, codes) => {
  const files = { 'a.svg': drawing, 'a.html': '<b onclick="x">a</b>', 'a.png': new Uint8Array([0]) }
  const page = await pageOf(`----\n\n${text}\n`, files, safe)
  if (typeof html === 'string') expect(page.steps[0]?.trim()).toBe(html.trim())
  else expect(page.steps[0]?.trim()).toMatch(html)
  expect(page.codes).toEqual(codes)
})

it('the raw role and Markdown go the same way', async () => {
  const role = '.. role:: html(raw)\n   :format: html\n\n----\n\n:html:`<b onclick="x">` a :html:`</b>`\n'
  const page = await pageOf(role, {}, safe)
  expect(page.steps[0]).toBe('<p><b> a </b></p>')
  expect(page.codes).toEqual(['page/raw-not-safe@6'])
  const text = '# a\n\nPress <kbd onclick="x">Ctrl</kbd>\n\n<div class="b">\n\n*c*\n\n</div>\n\n<script>x()</script>\n'
  const { steps, codes } = await pageOf(text, {}, { ...safe, language: 'markdown' })
  expect(steps[0]).toContain('<p>Press <kbd>Ctrl</kbd></p><div class="b"><p><em>c</em></p></div>')
  expect(codes).toEqual(['page/raw-not-safe@3', 'page/raw-not-safe@11'])
})

it.each([
  ['rst', '----\n\nText\n\n  .. raw:: html\n\n     <p>\n     <b>é</b> <i onclick="x()"></i>\n', 8, 15],
  ['markdown', '# a\n\n* b\n\n  <p>\n  <b>é</b> <i onclick="x()"></i>\n', 6, 12],
  ['markdown', '# a\n\nb <i onclick="x()"></i>\n', 3, 3],
] as const)('tells the very place in %s', async (language, text, line, column) => {
  const { diagnostics } = await compile({ path: '/nowhere/deck.rst', text }, { player: '', safe: true, language })
  expect(diagnostics.map(({ code }) => code)).toEqual(['page/raw-not-safe'])
  const start = diagnostics[0]?.position?.start
  expect(start).toEqual({ line, column, offset: text.indexOf('<i ') })
})

it('a drawing’s ids cannot end the style sheet that selects them', async () => {
  const id = '&lt;/style>&lt;img src=x onerror=x()>'
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg"><marker id="${id}"/></svg>`
  const css = '<style>a{b:url("#\\3c/style>\\3cimg src=x onerror=x()>")}</style>'
  const inclusion = '.. raw:: html\n   :file: a.svg\n\n'
  const { steps } = await pageOf(`----\n\n${inclusion}${inclusion}.. raw:: html\n\n   ${css}\n`, { 'a.svg': drawing })
  expect(steps[0]?.match(/<\/style/g)?.length).toBe(1)
  expect(steps[0]).toContain('url("#\\3c /style>\\3c img src=x onerror=x()>~2")')
})

it('cleaning is the last that is done to what a stranger wrote', async () => {
  const ids = ['a', 'x&#13;}@import&quot;//x.example&quot;;', 'x&quot;);b:url(//x.example', 'a\\', '&lt;/style>&lt;img src=//x.example>']
  const inside = '<style>@keyframes a{}@font-face{font-family:"a\\22 ;b:url(//x.example)"}c{font:a;animation:a}</style>'
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg">${inside}${ids.map((id) => `<g id="${id}" fill='url("#${id}")'/>`).join('')}</svg>`
  const css = [
    '@imp/**/ort "//x.example";#a{b:url(#a) url("#x\\22);b:url(//x.example") image-set("//x.example" 1x)}',
    '#x\\d\\}\\@import\\22//x\\.example\\22\\;{}[id="x\\22);b:url(//x.example"]{}/*',
  ].join('')
  const inclusion = '.. raw:: html\n   :file: a.svg\n\n.. svg:: b.svg\n\n'
  const html = `<style>${css}</style><svg><style>${css.replace(/</g, '&lt;')}*/</style></svg><p style='${css.slice(css.indexOf('{') + 1)}'><img srcset="a.png, //x.example/b.png 2x" src="\\\\x.example"><video poster="data:text/html,x" src="//x.example">`
  const text = `:css: a.css\n\n----\n\n${inclusion}${inclusion}.. raw:: html\n\n   ${html}\n`
  const page = await pageOf(text, { 'a.svg': drawing, 'b.svg': drawing.replace('a{}', 'a{to{}}'), 'a.css': css }, safe)
  const sheets = [...page.html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, sheet = '']) =>
    sheet.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&'),
  )
  expect(sheets.length).toBeGreaterThan(6)
  for (const sheet of sheets) expect(cleanCss(sheet).removed).toEqual([])
  for (const [, value = ''] of page.html.matchAll(/ (?:style|fill)="([^"]*)"/g))
    expect(cleanCss(value.replace(/&quot;/g, '"')).removed).toEqual([])
  expect(page.html).not.toMatch(/<img[^>]*x\.example(?!%)|src="[^d]/)
})

it.each([true, false])('an <svg> in a text of Markdown is one piece (safe: %s)', async (isSafe) => {
  const drawing = '<svg viewBox="0 0 9 9"><g><svg><text>*a* 1 &lt; 2</text></svg></g></svg>'
  const text = `# a\n\nb *c* ${drawing} *d* <svg/> </svg> e <svg>f\n`
  const { steps, codes } = await pageOf(text, {}, { safe: isSafe, language: 'markdown' })
  expect(steps[0]).toContain(`<p>b <em>c</em> ${drawing} <em>d</em> <svg/> `)
  expect(codes).toEqual(isSafe ? [] : ['page/raw-closed-too-often@3', 'page/raw-left-open@3'])
})
