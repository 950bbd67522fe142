import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, FrameLocator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { compile } from '../../src/compile.ts'
import { startBrowser, type Visit, visit } from '../browser/browser.ts'
import { bundlePlayer } from '../browser/built-page.ts'

export interface Console {
  readonly window: Page
  /** What the audience sees, and what comes next. */
  readonly slide: FrameLocator
  readonly next: FrameLocator
  text(id: string): Promise<string>
}

export interface Talk {
  readonly folder: string
  /** What the browser's console said and what was asked for in the slides' window; the page's own console's pages too. */
  readonly visit: Visit
  /** Builds a deck into a file of its own and opens it. */
  present(text: string): Promise<Page>
}

/** A deck that is presented, in a browser of the tests of one file; after each test nothing may have been said in the browser's console or asked for. */
export function useTalk(): Talk {
  let browser: Browser
  let opened: Visit | undefined
  const player = bundlePlayer()
  const folder = mkdtempSync(join(tmpdir(), 'console-'))
  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterEach(async () => {
    await opened?.context.close()
    const said = [...(opened?.console ?? []), ...(opened?.requests ?? [])]
    opened = undefined
    expect(said).toEqual([])
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true })
  })
  return {
    folder,
    get visit() {
      if (!opened) throw new Error('nothing is presented')
      return opened
    },
    async present(text) {
      const { page, diagnostics } = await compile({ path: join(folder, 'deck.rst'), text }, { player })
      expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([])
      writeFileSync(join(folder, 'deck.html'), page.html)
      const made = await visit(browser, pathToFileURL(join(folder, 'deck.html')).href)
      opened = made
      made.context.on('page', (other) => {
        other.on('console', (message) => made.console.push(`${message.type()}: ${message.text()}`))
        other.on('pageerror', (error) => made.console.push(`uncaught: ${error.message}`))
      })
      await made.page.waitForSelector('.step.active.present', { state: 'attached' })
      return made.page
    },
  }
}

export const consoleIn = (window: Page): Console => ({
  window,
  slide: window.frameLocator('#slideView'),
  next: window.frameLocator('#preView'),
  text: async (id) => (await window.locator(`#${id}`).textContent()) ?? '',
})

export async function openConsole(page: Page): Promise<Console> {
  const [window] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('p')])
  await window.locator('#slide b').waitFor({ state: 'attached' })
  return consoleIn(window)
}

/** Waits until a view shows a slide, after so many presses. */
export async function inView(frame: FrameLocator, id: string, pressed?: number): Promise<void> {
  await frame.locator(`.step.active[id="${id}"]`).waitFor({ state: 'attached' })
  if (pressed !== undefined) await expect.poll(() => frame.locator('.step.active .substep-visible').count()).toBe(pressed)
}

/** Four slides, of which the second has two presses and the third is passed by. */
export const slides = `
----

:id: start

One

.. note:: First note

Text

.. note:: Second *note*

----

:id: zweite-€

.. class:: substep

* a
* b

----

:class: skip

Skipped

----

:id: end

End
`

export const still = ':data-transition-duration: 0\n:skip-help: true\n'
