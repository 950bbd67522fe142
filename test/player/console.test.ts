import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import type { Browser, FrameLocator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { compile } from '../../src/compile.ts'
import { consoleKeys, slideKeys } from '../../src/player/key-table.ts'
import { startBrowser, type Visit, visit } from '../browser/browser.ts'

let browser: Browser
let folder: string
let player: string
let opened: Visit | undefined

beforeAll(async () => {
  browser = await startBrowser()
  folder = mkdtempSync(join(tmpdir(), 'console-'))
  const built = await build({ entryPoints: ['src/player/player.ts'], bundle: true, write: false, format: 'iife', target: 'es2020' })
  player = built.outputFiles[0]?.text ?? ''
  writeFileSync(join(folder, 'console.css'), '#impressconsole #notes { color: rgb(1, 2, 3) }')
  writeFileSync(join(folder, 'preview.css'), '.step { color: rgb(4, 5, 6) }')
})
afterEach(async () => {
  await opened?.context.close()
  expect([...(opened?.console ?? []), ...(opened?.requests ?? [])]).toEqual([])
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true })
})

const slides = `
----

:id: start
:data-autoplay: 1

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

const fields = ':data-transition-duration: 0\n:css-console: console.css\n:css-preview: preview.css'

/** The deck in a file of its own. */
async function present(text = slides.replace(':data-autoplay: 1\n', ''), more = ''): Promise<Page> {
  const path = join(folder, 'deck.rst')
  const { page, diagnostics } = await compile({ path, text: `${fields}${more}\n${text}` }, { player })
  expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([])
  writeFileSync(join(folder, 'deck.html'), page.html)
  opened = await visit(browser, pathToFileURL(join(folder, 'deck.html')).href)
  await opened.page.waitForSelector('.step.active.present', { state: 'attached' })
  return opened.page
}

interface Console {
  readonly window: Page
  readonly slide: FrameLocator
  readonly next: FrameLocator
  text(id: string): Promise<string>
}

async function openConsole(page: Page): Promise<Console> {
  const [window] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('p')])
  return {
    window,
    slide: window.frameLocator('#slideView'),
    next: window.frameLocator('#preView'),
    text: async (id) => (await window.locator(`#${id}`).textContent()) ?? '',
  }
}

const inView = (frame: FrameLocator, id: string): Promise<void> => frame.locator(`.step.active[id="${id}"]`).waitFor({ state: 'attached' })

