import { describe, expect, test } from 'vitest'
import { type Files, pageOf, slideOf } from './page-of.ts'

const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47])
const pngUrl = 'data:image/png;base64,iVBORw=='
const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>'

describe('pictures', () => {
  test.each([
    ['a#b.png', 'a#b'],
    ['q?x.png', 'q?x'],
    ['50%.png', '50%'],
  ])('a name that means something in a URL: %s', async (name, alt) => {
    const { html, codes } = await slideOf(`.. image:: ${name}`, { [name]: png })
    expect(html).toBe(`<img src="${pngUrl}" alt="${alt}">`)
    expect(codes).toEqual([])
    const copied = await pageOf(`----\n\n.. image:: ${name}\n`, { [name]: png }, { assets: 'copy' })
    expect(copied.steps[0]).toBe(`<img src="assets/${encodeURIComponent(name)}" alt="${alt}">`)
    expect(copied.assets).toEqual([`assets/${name}`])
  })

  test.each([
    ['a picture', '.. image:: a.png', `<img src="${pngUrl}" alt="a">`],
    ['a picture in a folder', '.. image:: ./pictures/logo.dark.png', `<img src="${pngUrl}" alt="logo.dark">`],
    ['a picture that says nothing', '.. image:: a.png\n   :alt:', `<img src="${pngUrl}" alt="">`],
    ['a picture that is written out', `.. image:: ${pngUrl}`, `<img src="${pngUrl}" alt="">`],
    [
      'size, text and place',
      '.. image:: a.png\n   :width: 50%\n   :height: 20px\n   :alt: A\n   :align: center',
      `<img src="${pngUrl}" alt="A" width="50%" height="20px" align="center">`,
    ],
    [
      'a link around it',
      '.. image:: a.png\n   :target: https://x.example',
      `<a href="https://x.example"><img src="${pngUrl}" alt="a"></a>`,
    ],
    ['a figure', '.. figure:: a.png\n\n   C', `<figure><img src="${pngUrl}" alt="a"><figcaption>C</figcaption></figure>`],
  ])('%s', async (_, rst, html) => {
    const slide = await slideOf(rst, { 'a.png': png, 'pictures/logo.dark.png': png })
    expect(slide.html.trim()).toBe(html)
    expect(slide.codes).toEqual([])
  })

  test.each([false, true])('a character reference in the name of one in raw HTML is read (safe: %s)', async (safe) => {
    const deck = '----\n\n.. raw:: html\n\n   <img src="caf&eacute;.png" alt="a &lt; b">\n'
    const { steps, codes } = await pageOf(deck, { 'café.png': png }, { safe })
    expect(steps[0]?.trim()).toBe(`<img src="${pngUrl}" alt="a &lt; b">`)
    expect(codes).toEqual([])
  })

  test('a unit that HTML does not know is px, as in Hovercraft, and reported', async () => {
    const { html, codes } = await slideOf('.. image:: a.png\n   :width: 10em', { 'a.png': png })
    expect(html.trim()).toBe(`<img src="${pngUrl}" alt="a" width="10em">`)
    expect(codes).toEqual(['page/picture-unit@3'])
  })

  test('a missing one has a stand-in that names it', async () => {
    const { html, codes } = await slideOf('.. image:: no.png')
    expect(html).toMatch(/^<img src="data:image\/svg\+xml,[^"]*no\.png[^"]*" alt="no" class="missing">/)
    expect(codes).toEqual(['source/not-found@3'])
  })

  test('a remote one stays and is reported once', async () => {
    const { html, codes } = await slideOf('.. image:: https://x.example/a.png\n\n.. image:: https://x.example/a.png')
    expect(html.match(/src="https:\/\/x\.example\/a\.png" alt="a"/g)?.length).toBe(2)
    expect(codes).toEqual(['page/remote-resource@3'])
  })

  test('a large one used twice stands in the page once', async () => {
    const { html } = await slideOf('.. image:: a.png\n\n.. image:: a.png', { 'a.png': new Uint8Array(4000) })
    expect(html.match(/data:image\/png/g)?.length).toBe(1)
    expect(html).toMatch(/<img src="data:[^"]*" alt="a" data-asset="1"><img alt="a" data-copy-of="1">/)
  })

  test('a drawing shown as a picture holds what it names', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><image href="a.png"/></svg>'
    const { html, codes } = await slideOf('.. image:: g/d.svg', { 'g/d.svg': svg, 'g/a.png': png })
    expect(decodeURIComponent(html)).toContain(`<image href="${pngUrl}"/>`)
    expect(codes).toEqual([])
  })
})

