import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { deck } from './run.ts'

let cwd: string
const write = (path: string, content: string | Uint8Array): void => writeFileSync(join(cwd, path), content)
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'hoverdeck-content-'))
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

const bytes = (text: string, length = 200): Buffer =>
  Buffer.concat([Buffer.from(text, 'latin1'), Buffer.alloc(Math.max(0, length - text.length), 7)])
const lfs =
  'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n'
const png = readFileSync('test/6-page/svg/drawings/checker.png')
const page = '<!DOCTYPE html>\n<html><body>404 Not Found</body></html>\n'
const drawing = '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>\n'
/** Signature, kind, length, number of tables, rest of the head: WOFF's and WOFF2's. */
const woff = (signature: string, length: number): Buffer => {
  const font = Buffer.alloc(100)
  font.write(signature, 'latin1')
  font.writeUInt32BE(length, 8)
  return font
}
/** One table, at a place and of a length. */
const ttf = (place: number, length: number): Buffer => {
  const font = Buffer.alloc(100)
  font.writeUInt32BE(0x00_01_00_00, 0)
  font.writeUInt16BE(1, 4)
  font.writeUInt32BE(place, 20)
  font.writeUInt32BE(length, 24)
  return font
}

const again = 'Save, copy or download it again.'
const convert = 'Save it as PNG, JPEG, WebP or AVIF.'
const pointer = 'is a pointer of Git LFS, not the file itself'
const fetch = 'Fetch the file with “git lfs pull”; in a workflow, actions/checkout does it with “lfs: true”.'

/** The deck, the file that it names, what is in it; where and what is said. */
const cases: readonly (readonly [name: string, file: string, content: string | Uint8Array, what: string, advice: string])[] = [
  ['a pointer', 'a.png', lfs, pointer, fetch],
  ['a pointer', 'a.svg', lfs, pointer, fetch],
  ['nothing', 'a.png', '', 'is empty', again],
  ['a page', 'a.jpg', page, 'is an HTML page', again],
  ['a drawing', 'a.png', drawing, 'is an SVG drawing', 'Give its name the ending .svg, by which browsers know a drawing.'],
  [
    'a drawing without declaration',
    'a.png',
    drawing.slice(22),
    'is an SVG drawing',
    'Give its name the ending .svg, by which browsers know a drawing.',
  ],
  ['a photo of a phone', 'a.jpg', bytes('\0\0\0\x18ftypheic\0\0\0\0'), 'is a HEIC picture, which few browsers show', convert],
  ['a scan', 'a.png', bytes('II*\0'), 'is a TIFF picture, which few browsers show', convert],
  ['what comes from Photoshop', 'a.png', bytes('8BPS\0\x01'), 'is a picture of Photoshop, which no browser shows', convert],
  ['a document', 'a.png', bytes('%PDF-1.7\n'), 'is a PDF', again],
  ['something', 'a.png', bytes('some text'), 'is no picture that browsers know', again],
  ['half a picture', 'a.png', png.subarray(0, png.length - 14), 'is cut off', again],
  ['half a picture', 'a.webp', bytes('RIFF\xff\xff\0\0WEBPVP8 '), 'is cut off', again],
  ['a picture', 'a.svg', png, 'is a PNG picture', 'Give its name the ending of such a picture.'],
  ['a pointer', 'f.woff2', lfs, pointer, fetch],
  ['nothing', 'f.woff2', '', 'is empty', again],
  ['a page', 'f.woff', page, 'is an HTML page', again],
  ['something', 'f.ttf', bytes('some text'), 'is no font that browsers know', again],
  ['half a font', 'f.woff2', woff('wOF2', 101), 'is cut off', again],
  ['half a font', 'f.woff', woff('wOFF', 4000), 'is cut off', again],
  ['half a font', 'f.ttf', ttf(28, 73), 'is cut off', again],
  ['a pointer', 'v.mp4', lfs, pointer, fetch],
  ['an old film', 'v.mp4', bytes('RIFF\xff\0\0\0AVI LIST'), 'is an AVI film, which no browser plays', 'Save it as MP4 or WebM.'],
  ['something', 'v.webm', bytes('some text'), 'is no film or sound that browsers know', again],
  ['a pointer', 's.css', lfs, pointer, fetch],
  ['a page', 's.css', page, 'is an HTML page', again],
  ['a pointer', 's.js', lfs, pointer, fetch],
  ['a page', 's.js', page, 'is an HTML page', again],
]

