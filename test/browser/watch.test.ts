import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBuiltScript } from '../../src/7-output/package-file.ts'
import { type DeckWatch, watchDeck } from '../../src/7-output/watch/watch-deck.ts'
import { compileDeck } from '../../src/cli/compile-deck.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { startBrowser, visit } from './browser.ts'

let folder: string
let browser: Browser
let watch: DeckWatch
let page: Page
const builds: (readonly Diagnostic[])[] = []
const path = (name: string): string => join(folder, name)
const io = {
  cwd: '/',
  stdout: () => {},
  stderr: () => {},
  stdin: async () => new Uint8Array(),
  importModule: (url: string) => import(url),
  colour: false,
}

const deckWith = (text: string): string => `:css: own.css\n\n----\n\nFirst\n\n----\n\n:id: second\n\n${text}\n\n.. include:: part.rst\n`

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hoverdeck-watch-'))
  writeFileSync(path('own.css'), '#second { color: rgb(1, 2, 3) }')
  writeFileSync(path('part.rst'), 'Part one\n')
  writeFileSync(path('talk.rst'), deckWith('Before'))
  watch = await watchDeck({
    always: [path('talk.rst')],
    port: 0,
    compile: () => compileDeck(path('talk.rst'), { cache: false }, io),
    clientScript: readBuiltScript('preview'),
    shown: (path) => path,
    onThrow: (thrown) => {
      throw thrown
    },
    onBuild: (diagnostics) => builds.push(diagnostics),
  })
  browser = await startBrowser()
  ;({ page } = await visit(browser, `${watch.url}#/second`))
  page.setDefaultTimeout(8000)
  await page.waitForFunction(() => document.querySelector('.step.active')?.id === 'second')
})
afterAll(async () => {
  await browser?.close()
  await watch?.close()
  rmSync(folder, { recursive: true, force: true })
})

const shows = (text: string): Promise<unknown> =>
  page.waitForFunction((wanted) => document.querySelector('#second')?.textContent?.includes(wanted), text)
const problems = (): Promise<string> =>
  page.evaluate(() =>
    [...document.documentElement.children].map((child) => child.shadowRoot?.querySelector('section')?.textContent ?? '').join(''),
  )
const problemsShown = (wanted: RegExp): Promise<unknown> => expect.poll(problems, { timeout: 10_000 }).toMatch(wanted)

/** Marks the page, so that it is known whether it was loaded again. */
const mark = (): Promise<unknown> => page.evaluate(() => Object.assign(window, { marked: true }))
const isMarked = (): Promise<boolean> => page.evaluate(() => 'marked' in window)