describe('the presenter console of a single file', () => {
  it('shows the slide, the next one, all notes, a clock and a timer', async () => {
    const { slide, next, text } = await openConsole(await present())
    await inView(slide, 'start')
    await inView(next, 'zweite-€')
    expect(await text('notes')).toMatch(/First note\s*Second note/)
    expect(await text('clock')).toMatch(/\d\d.\d\d/)
    expect(await text('timer')).toMatch(/^00m \d\ds$/)
    expect([await text('blocker'), await text('status')]).toEqual(['Next', 'Ready'])
  })

  it('is a document of today’s standards, called after the talk, in the talk’s language where the notes are', async () => {
    const page = await present(undefined, '\n:title: A “talk” <b>\n:lang: de\n:dir: rtl')
    const { window, slide } = await openConsole(page)
    await inView(slide, 'start')
    expect(
      await window.evaluate(() => ({
        mode: document.compatMode,
        title: document.title,
        lang: document.documentElement.lang,
        notes: ['lang', 'dir'].map((name) => document.getElementById('notes')?.getAttribute(name)),
      })),
    ).toEqual({ mode: 'CSS1Compat', title: 'Speaker Console (A “talk” <b>)', lang: 'en', notes: ['de', 'rtl'] })
  })

  it('shows tables, code and quotations of notes as readable as their text', async () => {
    const note = [
      '= ========',
      'a b',
      '= ========',
      '1 ``code``',
      '= ========',
      '',
      '.. code:: python',
      '',
      `   x = "${'long '.repeat(60)}"  # comment`,
      '',
      '..',
      '',
      '    A quotation.',
    ].map((line) => `   ${line}`)
    const page = await present(`\n----\n\n:id: a\n\nA\n\n.. note::\n\n${note.join('\n')}\n`)
    const { window, slide } = await openConsole(page)
    await inView(slide, 'a')
    const parts = await window.evaluate(() => {
      const notes = document.getElementById('notes') as HTMLElement
      const sizeOf = (element: Element) => Number.parseFloat(getComputedStyle(element).fontSize)
      const contrastOf = (element: Element) => {
        const channels = (color: string) => (color.match(/[\d.]+/g) ?? []).map(Number)
        const luminance = (color: string) => {
          const [red = 0, green = 0, blue = 0] = channels(color).map((value) => {
            const part = value / 255
            return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
          })
          return 0.2126 * red + 0.7152 * green + 0.0722 * blue
        }
        let ground: Element | null = element
        while (ground && channels(getComputedStyle(ground).backgroundColor)[3] === 0) ground = ground.parentElement
        const [light = 0, dark = 0] = [getComputedStyle(element).color, getComputedStyle(ground ?? notes).backgroundColor]
          .map(luminance)
          .sort((a, b) => b - a)
        return (light + 0.05) / (dark + 0.05)
      }
      const found = ['td', 'th', 'tt', 'pre', 'pre span', 'blockquote'].flatMap((selector) => [...notes.querySelectorAll(selector)])
      return {
        names: [...new Set(found.map(({ localName }) => localName))],
        contrast: Math.min(...found.map(contrastOf)),
        size: Math.min(...found.map(sizeOf)) / sizeOf(notes),
        borders: [...notes.querySelectorAll('td')].every((cell) => Number.parseFloat(getComputedStyle(cell).borderTopWidth) > 0),
        spills: notes.scrollWidth > notes.clientWidth,
      }
    })
    expect(parts.names).toEqual(['td', 'th', 'tt', 'pre', 'span', 'blockquote'])
    expect(parts.contrast).toBeGreaterThan(4.5)
    expect(parts.size).toBeGreaterThanOrEqual(0.8)
    expect({ borders: parts.borders, spills: parts.spills }).toEqual({ borders: true, spills: false })
  })

  it('says so where the first slide has no notes', async () => {
    const { slide, text } = await openConsole(await present('\n----\n\n:id: plain\n\nText\n'))
    await inView(slide, 'plain')
    expect(await text('notes')).toBe('No notes for this step')
  })

  it('follows the slides, substeps too, and passes those that are skipped', async () => {
    const page = await present()
    const { slide, next, text } = await openConsole(page)
    await page.keyboard.press('ArrowRight')
    await inView(slide, 'zweite-€')
    await inView(next, 'end')
    expect(await text('notes')).toBe('No notes for this step')
    await page.keyboard.press('ArrowRight')
    await slide.locator('.step.active .substep-visible').waitFor({ state: 'attached' })
    const shown = await slide
      .locator('.step.active .substep')
      .evaluateAll((all) => all.map((one) => one.classList.contains('substep-visible')))
    expect(shown).toEqual([true, false])
    await page.keyboard.press('End')
    await inView(slide, 'end')
    await inView(next, 'start')
    expect(await text('blocker')).toBe('Restart')
  })

  it('moves the slides by its keys and buttons', async () => {
    const page = await present()
    const { window, slide } = await openConsole(page)
    await inView(slide, 'start')
    await window.keyboard.press('ArrowRight')
    await page.locator('.step.active[id="zweite-€"]').waitFor({ state: 'attached' })
    await window.locator('#prev a').click()
    await page.locator('#start.active').waitFor({ state: 'attached' })
    await window.locator('#next a').click()
    await inView(slide, 'zweite-€')
    await window.keyboard.press(' ')
    await page.locator('.step.active .substep-visible').waitFor({ state: 'attached' })
    await window.keyboard.press('b')
    await page.locator('body.impress-blank').waitFor({ state: 'attached' })
  })

  it('passes on the keys that the table says, and those that a script of the author’s may wait for', async () => {
    const page = await present()
    const { window, slide } = await openConsole(page)
    await inView(slide, 'start')
    await page.evaluate(() => {
      const passed: string[] = []
      Object.assign(globalThis, { passed })
      document.addEventListener('keydown', ({ key }) => passed.push(key), true)
    })
    const others = ['x', 'Tab', 'Shift+Tab', 'Escape', 'Control+ArrowRight', 'Alt+x', 'Shift+ArrowRight']
    const keys = [...slideKeys.flatMap((row) => row.keys), ...consoleKeys.flatMap((row) => row.keys), ...others]
    const passedOn = async (key: string): Promise<string[]> => {
      await window.keyboard.press(key)
      const modifiers = ['Shift', 'Control', 'Alt']
      return (await page.evaluate(() => (globalThis as unknown as { passed: string[] }).passed.splice(0))).filter(
        (one) => !modifiers.includes(one),
      )
    }
    const found: string[] = []
    for (const key of keys) if ((await passedOn(key)).length > 0) found.push(key)
    expect(found).toEqual([...slideKeys.flatMap((row) => (row.fromConsole ? row.keys : [])), 'x', 'Shift+ArrowRight'])
  })

  it('goes on with Enter, and leaves it to a link that has the focus', async () => {
    const page = await present()
    const { window, slide } = await openConsole(page)
    await inView(slide, 'start')
    await window.keyboard.press('Enter')
    await inView(slide, 'zweite-€')
    await window.locator('#prev a').focus()
    await window.keyboard.press('Enter')
    await inView(slide, 'start')
  })

  it('starts the timer again with r', async () => {
    const { window, text } = await openConsole(await present())
    await window.locator('#timer', { hasText: '00m 01s' }).waitFor()
    await window.keyboard.press('r')
    expect(await text('timer')).toBe('00m 00s')
  })

  it('heeds the sheets for the console and for its previews', async () => {
    const page = await present()
    const { window, slide } = await openConsole(page)
    await inView(slide, 'start')
    const colour = (element: Element): string => getComputedStyle(element).color
    expect(await window.locator('#notes').evaluate(colour)).toBe('rgb(1, 2, 3)')
    expect(await slide.locator('#start').evaluate(colour)).toBe('rgb(4, 5, 6)')
    expect(await page.locator('#start').evaluate(colour)).not.toBe('rgb(4, 5, 6)')
    expect(await slide.locator('body').getAttribute('class')).toContain('impress-console')
    expect(await slide.locator('#impress-help').count()).toBe(0)
  })

  it('previews do not play by themselves', async () => {
    const page = await present(slides.replace(':data-autoplay: 1', ':data-autoplay: 600'))
    const { slide, next } = await openConsole(page)
    expect(await page.locator('[data-autoplay]').count()).toBe(1)
    await inView(next, 'zweite-€')
    expect(await slide.locator('[data-autoplay]').count()).toBe(0)
  })

  it('is opened once, and closed with the slides', async () => {
    const page = await present()
    const { window } = await openConsole(page)
    await page.keyboard.press('p')
    expect(page.context().pages()).toHaveLength(2)
    await Promise.all([window.waitForEvent('close'), page.goto('about:blank')])
  })

  it('does not become empty by being loaded again: its keys do nothing, and otherwise it closes and can be opened anew', async () => {
    const page = await present()
    const { window, slide } = await openConsole(page)
    for (const [key, ctrlKey] of [
      ['F5', false],
      ['r', true],
      ['R', true],
    ] as const) {
      const pressed = { key, ctrlKey, bubbles: true, cancelable: true }
      expect(await window.evaluate((init) => document.dispatchEvent(new KeyboardEvent('keydown', init)), pressed)).toBe(false)
    }
    await inView(slide, 'start')
    const closed = window.waitForEvent('close')
    // Behind a timer, since what is evaluated in a window that closes never answers.
    await window.evaluate(() => void setTimeout(() => location.reload()))
    await closed
    // A moment longer the browser finds the closed window by its name.
    await page.waitForTimeout(500)
    const again = await openConsole(page)
    await inView(again.slide, 'start')
  })

  it('stays when slides from a server are loaded again', async () => {
    const page = await present()
    const html = readFileSync(join(folder, 'deck.html'))
    await page.context().route('http://deck.test/**', (route) => route.fulfill({ contentType: 'text/html', body: html }))
    await page.goto('http://deck.test/')
    await page.waitForSelector('.step.active.present', { state: 'attached' })
    const { window, slide, text } = await openConsole(page)
    await window.locator('#timer', { hasText: '00m 01s' }).waitFor()
    await page.keyboard.press('End')
    await inView(slide, 'end')
    await page.reload()
    await page.locator('#end.active.present').waitFor({ state: 'attached' })
    await inView(slide, 'end')
    expect(await text('timer')).not.toBe('00m 00s')
    await window.keyboard.press('Home')
    await page.locator('#start.active').waitFor({ state: 'attached' })
    await inView(slide, 'start')
    await window.waitForTimeout(2200)
    expect(window.isClosed()).toBe(false)
    opened?.requests.splice(0)
  })

  it.each(['opens', 'asks for a click to open'])('%s again, with its time, when slides from the disk are loaded again', async (way) => {
    const page = await present()
    const first = await openConsole(page)
    await first.window.locator('#timer', { hasText: '00m 01s' }).waitFor()
    await page.keyboard.press('End')
    await inView(first.slide, 'end')
    if (way !== 'opens')
      await page.addInitScript(() => {
        const { open } = window
        window.open = () => {
          window.open = open
          return null
        }
      })
    const again = page.waitForEvent('popup')
    await page.reload()
    if (way !== 'opens') await page.locator('#impress-console-button').click()
    const second = await again
    await inView(second.frameLocator('#slideView'), 'end')
    expect(await second.locator('#timer').textContent()).not.toBe('00m 00s')
    expect(first.window.isClosed()).toBe(true)
    expect(page.context().pages()).toHaveLength(2)
    opened?.requests.splice(0)
  })

  it('opens at the start with auto-console', async () => {
    const page = await present(undefined, '\n:auto-console: true')
    const window = page.context().pages()[1] ?? (await page.context().waitForEvent('page'))
    await inView(window.frameLocator('#slideView'), 'start')
    // The previews open no consoles of their own.
    expect(page.context().pages()).toHaveLength(2)
  })

  it('asks for a click where the browser opens no window by itself', async () => {
    const page = await present()
    await page.evaluate(() => {
      const { open } = window
      window.open = () => {
        window.open = open
        return null
      }
    })
    await page.keyboard.press('p')
    const [popup] = await Promise.all([page.waitForEvent('popup'), page.locator('#impress-console-button').click()])
    await inView(popup.frameLocator('#slideView'), 'start')
    expect(await page.locator('#impress-console-button').count()).toBe(0)
  })
})
