import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBuiltScript } from '../../src/6-output/package-file.ts'
import { type DeckWatch, watchDeck } from '../../src/6-output/watch/watch-deck.ts'
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
    deck: path('talk.rst'),
    port: 0,
    compile: () => compileDeck(path('talk.rst'), { cache: false }, io),
    clientScript: readBuiltScript('preview'),
    shown: (path) => path,
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
})
