import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildSync } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { compile } from '../../src/compile.ts'
import { startBrowser, type Visit, visit } from './browser.ts'

/** The player from its sources, as `npm run build:node` makes it. */
export const bundlePlayer = (): string =>
  buildSync({ entryPoints: [resolve('src/player/player.ts')], bundle: true, write: false, format: 'iife', target: 'es2020' }).outputFiles[0]
    ?.text ?? ''

/** What the tests of one file share, from the first of them to the last. */
export interface Stage {
  readonly browser: Browser
  /** The player's script. */
  readonly player: string
  /** A folder of their own, empty at first. */
  readonly folder: string
  /** Writes a page into the folder and gives its URL. */
  write(name: string, html: string): string
  /** Builds a deck and opens its page. It is shown when the promise is kept. */
  open(path: string, text: string, viewport?: { width: number; height: number }): Promise<Opened>
}

export interface Opened extends Visit {
  readonly url: string
  readonly html: string
  /** What was reported besides infos. */
  readonly codes: readonly string[]
}

/** A folder for the pages of a file's tests, and the player for them. */
export function usePages(): Pick<Stage, 'player' | 'folder' | 'write'> {
  let player: string
  const folder = mkdtempSync(join(tmpdir(), 'hoverdeck-page-'))
  beforeAll(() => {
    player = bundlePlayer()
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return {
    get player() {
      return player
    },
    folder,
    write(name, html) {
      const path = join(folder, name)
      writeFileSync(path, html)
      return pathToFileURL(path).href
    },
  }
}

export function useStage(): Stage {
  let browser: Browser
  const pages = usePages()
  const { folder, write } = pages
  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(() => browser?.close())
  return {
    get browser() {
      return browser
    },
    get player() {
      return pages.player
    },
    folder,
    write,
    async open(path, text, viewport) {
      const { html, codes } = await builtPage(path, text, pages.player)
      const url = write('deck.html', html)
      const opened = await visit(browser, url, viewport)
      await opened.page.waitForSelector('.impress-enabled .step.active')
      return { ...opened, url, html, codes }
    },
  }
}

/** A deck as its page, and what was reported besides infos. `path` need not be there. */
export async function builtPage(path: string, text: string, player: string): Promise<{ html: string; codes: readonly string[] }> {
  const { page, diagnostics } = await compile({ path: resolve(path), text }, { player })
  return { html: page.html, codes: diagnostics.filter(({ severity }) => severity !== 'info').map(({ code }) => code) }
}

/** Goes to a step without the time the camera takes. */
export async function goTo(page: Page, id: string): Promise<void> {
  await page.evaluate((step) => {
    ;(window as unknown as { impress: () => { goto: (id: string, ms: number) => void } }).impress().goto(step, 0)
  }, id)
  await page.waitForFunction((step) => document.getElementById(step)?.classList.contains('present'), id)
}

/** Waits until nothing moves any more. */
export const settled = (page: Page): Promise<unknown> =>
  page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined))))
