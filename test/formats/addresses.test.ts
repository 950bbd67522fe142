import { describe, expect, it, test } from 'vitest'
import { type Address, isHarmlessLink, isPicture, isScript, readAddress } from '../../src/formats/addresses.ts'
import { pageOf, slideOf } from '../6-page/page-of.ts'

const cases: readonly [written: string, kind: Address['kind'], scheme?: string, text?: string][] = [
  ['', 'page'],
  [' \t', 'page', '', ''],
  ['#a', 'page'],
  ['\x01 #a', 'page', '', '#a'],
  ['https://x', 'url', 'https'],
  ['HTTPS:x', 'url', 'https'],
  [' \0data:,x ', 'url', 'data', 'data:,x'],
  ['java\nscr\tipt\r:x', 'url', 'javascript', 'javascript:x'],
  ['web+a.b-c:x', 'url', 'web+a.b-c'],
  ['java script:x', 'relative'],
  ['1a:x', 'relative'],
  ['a/b:c', 'relative'],
  ['?a:b', 'relative'],
  ['//x', 'host'],
  ['\\\\x', 'host'],
  ['/\\x', 'host'],
  ['/\n/x', 'host', '', '//x'],
  ['/x', 'path'],
  ['\\x', 'path'],
  ['C:\\x', 'path'],
  ['c:/x', 'path'],
  ['.//x', 'relative'],
  ['../x', 'relative'],
  ['x y', 'relative'],
]

it.each(cases)('%j', (written, kind, scheme = '', text = written) => {
  expect(readAddress(written)).toEqual({ text, kind, scheme })
})

test.each([
  ['https://x', true, false],
  ['x.html', true, false],
  ['//x', true, false],
  ['mailto:x', true, false],
  [' JAVA\tSCRIPT:x', false, true],
  ['\x01vbscript:x', false, true],
  ['data:text/html,x', false, true],
  ['ftp:x', false, false],
  ['c:x', true, false],
])('a link to %j', (address, isHarmless, runs) => {
  expect([isHarmlessLink(address), isScript(address)]).toEqual([isHarmless, runs])
})

test.each([
  ['data:image/png;base64,AA', true],
  ['\nDATA:image/p\nng,AA', true],
  ['data:image /png,AA', false],
  ['data:text/html,x', false],
])('a picture: %j', (address, expected) => expect(isPicture(address)).toBe(expected))

describe('wherever an address stands it is the same', () => {
  const picture = new Uint8Array([0])
  it.each([
    [' https://x.example/a.png', 'page/remote-resource'],
    ['\\\\x.example/a.png', 'page/remote-resource'],
    ['/\\x.example/a.png', 'page/remote-resource'],
    ['\\a.png', 'page/absolute-path'],
    ['/a.png', 'page/absolute-path'],
  ])('%j is elsewhere', async (address, code) => {
    for (const html of [`<img src="${address}">`, `<p style="background:url('${address.replace(/\\/g, '\\\\')}')">`]) {
      const slide = await slideOf(`.. raw:: html\n\n   ${html}`)
      expect(slide.codes).toEqual([`${code}@3`])
      expect(slide.html.trim()).toBe(html)
    }
    const page = await pageOf(':css: a.css\n\n----\n\nA\n', { 'a.css': `@import "${address.replace(/\\/g, '\\\\')}";` })
    expect(page.codes).toEqual([`${code}@1`])
  })

  it('a relative one may have blanks around', async () => {
    const { html, codes } = await slideOf(`.. raw:: html\n\n   <img src=" a.png"><p style="background:url(' a.png\\a ')">`, {
      'a.png': picture,
    })
    expect(html.match(/data:image\/png/g)?.length).toBe(2)
    expect(codes).toEqual([])
  })
})