/** Where a deck names each kind of file: in its third line, but for what a sheet names. */
const deckFor = (file: string): string => {
  if (file === 's.css') return `:css: s.css\n\n----\n\nA\n`
  if (file === 's.js') return `:js-body: s.js\n\n----\n\nA\n`
  if (/^f\./.test(file)) return `.. raw:: html\n\n   <style>@font-face { font-family: F; src: url(${file}) }</style>\n`
  if (/^v\./.test(file)) return `.. raw:: html\n\n   <video src="${file}"></video>\n`
  return `.. image:: ${file}\n   :alt: x\n`
}

const check = async (
  text: string,
): Promise<{ code: string; severity: string; message: string; advice: string; position: { start: { line: number } } }[]> => {
  write('talk.rst', /^:/.test(text) ? text : `----\n\n${text}`)
  return JSON.parse((await deck(cwd, ['check', '--format', 'json', 'talk.rst'])).stdout)
}

describe('a file that is not what its name says', () => {
  it.each(cases)('%s called %s is told where it is named, with what to do', async (_, file, content, what, advice) => {
    write(file, content)
    const found = (await check(deckFor(file))).filter(({ code }) => code === 'source/not-what-it-says')
    expect(found).toMatchObject([
      {
        severity: 'warning',
        message: `“${file}” ${what}.`,
        advice,
        position: { source: 'talk.rst', start: { line: /^s\./.test(file) ? 1 : 3 } },
      },
    ])
  })

  it('is told once, however often it is named', async () => {
    write('a.png', lfs)
    const image = '.. image:: a.png\n   :alt: x\n\n'
    expect((await check(`${image}${image}----\n\n${image}`)).map(({ code }) => code)).toEqual(['source/not-what-it-says'])
  })

  it.each<[string, string]>([
    ['an included file', '.. include:: part.rst\n'],
    ['a file of raw text', '.. raw:: html\n   :file: part.rst\n'],
    ['a drawing in the page', '.. svg:: part.svg\n   :alt: x\n'],
    ['a drawing of raw text', '.. raw:: html\n   :file: part.svg\n'],
  ])('%s that is a pointer is told as one', async (_, text) => {
    for (const name of ['part.rst', 'part.svg']) write(name, lfs)
    const [first] = (await check(text)).filter(({ code }) => code === 'source/not-what-it-says')
    expect(first?.message).toMatch(/^“part\.(rst|svg)” is a pointer of Git LFS/)
  })

  it('cannot be the deck: exit code 1', async () => {
    write('talk.md', lfs)
    const { code, stderr } = await deck(cwd, ['build', 'talk.md'])
    expect(code).toBe(1)
    expect(stderr).toContain(`talk.md” ${pointer}. [source/not-what-it-says]\n  → ${fetch}`)
  })

  it('nor the drawing of deck inspect --layers', async () => {
    write('a.svg', lfs)
    const { code, stderr } = await deck(cwd, ['inspect', 'a.svg', '--layers'])
    expect(code).toBe(1)
    expect(stderr).toContain(`“a.svg” ${pointer}. [source/not-what-it-says]`)
  })
})

describe('a file that is what its name says', () => {
  it.each<[string, string | Uint8Array]>([
    ['a.png', png],
    ['a.jpg', png],
    ['a.jpg', bytes('\xff\xd8\xff\xe0\0\x10JFIF')],
    ['a.gif', bytes('GIF89a')],
    ['a.webp', bytes('RIFF\x10\0\0\0WEBPVP8 ')],
    ['a.avif', bytes('\0\0\0\x1cftypavif\0\0\0\0')],
    ['a.avif', bytes('\0\0\0\x1cftypmif1\0\0\0\0mif1avif')],
    ['a.bmp', bytes('BM')],
    ['a.ico', bytes('\0\0\x01\0\x01\0')],
    ['a.svg', drawing],
    ['f.woff2', woff('wOF2', 100)],
    ['f.woff', woff('wOFF', 100)],
    ['f.ttf', ttf(28, 72)],
    ['f.otf', ttf(28, 72).fill('OTTO', 0, 4)],
    ['f.ttf', woff('wOF2', 100)],
    ['v.mp4', bytes('\0\0\0\x18ftypmp42')],
    ['v.webm', bytes('\x1aE\xdf\xa3')],
    ['v.mp3', bytes('ID3\x03')],
    ['v.mp3', bytes('\xff\xfb\x90')],
    ['v.ogg', bytes('OggS\0')],
    ['v.wav', bytes('RIFF\xc0\0\0\0WAVEfmt ')],
    ['s.css', ''],
    ['s.css', '.a {}'],
    ['s.js', ''],
    // Somebody keeps a place with it.
    ['a.png', 'picture'],
  ])('%s is not told', async (file, content) => {
    write(file, content)
    expect(await check(deckFor(file))).toEqual([])
  })
})