const styled = async (css: string, files: Files = {}) => {
  const page = await pageOf(':css: css/a.css\n\n----\n\nA\n', { 'css/a.css': css, 'css/x.png': png, 'f/x.woff2': png, ...files })
  const [head = ''] = page.html.split('</head>')
  const sheet = [...head.matchAll(/<style>\n([\s\S]*?)\n<\/style>/g)].at(-1)?.[1] ?? ''
  return { sheet, codes: page.codes }
}

describe('style sheets', () => {
  test.each([
    ['url()', 'a{b:url(x.png)}', `a{b:url("${pngUrl}")}`],
    ['quoted', `a{b:url( 'x.png' ) c}`, `a{b:url("${pngUrl}") c}`],
    [
      'a font beside another folder',
      '@font-face{src:url("../f/x.woff2") format("woff2")}',
      '@font-face{src:url("data:font/woff2;base64,iVBORw==") format("woff2")}',
    ],
    ['a font’s query', '@font-face{src:url(../f/x.woff2?#iefix)}', '@font-face{src:url("data:font/woff2;base64,iVBORw==")}'],
    ['comments and strings stay', 'a{content:"url(no.png)"}/* url(no.png) */', 'a{content:"url(no.png)"}/* url(no.png) */'],
    ['fragments and data stay', 'a{b:url(#g);c:url(data:,x)}', 'a{b:url(#g);c:url(data:,x)}'],
    ['the charset goes', '@charset "utf-8";a{}', 'a{}'],
    ['imports', '@import "b.css";a{}', 'b{}a{}'],
    ['imports for a medium', '@import url(b.css) print;a{}', '@media print{b{}\n}a{}'],
    [
      'imports in a layer',
      '@import url("b.css") layer(x) supports(display: grid) screen;',
      '@media screen{@supports (display: grid){@layer x{b{}\n}\n}\n}',
    ],
    ['an import after a rule counts for nothing', 'a{}@import "b.css";@import url(b.css);', 'a{}@import "b.css";@import url(b.css);'],
    [
      'imports after comments and layers',
      '/* a */@layer x;<!-- @IMPORT url( "b.css" )layer( x ) ; -->',
      '/* a */@layer x;<!-- @layer  x {b{}\n} -->',
    ],
    [
      'conditions with brackets and strings',
      '@import "b.css" supports((a:b) and font-format("x;)")) (width > 1px), print;a{}',
      '@media (width > 1px), print{@supports ((a:b) and font-format("x;)")){b{}\n}\n}a{}',
    ],
    ['an import in a block is none', 'a{@import "b.css"}@media x{@charset "y"}', 'a{@import "b.css"}@media x{}'],
    [
      'an import that is none',
      '@import b.css;@import url(b .css);@import "b.css" {}',
      '@import b.css;@import url(b .css);@import "b.css" {}',
    ],
    ['a name with escapes', 'a{b:u\\72l(x\\.png);c:url( "\\78 .png" )}', `a{b:url("${pngUrl}");c:url("${pngUrl}")}`],
    [
      'strings of image-set()',
      'a{b:image-set("x.png" 1x, url(x.png) type("image/png") 2x)}',
      `a{b:image-set(url("${pngUrl}") 1x, url("${pngUrl}") type("image/png") 2x)}`,
    ],
    [
      'what only looks like it',
      'a{b:url(x .png);c:url("x.png" y);d:my-url(x.png)}@namespace url(x.png);',
      'a{b:url(x .png);c:url("x.png" y);d:my-url(x.png)}@namespace url(x.png);',
    ],
    ['a string that does not end', 'a{b:"url(x.png)\n;c:url(x.png)}', `a{b:"url(x.png)\n;c:url("${pngUrl}")}`],
    ['an import that does not end', '@import "open.css" print;a{}', '@media print{b{c:"d"}\n}a{}'],
    ['a sheet that imports itself', '@import "a.css";a{}', 'a{}'],
    ['the end of a style element', 'a{b:"</style>"}', 'a{b:"<\\/style>"}'],
  ])('%s', async (_, css, expected) => {
    const { sheet, codes } = await styled(css, { 'css/b.css': 'b{}', 'css/open.css': 'b{c:"d' })
    expect(sheet).toBe(expected)
    expect(codes).toEqual([])
  })

  test('a remote import stands before every rule', async () => {
    const { sheet, codes } = await styled('@import "b.css";a{}', { 'css/b.css': '@import url(https://x.example/c.css);b{}' })
    expect(sheet).toBe('@import url("https://x.example/c.css");\nb{}a{}')
    expect(codes).toEqual(['page/remote-resource@1'])
  })

  test('what is missing is reported in the sheet’s own lines', async () => {
    const { sheet, codes } = await styled('a{}\nb{c:url(no.png)}')
    expect(sheet).toBe('a{}\nb{c:url("data:,")}')
    expect(codes).toEqual(['source/not-found@2'])
  })

  test('a missing font leaves the others of its list', async () => {
    const { sheet, codes } = await styled('@font-face{src:url(no.woff) format("woff"), url(../f/x.woff2) format("woff2")}')
    expect(sheet).toBe('@font-face{src:local("missing"), url("data:font/woff2;base64,iVBORw==") format("woff2")}')
    expect(codes).toEqual(['source/not-found@1'])
  })

  test('a missing sheet', async () => {
    const { codes } = await pageOf(':css: no.css\n\n----\n\nA\n')
    expect(codes).toEqual(['source/not-found@1'])
  })

  test('latin-1 says so itself', async () => {
    const bytes = Uint8Array.from([...new TextEncoder().encode('@charset "iso-8859-1";a{b:"'), 0xe9, ...new TextEncoder().encode('"}')])
    const page = await pageOf(':css: a.css\n\n----\n\nA\n', { 'a.css': bytes })
    expect(page.html).toContain('a{b:"é"}')
  })
})

