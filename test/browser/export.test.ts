import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { printPdf } from '../../src/7-output/export/browser-export.ts'
import { readBuiltScript } from '../../src/7-output/package-file.ts'
import { compile } from '../../src/compile.ts'
import { deck } from '../cli/run.ts'
import { startBrowser } from './browser.ts'
import { readPdf } from './pdf.ts'
import { coloursIn, difference } from './pixels.ts'

let cwd: string
let browser: Browser
const write = (path: string, text: string): void => writeFileSync(join(cwd, path), text)
const pdf = (path: string) => readPdf(readFileSync(join(cwd, path)))
const sizeOf = (png: Buffer): number[] => [png.readUInt32BE(16), png.readUInt32BE(20)]

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'hoverdeck-export-'))
  return () => rmSync(cwd, { recursive: true, force: true })
})

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200"><rect id="left" width="180" height="200" fill="#c00"/>
<circle id="right" cx="310" cy="100" r="90" fill="#00c"/></svg>`

const talk = `:title: Größe
:author: A. (Author)
:description: What it is about
:lang: de
:slide-numbers: yes

----

:id: one

One
===

.. class:: substep

* a
* b

----

:id: two
:data-x: r1600

.. svg:: drawing.svg
   :hide: right
   :steps: | +right
   :alt: Left, then right

*****

:id: inner
:data-rotate-y: 60

Inner
=====

Back to \`one <#one>\`__, and to \`the second <#/two>\`__.

----

:data-on: two#right

----

:data-x: 0
:data-scale: 9
:data-rotate-y: 0

.. note:: A place to look from.

----

:data-x: 9000
:data-scale: 1

Last
====
`

