import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { compile } from '../../src/compile.ts'
import { type Files, pageOf } from './page-of.ts'

const times = (count: number, piece: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => piece(index)).join('')

const svg = (content: string, doctype = ''): string => `${doctype}<svg xmlns="http://www.w3.org/2000/svg">${content}</svg>`
const image = new Uint8Array(2_000_000)
const entity = `<!DOCTYPE svg [<!ENTITY a "${'x'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(450)}">]>`
/** Copies in copies: ten each, so many levels deep. */
const laughs = (levels: number): string =>
  svg(
    `<defs><g id="l0"><rect/></g>${times(levels, (level) => `<g id="l${level + 1}">${`<use href="#l${level}"/>`.repeat(10)}</g>`)}</defs><use href="#l${levels}"/>`,
  )
const sheets = (levels: number): Files =>
  Object.fromEntries(
    Array.from({ length: levels }, (_, level) => [
      `${level}.css`,
      level === levels - 1 ? `p{--a:"${'x'.repeat(1000)}"}` : `@import "${level + 1}.css";`.repeat(3),
    ]),
  )

describe('what a page makes of a few files comes out of the deck’s budget, and is told once', () => {
  const cases: readonly [what: string, text: string, files: Files, said: RegExp][] = [
    [
      'entities of many drawings',
      times(150, (index) => `.. svg:: ${index}.svg\n\n`),
      Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`${index}.svg`, svg(`<text>&b;</text><!--${index}-->`, entity)])),
      /64 MB .* 100 % comes of packed files and entities → \d+\.svg\./,
    ],
    [
      'entities of many pictures',
      times(150, (index) => `.. image:: ${index}.svg\n\n`),
      Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`${index}.svg`, svg(`<text>&b;</text><!--${index}-->`, entity)])),
      /64 MB .* 100 % comes of packed files and entities → \d+\.svg\./,
    ],
    ['copies in copies in a drawing', '.. svg:: a.svg\n', { 'a.svg': laughs(8) }, /nodes .* 100 % comes of a\.svg → #l7 → #l6 .*→ #l0\./],
    [
      'a chain of copies longer than any',
      '.. svg:: a.svg\n',
      {
        'a.svg': svg(
          `<defs><g id="g0">${'<rect/>'.repeat(600)}</g>${times(2000, (index) => `<g id="g${index + 1}"><use href="#g${index}"/></g>`)}</defs>${times(900, (index) => `<use href="#g${index}"/>`)}`,
        ),
      },
      /nodes .* comes of a\.svg/,
    ],
    [
      'a drawing on very many slides',
      times(2000, () => '----\n\n.. svg:: a.svg\n\n'),
      { 'a.svg': svg('<g/>'.repeat(20_000)) },
      /nodes .* comes of a\.svg\./,
    ],
    ['style sheets that import each other', ':css: 0.css\n\n----\n\nA\n', sheets(12), /64 MB .* comes of \d+\.css → 11\.css\./],
    [
      'a style sheet named again and again',
      `${times(100, () => ':css: a.css\n')}\n----\n\nA\n`,
      { 'a.css': `p{--a:"${'x'.repeat(1_000_000)}"}` },
      /64 MB .* comes of deck\.rst → a\.css\./,
    ],
    [
      'style sheets that drawings import',
      '.. svg:: a.svg\n',
      { 'a.svg': svg('<style>@import "0.css";</style>'.repeat(30)), ...sheets(8) },
      /64 MB .* comes of \d+\.css → 7\.css\./,
    ],
    [
      'a picture in many pieces of HTML',
      times(60, () => '.. raw:: html\n\n   <img src="a.png">\n\n'),
      { 'a.png': image },
      /64 MB .* comes of deck\.rst → a\.png\./,
    ],
    [
      'a picture in a style sheet',
      ':css: a.css\n\n----\n\nA\n',
      { 'a.css': 'p{background:url(a.png)}'.repeat(60), 'a.png': image },
      /64 MB .* comes of a\.css → a\.png\./,
    ],
    [
      'a picture in a drawing',
      '.. svg:: a.svg\n',
      { 'a.svg': svg('<image href="a.png"/>'.repeat(60)), 'a.png': image },
      /64 MB .* comes of a\.svg → a\.png\./,
    ],
    [
      'pictures in pictures',
      '.. image:: a.svg\n',
      {
        'a.svg': svg('<image href="b.svg"/>'.repeat(100)),
        'b.svg': svg('<image href="c.svg"/>'.repeat(100)),
        'c.svg': svg('<image href="d.png"/>'.repeat(100)),
        'd.png': image.subarray(0, 3000),
      },
      /64 MB .* comes of c\.svg → d\.png\./,
    ],
    [
      'frames in frames',
      '.. raw:: html\n\n   <iframe src="0.html"></iframe>\n',
      Object.fromEntries(
        Array.from({ length: 8 }, (_, level) => [
          `${level}.html`,
          level === 7 ? `<p>${'x'.repeat(40_000)}` : `<iframe src="${level + 1}.html"></iframe>`.repeat(6),
        ]),
      ),
      /64 MB .* comes of \d+\.html → 7\.html\./,
    ],
    [
      'one long address',
      `${times(9000, () => 'a_\n')}\n\n.. _a: http://${'x'.repeat(9500)}\n`,
      {},
      /64 MB .* comes of links to http:\/\/x+…\./,
    ],
    [
      'the states of a drawing',
      times(60, () => `.. svg:: a.svg\n   :steps: ${'* | -* | '.repeat(900)}*\n\n`),
      { 'a.svg': svg(times(400, (index) => `<g id="g${index}"><rect width="1" height="1"/></g>`)) },
      /nodes .* 100 % comes of a\.svg\./,
    ],
  ]
  it.each(cases)('%s', async (_, text, files, said) => {
    const folder = mkdtempSync(join(tmpdir(), 'amplified-'))
    try {
      for (const [path, content] of Object.entries(files)) writeFileSync(join(folder, path), content)
      const start = Date.now()
      const { page, diagnostics } = await compile(
        { path: join(folder, 'deck.rst'), text: text.startsWith(':') ? text : `----\n\n${text}` },
        { player: '' },
      )
      const told = diagnostics.filter(({ code }) => code === 'document/too-much-generated')
      expect(told.map(({ message }) => message)).toEqual([expect.stringMatching(said)])
      expect(told[0]).toMatchObject({ severity: 'error', position: expect.anything() })
      expect(page.html.length).toBeLessThan(220_000_000)
      expect(Date.now() - start).toBeLessThan(60_000)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('packed drawings', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 8 }, (_, index) => [`${index}.svgz`, gzipSync(svg(`<!--${index}${' '.repeat(12_000_000)}-->`))]),
    )
    for (const directive of ['raw:: html\n   :file: ', 'svg:: ', 'image:: ']) {
      const { codes, html } = await pageOf(`----\n\n${times(8, (index) => `.. ${directive}${index}.svgz\n\n`)}`, files)
      expect(
        codes.filter((code) => code.startsWith(directive.startsWith('raw') ? 'rst/file-not-read' : 'document/too')).length,
        directive,
      ).toBeGreaterThan(0)
      for (const code of codes)
        expect(code, directive).toMatch(/^(?:document\/too-much-generated|rst\/file-not-read|svg\/not-shortened)@\d+$/)
      expect(html.length).toBeLessThan(1_000_000)
    }
  })

  it('a page that shows itself in a frame ends', async () => {
    const { steps, codes } = await pageOf('----\n\n.. raw:: html\n   :file: a.html\n', {
      'a.html': '<iframe src="b.html"></iframe>',
      'b.html': '<iframe src="a.html"></iframe><iframe src="b.html"></iframe>',
    })
    expect(steps[0]?.trim()).toMatch(/^<iframe src="data:text\/html[^"]*"><\/iframe>$/)
    expect(codes).toEqual([])
  })

  it('a stranger’s drawing in HTML has no more of copies', async () => {
    const { steps, codes } = await pageOf(
      `----\n\n.. raw:: html\n\n   ${laughs(8)}\n   <svg><defs><g id="a"/></defs><use href="#a"/></svg>\n`,
      {},
      { safe: true },
    )
    expect(steps[0]?.trim()).toBe('<svg/>\n<svg><defs><g id="a"/></defs><use href="#a"/></svg>')
    expect(codes).toEqual(['document/too-much-generated@3'])
  })

  it('is never reached by a deck as people write them', async () => {
    const files: Files = {
      'a.svg': svg('<g/>'.repeat(2000)),
      'b.svg': svg(`<symbol id="s">${'<rect/>'.repeat(20)}</symbol>${'<use href="#s"/>'.repeat(2000)}`),
      'a.png': image.subarray(0, 100_000),
      'a.css': 'p{background:url(a.png)}'.repeat(20),
    }
    const slides = times(
      300,
      () => '----\n\n.. svg:: a.svg\n   :steps: * | -*\n\n.. image:: a.png\n\n.. raw:: html\n\n   <img src="a.png">\n\n',
    )
    const { codes } = await pageOf(`:css: a.css\n\n${slides}----\n\n.. svg:: b.svg\n`, files)
    // The picture is made up, which is told.
    expect(codes.filter((code) => !/^svg\/|^source\/not-what-it-says@/.test(code))).toEqual([])
  })
})
