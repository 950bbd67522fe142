import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { compile } from '../../../src/compile.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'copied-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" xmlns:l="http://www.w3.org/1999/xlink" onload="x()"><script>x()</script><style>@import "//x.example";a{b:url(//x.example)}</style><g id="a" onclick="x()"><image l:href="dot.png"/><use l:href="//x.example#a"/></g><foreignObject><iframe/></foreignObject></svg>'
const cleaned = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><style>/**/a{b:none}</style><g id="a"><image xlink:href="data:image/png;base64,UE5H"/><use/></g></svg>`

/** What lies beside the page of a deck that names these files. */
async function copied(text: string, files: Readonly<Record<string, string | Uint8Array>>, safe = true) {
  for (const [path, content] of Object.entries({ 'dot.png': 'PNG', ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  const { page, diagnostics } = await compile({ path: join(folder, 'deck.rst'), text }, { player: '', assets: 'copy', safe })
  const assets = Object.fromEntries(page.assets.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]))
  return { assets, html: page.html, codes: [...new Set(diagnostics.map(({ code }) => code))] }
}

describe('what a stranger’s deck puts beside its page is cleaned as what it puts in', () => {
  it.each([
    ['image::', '----\n\n.. image:: a.svg\n'],
    ['a picture in HTML', '----\n\n.. raw:: html\n\n   <img src="a.svg">\n'],
    ['one of several sizes', '----\n\n.. raw:: html\n\n   <img srcset="a.svg 1x">\n'],
    ['a poster', '----\n\n.. raw:: html\n\n   <video poster="a.svg"></video>\n'],
    ['a style sheet', ':css: a.css\n\n----\n\nA\n'],
    ['a field', '----\n\n:style: background: url(a.svg)\n\nA\n'],
  ])('a drawing that is named by %s', async (_, text) => {
    const { assets, html, codes } = await copied(text, { 'a.svg': drawing, 'a.css': 'p { background: url(a.svg) }' })
    expect(assets).toEqual({ 'assets/a.svg': cleaned })
    expect(html).toContain('assets/a.svg')
    expect(codes).toEqual(['svg/unsafe'])
  })

  it('a drawing that is packed', async () => {
    const { assets } = await copied('----\n\n.. image:: a.svgz\n', { 'a.svgz': gzipSync(drawing) })
    expect(assets).toEqual({ 'assets/a.svg': cleaned })
  })

  it.each([
    ['no drawing', '<html><script>x()</script></html>', 'svg/not-svg'],
    ['no XML', '<svg><script>x()', 'svg/not-well-formed'],
    ['too large to be read', `<svg><script>x()</script>${' '.repeat(25 * 1024 * 1024)}</svg>`, 'svg/too-large'],
  ])('a drawing stays away that is %s', async (_, text, code) => {
    const { assets, codes } = await copied('----\n\n.. image:: a.svg\n', { 'a.svg': text })
    expect({ assets: Object.keys(assets), codes }).toEqual({ assets: [], codes: [code] })
  })

  it.each([
    ['a page as a picture', '----\n\n.. image:: a.html\n'],
    ['a page as subtitles', '----\n\n.. raw:: html\n\n   <video><track src="a.html"></video>\n'],
    ['a page as a film', '----\n\n.. raw:: html\n\n   <video src="a.html"></video>\n'],
    ['a page as a font', ':css: font.css\n\n----\n\nA\n'],
    ['a script', '----\n\n.. image:: a.js\n'],
    ['a style sheet', '----\n\n.. image:: a.css\n'],
    ['a file that says nothing of itself', '----\n\n.. image:: .htaccess\n'],
  ])('nothing lies beside that is no picture, font, film or sound: %s', async (_, text) => {
    const page = '<script>x()</script>'
    const files = { 'a.html': page, 'a.js': 'x()', 'a.css': '', '.htaccess': '', 'font.css': '@font-face{font-family:f;src:url(a.html)}' }
    const { assets, codes } = await copied(text, files)
    expect({ assets, codes }).toEqual({ assets: {}, codes: ['page/file-not-safe'] })
    expect(Object.keys((await copied(text, files, false)).assets)).toHaveLength(1)
  })

  it('all else is copied as it is, and style sheets name nothing but that', async () => {
    const files = {
      'a.mp4': 'film',
      'a.woff2': 'font',
      'a.vtt': 'WEBVTT',
      'a.css': '@font-face{font-family:f;src:url(a.woff2)}b{c:url(#d"e);f:url( x.png"g)}',
    }
    const text = ':css: a.css\n\n----\n\n.. raw:: html\n\n   <video src="a.mp4"><track src="a.vtt"></video><img src="dot.png">\n'
    const { assets, html } = await copied(text, files)
    expect(assets).toEqual({ 'assets/a.woff2': 'font', 'assets/a.mp4': 'film', 'assets/a.vtt': 'WEBVTT', 'assets/dot.png': 'PNG' })
    expect(html).toContain('src:url("assets/a.woff2")}b{c:url(#d"e);f:none}')
  })

  it('leaves the files of other decks as they are', async () => {
    const { assets, codes } = await copied('----\n\n.. image:: a.svg\n', { 'a.svg': drawing }, false)
    expect({ assets, codes }).toEqual({ assets: { 'assets/a.svg': drawing }, codes: [] })
  })
})
