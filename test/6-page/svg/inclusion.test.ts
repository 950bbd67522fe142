import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { pageOf } from '../page-of.ts'

const files = { 'a.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g id="a"/></svg>' }

it.each([
  ['dark', true],
  ['default', false],
])('a drawing has a sheet of its own in the theme %s: %s', async (theme, has) => {
  const { html } = await pageOf('----\n\n.. svg:: a.svg\n', files, { theme })
  expect(/svg\[data-drawing\][^{]*\{\s*background: var\(--drawing-ground\)/.test(html)).toBe(has)
})

it.each(['.. svg:: a.svg', '.. raw:: html\n   :file: a.svg', '.. image:: a.svg'])(
  '“%s” finds a drawing in graphics/ of the project',
  async (text) => {
    const page = await pageOf(`----\n\n${text}\n`, { 'package.json': '{}', 'graphics/a.svg': files['a.svg'] })
    expect(page.codes).toEqual([])
  },
)

const inside = '<g id="a"><text>é</text></g>'
const spelled: readonly [what: string, bytes: Uint8Array][] = [
  ['UTF-8 with a mark', Buffer.from(`\ufeff<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`)],
  [
    'UTF-16',
    Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?><svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`, 'utf16le'),
  ],
  ['Latin 1', Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?><svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`, 'latin1')],
  ['no namespace', Buffer.from(`<svg>${inside}</svg>`)],
  ['a prefix', Buffer.from(`<s:svg xmlns:s="http://www.w3.org/2000/svg">${inside.replace(/(<\/?)/g, '$1s:')}</s:svg>`)],
  ['a document type', Buffer.from(`<!DOCTYPE svg [<!ENTITY n "http://www.w3.org/2000/svg">]><svg xmlns="&n;">${inside}</svg>`)],
  ['compression', gzipSync(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`)],
]

describe.each(spelled)('a drawing with %s', (_, bytes) => {
  it.each(['.. svg:: a.svg', '.. raw:: html\n   :file: a.svg'])('is in the page by %s', async (text) => {
    const { steps, codes } = await pageOf(`----\n\n${text}\n`, { 'a.svg': bytes })
    expect(codes).toEqual([])
    expect(steps[0]).toContain(inside)
  })

  it('is a picture that every browser shows', async () => {
    const { steps, codes } = await pageOf('----\n\n.. image:: a.svg\n', { 'a.svg': bytes })
    expect(codes).toEqual([])
    const picture = decodeURIComponent(/src="data:image\/svg\+xml,([^"]*)"/.exec(steps[0] ?? '')?.[1] ?? '')
    expect(picture).toBe(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`)
  })
})

it.each([
  ['no line feed at its end', files['a.svg']],
  ['line ends of Windows', `${files['a.svg'].replace('><', '>\r\n<')}\r\n`],
  ['a mark', `\ufeff${files['a.svg']}\n`],
])('a drawing with %s is in the page once, however it is included', async (_, text) => {
  const { html, codes } = await pageOf('----\n\n.. svg:: a.svg\n\n----\n\n.. raw:: html\n   :file: a.svg\n', { 'a.svg': text })
  expect(codes).toEqual([])
  expect(html.match(/data-drawing="[^"]*" ?/g)?.map((found) => found.trim())).toContain('data-drawing="1~2"')
})

describe('a picture that is a drawing', () => {
  it.each([
    ['broken', '<svg>\n<g></svg>', 'svg/not-well-formed@2'],
    ['another document', '<html/>', 'svg/not-svg@3'],
    ['empty', '', 'svg/not-well-formed@1'],
    ['a bomb', `<!DOCTYPE svg [<!ENTITY a "${'a'.repeat(10_000)}">]><svg>${'&a;'.repeat(10_000)}</svg>`, 'svg/not-well-formed@1'],
  ])('%s is told, and a stand-in shown', async (_, text, code) => {
    const { steps, codes } = await pageOf('----\n\n.. image:: a.svg\n\n.. image:: a.svg\n', { 'a.svg': text })
    expect(codes).toEqual([code])
    expect(steps[0]?.match(/class="missing"/g)?.length).toBe(2)
  })

  it('says what it leaves out of another file', async () => {
    const text = '<!DOCTYPE svg [\n<!ENTITY part SYSTEM "part.xml">\n]>\n<svg xmlns="http://www.w3.org/2000/svg"><g id="a">&part;</g></svg>'
    for (const slide of ['.. svg:: a.svg\n   :alt: x', '.. raw:: html\n   :file: a.svg']) {
      const { steps, codes } = await pageOf(`----\n\n${slide}\n`, { 'a.svg': text, 'part.xml': '<path/>' })
      expect(codes).toEqual(['svg/external-entity@2'])
      expect(steps[0]).toContain('<g id="a"/>')
    }
  })

  it('with 50 MB is told, and shown as it is', async () => {
    const { steps, codes } = await pageOf('----\n\n.. image:: a.svg\n', { 'a.svg': Buffer.alloc(50_000_000, ' ') })
    expect(codes).toEqual(['svg/heavy-picture@3'])
    expect(steps[0]).toMatch(/^<img src="data:image\/svg\+xml;base64,/)
  })

  it('has its style sheets, fonts and pictures in it, and those of drawings in it', async () => {
    const { html, codes } = await pageOf('----\n\n.. image:: d/a.svg\n', {
      'd/a.svg': '<?xml-stylesheet href="a.css"?><svg xmlns="http://www.w3.org/2000/svg"><image href="b.svg"/><image href="a.svg"/></svg>',
      'd/a.css': '@font-face{font-family:a;src:url(a.woff2)}',
      'd/a.woff2': 'x',
      'd/b.svg': '<svg xmlns="http://www.w3.org/2000/svg"><image href="c.png"/></svg>',
      'd/c.png': 'x',
    })
    expect(codes).toEqual([])
    const picture = decodeURIComponent(/src="data:image\/svg\+xml,([^"]*)"/.exec(html)?.[1] ?? '')
    expect(picture).toContain('<style>@font-face{font-family:a;src:url(data:font/woff2;base64,eA==)}</style>')
    expect(decodeURIComponent(picture)).toContain('<image href="data:image/png;base64,eA=="/>')
  })
  it('has them however CSS names them', async () => {
    const { html, codes } = await pageOf('----\n\n.. image:: a.svg\n', {
      'a.svg': `<svg xmlns="http://www.w3.org/2000/svg"><style>@charset "x";<g/>@im\\port url( 'b.css' ) layer(l) supports(a:b(;)) print;c{}@import "c.css";</style><g style="content:'url(c.png)';cursor:u\\72l(d.svg)"/></svg>`,
      'b.css': '/* url(c.png) */b{}',
      'c.png': 'x',
      'd.svg': '<svg xmlns="http://www.w3.org/2000/svg"><g id="a b"/></svg>',
    })
    expect(codes).toEqual([])
    const picture = decodeURIComponent(/src="data:image\/svg\+xml,([^"]*)"/.exec(html)?.[1] ?? '')
    const imported = '@media print{@supports (a:b(;)){@layer l{/* url(c.png) */b{}\n}\n}\n}'
    expect(picture).toContain(`<style>${imported}c{}@import "c.css";</style>`)
    expect(picture).toMatch(/<g style="content:'url\(c\.png\)';cursor:url\(&amp;quot;data:image\/svg\+xml,[^"()]*&amp;quot;\)"\/>/)
  })
})