describe('deck export --pdf', () => {
  it('has a page of the canvas for each slide, with bookmarks, links, tags and what the deck says of itself', async () => {
    write('talk.rst', talk)
    write('drawing.svg', drawing)
    const { code, stdout, stderr } = await deck(cwd, ['export', 'talk.rst'])
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
    expect(stderr).toMatch(/^talk\.pdf {2}5 pages, \d+ kB, [\d.]+ s\n$/)
    const file = pdf('talk.pdf')
    expect(file.pages.map(({ size }) => size)).toEqual(Array(5).fill([1050, 600]))
    expect(file.bookmarks).toEqual(['One → 1', '  Inner → 3', 'Last → 5'])
    expect(file.info).toEqual({ Title: 'Größe', Author: 'A. (Author)', Subject: 'What it is about', Creator: 'hoverdeck' })
    expect(file.catalog).toMatch(/\/StructTreeRoot \d+ 0 R[\s\S]*\/Lang \(de\)/)
    expect(file.links).toEqual(['/one', '/two'])
    // The look without words shows the drawing.
    expect(file.pages.map(({ texts }) => texts > 0)).toEqual([true, true, true, true, true])
    expect(file.pages[3]?.curves).toBeGreaterThan(3)
    // Each page has the number of its slide.
    const [first = 0] = file.pages.map(({ lastGlyph }) => lastGlyph)
    expect(file.pages.map(({ lastGlyph }) => lastGlyph - first)).toEqual([0, 1, 2, 3, 5])
    expect(readdirSync(cwd).sort()).toEqual(['drawing.svg', 'talk.pdf', 'talk.rst'])
  })

  it('has a page for each press with --substeps', async () => {
    write('talk.rst', talk)
    write('drawing.svg', drawing)
    expect((await deck(cwd, ['export', 'talk.rst', '--substeps', '-o', 'out/presses.pdf'])).code).toBe(0)
    const { pages, bookmarks } = pdf('out/presses.pdf')
    expect(pages).toHaveLength(8)
    expect(bookmarks).toEqual(['One → 1', '  Inner → 6', 'Last → 8'])
    const [none, first, second, left, both] = pages
    expect([none, first, second].map((page) => page?.texts)).toEqual([...new Set([none, first, second].map((page) => page?.texts))].sort())
    expect(left?.curves).toBeLessThan(both?.curves ?? 0)
  })

  it('has a page for what comes at one press, and none for what a note holds', async () => {
    const html = '.. raw:: html\n\n   <p class="substep" data-substep-order="1">a</p><p class="substep" data-substep-order="1">b</p>\n'
    const note = '.. note::\n\n   .. class:: substep\n\n   said\n'
    write('talk.css', '.substep:not(.substep-visible) { display: none }')
    write('talk.rst', `:css: talk.css\n\n----\n\n${html}\n.. class:: substep\n\nc\n\n${note}`)
    expect((await deck(cwd, ['export', 'talk.rst', '--substeps'])).code).toBe(0)
    expect(pdf('talk.pdf').pages.map(({ texts }) => texts)).toEqual([0, 2, 3])
  })

  it('shows each slide as it is when it is its turn', async () => {
    write('talk.rst', ':css: talk.css\n\n----\n\nOne\n\n----\n\n:data-rotate-y: 60\n\n.. class:: substep\n\nTwo\n')
    write('talk.css', '.step:not(.present) p, .substep:not(.substep-visible) { display: none } p { transition: all 9s }')
    for (const [flags, texts] of [
      [[], [true, true]],
      [['--substeps'], [true, false, true]],
    ] as const) {
      expect((await deck(cwd, ['export', 'talk.rst', ...flags])).code).toBe(0)
      expect(pdf('talk.pdf').pages.map((page) => page.texts > 0)).toEqual(texts)
    }
  })

  it.each([[[]], [['--substeps']]])('shows what slides that are left out would have shown of a drawing: %j', async (flags) => {
    write('drawing.svg', drawing)
    const slides = ['.. svg:: drawing.svg\n   :hide: right\n   :steps: | +right\n   :alt: Two', ':data-on: step-1#right']
    write('talk.rst', slides.map((slide) => `----\n\n${slide}\n`).join('\n'))
    expect((await deck(cwd, ['export', 'talk.rst', '--slides', '2', ...flags])).code).toBe(0)
    const [page, ...others] = pdf('talk.pdf').pages
    expect(others).toEqual([])
    await deck(cwd, ['export', 'talk.rst', ...flags])
    expect(page).toEqual(pdf('talk.pdf').pages.at(-1))
    // The circle, on the rounded card.
    expect(page?.curves).toBeGreaterThan(7)
  })

  it('has only the slides that are wanted, on standard output, from standard input', async () => {
    const { code, stdout, stderr } = await deck(cwd, ['export', '-', '--slides', '1,3'], '----\n\nA\n\n----\n\nB\n\n----\n\nC\n')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(readPdf(Buffer.from(stdout, 'latin1')).pages).toHaveLength(2)
    expect(readdirSync(cwd)).toEqual([])
  })

  it('is written of a deck with errors too, but not where no slide has a page', async () => {
    write('bad.rst', '----\n\n.. image:: none.png\n')
    const bad = await deck(cwd, ['export', 'bad.rst'])
    expect(bad.code).toBe(1)
    expect(bad.stderr).toContain('bad.pdf  1 page')
    write('view.rst', '----\n\n:data-scale: 9\n')
    const view = await deck(cwd, ['export', 'view.rst'])
    expect(view.code).toBe(1)
    expect(view.stderr).toContain('[command/no-pages]')
    expect(existsSync(join(cwd, 'view.pdf'))).toBe(false)
  })
})

const moving = `:data-autoplay: 1
:auto-console: yes
:css: moving.css
:theme: default

----

One
===

.. class:: substep

* a
* b

----

:data-x: r1600
:data-rotate-y: 80

Two
===
`