describe('deck watch', () => {
  it('shows a change of the deck, on the step that was open', async () => {
    writeFileSync(path('talk.rst'), deckWith('After'))
    await shows('After')
    await page.waitForFunction(() => document.querySelector('.step.active')?.id === 'second')
  })

  it('shows a change of an included file and of a style sheet', async () => {
    writeFileSync(path('part.rst'), 'Part two\n')
    await shows('Part two')
    writeFileSync(path('own.css'), '#second { color: rgb(4, 5, 6) }')
    await page.waitForFunction(() => getComputedStyle(document.querySelector('#second') as Element).color === 'rgb(4, 5, 6)')
  })

  it('sees a file that an editor saves by renaming, and one that was missing with its folder', async () => {
    writeFileSync(path('talk.rst.new'), deckWith('Renamed'))
    renameSync(path('talk.rst.new'), path('talk.rst'))
    await shows('Renamed')
    writeFileSync(path('talk.rst'), `${deckWith('Renamed')}\n.. include:: new/later.rst\n`)
    await problemsShown(/later\.rst/)
    mkdirSync(path('new'))
    writeFileSync(path('new/later.rst'), 'Now there\n')
    await shows('Now there')
    await problemsShown(/^$/)
  })

  it('keeps the last good page under the errors while the source is broken, then shows the mended one', async () => {
    writeFileSync(path('talk.rst'), deckWith('Broken').replace(':id: second', ':id: second\n:data-x: rabc'))
    await problemsShown(/“rabc” is not a value for data-x/)
    await shows('Now there')
    expect(builds.at(-1)?.map(({ code }) => code)).toEqual(['layout/bad-value'])
    writeFileSync(path('talk.rst'), deckWith('Mended'))
    await shows('Mended')
    await problemsShown(/^$/)
  })

  it('changes the text of a slide and a style sheet in place: the camera, and what was shown of the slide, stay', async () => {
    const substeps = (last: string): string => deckWith(`One\n\n.. class:: substep\n\nTwo\n\n.. class:: substep\n\n${last}`)
    writeFileSync(path('talk.rst'), substeps('Three'))
    await shows('Three')
    await page.keyboard.press('ArrowRight')
    await mark()
    writeFileSync(path('talk.rst'), substeps('Four'))
    await shows('Four')
    const shown = () =>
      page.evaluate(() => [...document.querySelectorAll('#second .substep-visible')].map(({ textContent }) => textContent))
    expect(await shown()).toEqual(['Two'])
    await page.keyboard.press('ArrowRight')
    expect(await shown()).toEqual(['Two', 'Four'])
    writeFileSync(path('own.css'), '#second { color: rgb(7, 8, 9) }')
    await page.waitForFunction(() => getComputedStyle(document.querySelector('#second') as Element).color === 'rgb(7, 8, 9)')
    expect(await shown()).toEqual(['Two', 'Four'])
    // One more, which waits for its press; then fewer than were shown.
    writeFileSync(path('talk.rst'), substeps('Four\n\n.. class:: substep\n\nFive'))
    await shows('Five')
    expect(await shown()).toEqual(['Two', 'Four'])
    await page.keyboard.press('ArrowRight')
    expect(await shown()).toEqual(['Two', 'Four', 'Five'])
    writeFileSync(path('talk.rst'), substeps('Six'))
    await shows('Six')
    expect(await shown()).toEqual(['Two', 'Six'])
    for (let press = 0; press < 2; press++) await page.keyboard.press('ArrowLeft')
    expect(await shown()).toEqual([])
    expect(await isMarked()).toBe(true)
  })

  it('fills a drawing’s copy, makes a long slide fit, and shows new notes in the console, in a page that is changed in place', async () => {
    const layers =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g id="a"><path d="M0 0h9"/></g><g id="b"><path d="M0 5h9"/></g></svg>'
    writeFileSync(path('layers.svg'), layers)
    const slide = (text: string): string =>
      `----\n\n.. svg:: layers.svg\n\n----\n\n:id: second\n\n${text}\n\n.. svg:: layers.svg\n   :steps: a | +b\n\n.. note:: About ${text.slice(0, 9)}\n`
    writeFileSync(path('talk.rst'), slide('Short'))
    await shows('Short')
    const [console] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('p')])
    await console.waitForFunction(() => document.querySelector('#notes')?.textContent?.includes('About Short'))
    await mark()
    writeFileSync(path('talk.rst'), slide('This is a long text\n\n'.repeat(60)))
    await shows('This is a long text')
    expect(await isMarked()).toBe(true)
    await console.waitForFunction(() => document.querySelector('#notes')?.textContent?.includes('About This is a'))
    const isInView = () =>
      ['slideView', 'preView'].every((id) => {
        const view = document.getElementById(id) as HTMLIFrameElement
        return view.contentDocument?.querySelector('#second')?.textContent?.includes('This is a long text')
      })
    await console.waitForFunction(isInView)
    await console.close()
    const state = () =>
      page.evaluate(() => {
        const step = document.querySelector<HTMLElement>('#second')
        return {
          layers: [...(step?.querySelectorAll('svg g') ?? [])].map((group) => group.getAttribute('data-layer')),
          ids: new Set([...document.querySelectorAll('svg g')].map(({ id }) => id)).size,
          fits: Number(step?.style.getPropertyValue('--fit')) < 1,
        }
      })
    expect(await state()).toEqual({ layers: ['on', 'off'], ids: 4, fits: true })
    await page.keyboard.press('ArrowRight')
    await expect.poll(async () => (await state()).layers).toEqual(['on', 'on'])
    writeFileSync(path('talk.rst'), slide('This is the other text\n\n'.repeat(60)))
    await shows('This is the other text')
    expect(await isMarked()).toBe(true)
    expect((await state()).layers).toEqual(['on', 'on'])
    // Another style sheet, and the page is loaded again: what is unfolded stays, by the address.
    writeFileSync(path('talk.rst'), `:css: own.css\n\n${slide('This is the other text\n\n'.repeat(60))}`)
    await page.waitForFunction(() => getComputedStyle(document.querySelector('#second') as Element).color === 'rgb(7, 8, 9)')
    await page.waitForFunction(() => document.querySelector('.step.active')?.id === 'second')
    expect(await isMarked()).toBe(false)
    await expect.poll(async () => (await state()).layers).toEqual(['on', 'on'])
    // A change of a style sheet goes over the whole page once more.
    await mark()
    writeFileSync(path('own.css'), '#second { color: rgb(2, 2, 2) }')
    await page.waitForFunction(() => getComputedStyle(document.querySelector('#second') as Element).color === 'rgb(2, 2, 2)')
    expect(await isMarked()).toBe(true)
    expect((await state()).layers).toEqual(['on', 'on'])
  })

  it('changes that of two style sheets which was changed, though both said the same', async () => {
    const red = '#second { color: rgb(9, 0, 0) }'
    for (const name of ['own.css', 'two.css']) writeFileSync(path(name), red)
    writeFileSync(path('talk.rst'), `:css: two.css\n${deckWith('Twice')}`)
    await shows('Twice')
    await mark()
    writeFileSync(path('own.css'), '#second { color: rgb(0, 0, 9) }')
    await page.waitForFunction(() => getComputedStyle(document.querySelector('#second') as Element).color === 'rgb(0, 0, 9)')
    expect(await isMarked()).toBe(true)
  })

  it('loads the page again where a slide moves, comes or goes', async () => {
    await mark()
    writeFileSync(path('talk.rst'), `${deckWith('Moved')}\n----\n\nA third\n`)
    await shows('Moved')
    expect(await isMarked()).toBe(false)
    expect(await page.evaluate(() => document.querySelectorAll('.step').length)).toBe(3)
    await page.waitForFunction(() => document.querySelector('.step.active')?.id === 'second')
  })
})