describe('raw HTML', () => {
  test.each([
    ['src', '<img src="a.png" alt=x>', `<img src="${pngUrl}" alt=x>`],
    ['without quotes', '<IMG SRC=a.png>', `<IMG SRC="${pngUrl}">`],
    ['srcset', '<img srcset="a.png 1x, a.png 2x">', `<img srcset="${pngUrl} 1x, ${pngUrl} 2x">`],
    [
      'a blank in srcset',
      '<img srcset="d.svg 1x, a.png 20w">',
      `<img srcset="data:image/svg+xml,%3Csvg%20xmlns=%22http://www.w3.org/2000/svg%22/%3E 1x, ${pngUrl} 20w">`,
    ],
    ['a short name in srcset', '<img srcset="p 2x">', '<img srcset="data:application/octet-stream;base64,iVBORw== 2x">'],
    ['poster and source', '<video poster=a.png><source src="a.png"></video>', `<video poster="${pngUrl}"><source src="${pngUrl}"></video>`],
    ['style', `<p style="background:url('a.png')">`, `<p style="background:url(&quot;${pngUrl}&quot;)">`],
    ['a style element', '<style>a{b:url(a.png)}</style>', `<style>a{b:url("${pngUrl}")}</style>`],
    ['a script', '<script src="s.js"></script>', '<script src="data:text/javascript;base64,MQ=="></script>'],
    ['a style sheet', '<link rel="stylesheet" href="s.css">', '<link rel="stylesheet" href="data:text/css;charset=utf-8,a%7B%7D">'],
    ['not in a script', '<script>x = \'<img src="no.png">\'</script>', '<script>x = \'<img src="no.png">\'</script>'],
    ['not in a comment', '<!-- <img src="no.png"> -->', '<!-- <img src="no.png"> -->'],
    ['a link is no resource', '<a href="no.html">x</a>', '<a href="no.html">x</a>'],
    ['text that only looks like it', 'a < b src="no.png" &amp; c', 'a < b src="no.png" &amp; c'],
  ])('%s', async (_, html, expected) => {
    const slide = await slideOf(`.. raw:: html\n\n  ${html}`, { 'a.png': png, 'd.svg': svg, p: png, 's.js': '1', 's.css': 'a{}' })
    expect(slide.html.trimEnd()).toBe(expected)
    expect(slide.codes).toEqual([])
  })

  test('missing and remote', async () => {
    const { html, codes } = await slideOf('.. raw:: html\n\n  <video src="no.mp4"></video><iframe src="https://x.example"></iframe>')
    expect(html).toContain('<video src="data:,"></video><iframe src="https://x.example"></iframe>')
    expect(codes).toEqual(['source/not-found@3', 'page/remote-resource@3'])
  })
})