describe('deck export --png', () => {
  it('takes each slide as it looks when nothing moves any more', async () => {
    write('moving.rst', moving)
    const sheet = '.step * { background: #fc0 } .substep { color: #c00 }'
    write(
      'moving.css',
      `${sheet} @keyframes in { from { opacity: 0; translate: 0 200px } } .step * { animation: in 9s; transition: all 9s }`,
    )
    expect((await deck(cwd, ['export', 'moving.rst', '--png', '--substeps', '-o', 'moving'])).code).toBe(0)
    write('moving.css', sheet)
    const { code, stderr } = await deck(cwd, ['export', 'moving.rst', '--png', '--substeps', '-o', 'still'])
    expect(code).toBe(0)
    expect(stderr).toMatch(/^still\/moving-\*\.png {2}4 pictures, \d+ kB/)
    const names = readdirSync(join(cwd, 'still'))
    expect(names).toEqual(['moving-01-1.png', 'moving-01-2.png', 'moving-01-3.png', 'moving-02.png'])
    const [still, moved] = ['still', 'moving'].map((folder) => names.map((name) => readFileSync(join(cwd, folder, name)))) as [
      Buffer[],
      Buffer[],
    ]
    for (const [index, png] of still.entries()) {
      expect(sizeOf(png)).toEqual([1400, 800])
      expect(await coloursIn(browser, png)).toBeGreaterThan(8)
      expect(await difference(browser, png, moved[index] ?? png)).toBe(0)
      if (index > 0) expect(await difference(browser, png, still[index - 1] ?? png)).toBeGreaterThan(100)
    }
  })

  it.each([
    ['1920x1080', [1920, 1080]],
    ['333x999', [333, 999]],
  ])('has the size that is wanted: %s', async (size, [width = 0, height = 0]) => {
    write('bare.rst', ':theme: bare\n:css: fill.css\n\n----\n\nOne\n\n----\n\nTwo\n')
    write('fill.css', '.step { background: #c00; width: 1024px; height: 768px }')
    const flags = ['--png', '--size', size, '--slides', '2', '-o', 'two.png']
    expect((await deck(cwd, ['export', 'bare.rst', ...flags])).code).toBe(0)
    const png = readFileSync(join(cwd, 'two.png'))
    expect(sizeOf(png)).toEqual([width, height])
    // The stage fills it, although the theme enlarges it in no window.
    const page = await browser.newPage()
    const red = await page.evaluate(
      async (source) => {
        const bitmap = await createImageBitmap(await (await fetch(source)).blob())
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d') as OffscreenCanvasRenderingContext2D
        context.drawImage(bitmap, 0, 0)
        const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height)
        let count = 0
        for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 0) > 190 && (data[at + 1] ?? 0) < 10) count++
        return count
      },
      `data:image/png;base64,${png.toString('base64')}`,
    )
    await page.close()
    const scale = Math.min(width / 1024, height / 768)
    expect(red / (1024 * 768 * scale * scale)).toBeGreaterThan(0.97)
  })
})

describe('deck export as a process', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('leaves nothing behind when it is ended by %s', async (signal) => {
    write('talk.rst', `${Array.from({ length: 200 }, (_, index) => `----\n\n${index}\n`).join('\n')}`)
    const temporary = join(cwd, 'tmp')
    mkdirSync(temporary)
    const child = spawn(process.execPath, [resolve('dist/deck.cjs'), 'export', 'talk.rst', '--png', '-o', 'out'], {
      cwd,
      env: { ...process.env, TMPDIR: temporary },
    })
    const ended = new Promise<number | null>((done) => child.on('exit', (code) => done(code)))
    while (!existsSync(join(cwd, 'out'))) await new Promise((done) => setTimeout(done, 20))
    child.kill(signal)
    expect(await ended).toBe(signal === 'SIGINT' ? 130 : 143)
    expect(readdirSync(temporary)).toEqual([])
    expect(readdirSync(join(cwd, 'out')).filter((name) => !/^talk-\d{3}\.png$/.test(name))).toEqual([])
  })
})

describe('a page that never has all it names', () => {
  it('is printed as it is, and that is told', async () => {
    const silent = createServer((socket) => socket.on('error', () => {})).listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const text = `----\n\nText\n\n.. image:: http://127.0.0.1:${(silent.address() as AddressInfo).port}/never.png\n   :alt: x\n`
    const path = join(cwd, 'a.rst')
    const { page, canvas } = await compile({ path, text }, { player: readBuiltScript('player') })
    const exported = await printPdf({
      html: page.html,
      path: join(cwd, 'a.html'),
      script: readBuiltScript('export'),
      signal: new AbortController().signal,
      canvas,
      slides: [0],
      substeps: false,
      looks: {},
      titles: [],
      about: { title: '', author: '', subject: '', keywords: '' },
      loadTime: 500,
    })
    silent.close()
    if ('code' in exported) throw new Error(exported.message)
    expect(exported.result?.pages).toBe(1)
    expect(exported.diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      expect.stringMatching(/^command\/page-incomplete .*0\.5 s/),
    ])
  })
})