const inlineSvg = 'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/%3E'

describe('what an address names of a file', () => {
  const files = { 'a.svg': svg, 'a#b.svg': svg, 'f.mp4': png, 'f.woff': png }
  test.each([
    ['a part of a drawing', '.. image:: a.svg#part', `<img src="${inlineSvg}#part" alt="a">`, '<img src="assets/a.svg#part" alt="a">'],
    [
      'a time in a film',
      '.. raw:: html\n\n   <video src="f.mp4#t=9"></video>',
      '<video src="data:video/mp4;base64,iVBORw==#t=9"></video>',
      '<video src="assets/f.mp4#t=9"></video>',
    ],
    [
      'nothing for a font',
      '.. raw:: html\n\n   <style>@font-face{src:url(f.woff?#iefix)}</style>',
      '<style>@font-face{src:url("data:font/woff;base64,iVBORw==")}</style>',
      '<style>@font-face{src:url("assets/f.woff")}</style>',
    ],
    [
      'nothing where it is the file’s name',
      '.. image:: a#b.svg',
      `<img src="${inlineSvg}" alt="a#b">`,
      '<img src="assets/a%23b.svg" alt="a#b">',
    ],
  ])('%s', async (_, text, inline, copied) => {
    for (const [assets, expected] of [
      ['inline', inline],
      ['copy', copied],
    ] as const) {
      const { steps, codes } = await pageOf(`----\n\n${text}\n`, files, { assets })
      expect(steps[0]?.trim()).toBe(expected)
      expect(codes).toEqual([])
    }
  })
})

test('assets beside the page', async () => {
  const files = { 'a.png': png, 'b/a.png': png, 's.css': 'a{b:url(b/a.png)}', 'x y.js': '1' }
  const page = await pageOf(':css: s.css\n:js-body: x%20y.js\n\n----\n\n.. image:: a.png\n', files, { assets: 'copy' })
  expect(page.assets).toEqual(
    ['assets/a.png', 'assets/a-2.png', 'assets/x y.js'].sort((a, b) => page.assets.indexOf(a) - page.assets.indexOf(b)),
  )
  expect(page.steps[0]).toMatch(/<img src="assets\/a(-2)?\.png" alt="a">/)
  expect(page.html).toContain('<script src="assets/x%20y.js"></script>')
  expect(page.codes).toEqual([])
})

test('assets whose names differ in case alone, which many file systems take for one', async () => {
  const files = { 'a/P.png': png, 'b/p.png': png, 'c/p.PNG': png, 'd/p-2.png': png }
  const text = Object.keys(files).map((path) => `.. image:: ${path}`)
  const page = await pageOf(`----\n\n${text.join('\n\n')}\n`, files, { assets: 'copy' })
  expect(page.assets).toEqual(['assets/P.png', 'assets/p-2.png', 'assets/p-3.PNG', 'assets/p-2-2.png'])
  for (const path of page.assets) expect(page.steps[0]).toContain(`src="${path}"`)
})
