import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { consoleKeys, slideKeys } from '../../src/player/key-table.ts'
import { consoleIn, inView, openConsole, slides, useTalk } from './console-deck.ts'

const talk = useTalk()
writeFileSync(join(talk.folder, 'console.css'), '#impressconsole #notes { color: rgb(201, 202, 203) }')
writeFileSync(join(talk.folder, 'preview.css'), '.step { color: rgb(4, 5, 6) }')

const fields = ':data-transition-duration: 0\n:css-console: console.css\n:css-preview: preview.css'
const present = (text = slides, more = ''): Promise<Page> => talk.present(`${fields}${more}\n${text}`)

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

  it('shows the next press as it will look, and passes slides that are skipped', async () => {
    const page = await present()
    const { slide, next, text } = await openConsole(page)
    await inView(slide, 'start')
    await inView(next, 'zweite-€', 0)
    expect([await text('slide'), await text('presses')]).toEqual(['1 / 4', ''])
    await page.keyboard.press('ArrowRight')
    await inView(slide, 'zweite-€', 0)
    await inView(next, 'zweite-€', 1)
    expect(await text('notes')).toBe('No notes for this step')
    expect([await text('slide'), await text('presses'), await text('blocker')]).toEqual(['2 / 4', '2 presses left', 'Next: press 1 of 2'])
    await page.keyboard.press('ArrowRight')
    await inView(slide, 'zweite-€', 1)
    await inView(next, 'zweite-€', 2)
    await page.keyboard.press('ArrowRight')
    await inView(slide, 'zweite-€', 2)
    await inView(next, 'end')
    expect(await text('presses')).toBe('Last press')
    await page.keyboard.press('End')
    await inView(slide, 'end')
    await inView(next, 'start')
    expect(await text('blocker')).toBe('Restart')
    await page.keyboard.press('ArrowLeft')
    await inView(slide, 'zweite-€', 2)
    await inView(next, 'end')
  })

  it('shows the slide at once where the slides go faster than the views', async () => {
    const page = await present()
    const { slide, next } = await openConsole(page)
    await inView(slide, 'start')
    for (const key of ['ArrowRight', 'ArrowRight', 'End', 'Home', 'ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key)
    await inView(slide, 'zweite-€', 2)
    await inView(next, 'end')
  })

  it('loads the deck once', async () => {
    const page = await present()
    const { context } = talk.visit
    const asked: string[] = []
    context.on('request', (request) => asked.push(request.url().replace(/^.*\//, '')))
    const { window, slide, next } = await openConsole(page)
    await inView(slide, 'start')
    await inView(next, 'zweite-€')
    expect(asked).toEqual(['deck.html?console'])
    // The copy holds no more than is seen, and no script.
    const frame = window.frame({ url: /^about:blank/ }) ?? window.frames().find((one) => one.name() === '')
    expect(frame).toBeDefined()
    expect(
      await slide.locator('.step').evaluateAll((steps) => steps.map(({ id, childElementCount }) => `${id} ${childElementCount}`)),
    ).toEqual(['start 4', 'zweite-€ 0', 'step-3 0', 'end 0'])
    expect(await slide.locator('script').count()).toBe(0)
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
      document.addEventListener('keydown', ({ key }) => key !== 'Shift' && key !== 'Control' && passed.push(key), true)
    })
    const others = ['x', 'Tab', 'Shift+Tab', 'Control+ArrowRight', 'Alt+x', 'Shift+ArrowRight']
    const keys = [...slideKeys.flatMap((row) => row.keys), ...consoleKeys.flatMap((row) => row.keys), ...others]
    for (const key of keys) {
      await window.keyboard.press(key)
      // What takes what is typed would take the next key too.
      await window.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    }
    const passed = [...slideKeys.flatMap((row) => (row.fromConsole === true ? row.keys : [])), 'x', 'Shift+ArrowRight']
    const written = passed.map((key) => (/Space$/.test(key) ? ' ' : key.replace(/^(?:Shift|Control)\+/, '')))
    await expect.poll(() => page.evaluate(() => (globalThis as unknown as { passed: string[] }).passed)).toEqual(written)
  })

  it('goes on with Enter, and leaves Enter and Space to a button that has the focus', async () => {
    const page = await present()
    const { window, slide } = await openConsole(page)
    await inView(slide, 'start')
    await window.keyboard.press('Enter')
    await inView(slide, 'zweite-€')
    await window.locator('#prev a').focus()
    await window.keyboard.press('Enter')
    await inView(slide, 'start')
    await window.locator('#next a').focus()
    await window.keyboard.press(' ')
    await inView(slide, 'zweite-€', 0)
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
    expect(await window.locator('#notes').evaluate(colour)).toBe('rgb(201, 202, 203)')
    expect(await slide.locator('#start').evaluate(colour)).toBe('rgb(4, 5, 6)')
    expect(await page.locator('#start').evaluate(colour)).not.toBe('rgb(4, 5, 6)')
    expect(await slide.locator('body').getAttribute('class')).toContain('impress-console')
    expect(await slide.locator('#impress-help').count()).toBe(0)
  })

  it('previews do not play by themselves', async () => {
    const page = await present(slides.replace(':id: start', ':id: start\n:data-autoplay: 600'))
    const { slide, next } = await openConsole(page)
    expect(await page.locator('[data-autoplay]').count()).toBe(1)
    await inView(next, 'zweite-€')
    expect(await slide.locator('[data-autoplay]').count()).toBe(0)
  })

  it('is opened once', async () => {
    const page = await present()
    await openConsole(page)
    await page.keyboard.press('p')
    await page.waitForTimeout(300)
    expect(page.context().pages()).toHaveLength(2)
  })

  it('says that the slides are closed, and keeps the notes', async () => {
    const page = await present()
    const { window, text } = await openConsole(page)
    expect(await text('status')).toBe('Ready')
    await page.close()
    await window.locator('body.gone').waitFor({ state: 'attached' })
    expect(await text('status')).toBe('The slides are closed')
    expect(await text('notes')).toMatch(/First note/)
    for (const key of ['ArrowRight', 'b', '3', 'Enter', 'r']) await window.keyboard.press(key)
    expect(await text('notes')).toMatch(/First note/)
  })

  it.each(['file', 'server'])('outlives that either window is loaded again (from a %s)', async (from) => {
    const page = await present()
    if (from === 'server') {
      const body = readFileSync(join(talk.folder, 'deck.html'))
      await page.context().route('http://deck.test/**', (route) => route.fulfill({ contentType: 'text/html', body }))
      await page.goto('http://deck.test/')
      await page.waitForSelector('.step.active.present', { state: 'attached' })
    }
    const { window, slide, text } = await openConsole(page)
    await window.locator('#timer', { hasText: '00m 01s' }).waitFor()
    await page.keyboard.press('End')
    await inView(slide, 'end')
    await page.reload()
    await page.locator('#end.active.present').waitFor({ state: 'attached' })
    await window.keyboard.press('Home')
    await page.locator('#start.active').waitFor({ state: 'attached' })
    await inView(slide, 'start')
    expect(await text('timer')).not.toBe('00m 00s')
    await window.reload()
    const again = consoleIn(window)
    await inView(again.slide, 'start')
    await window.keyboard.press('ArrowRight')
    await inView(again.slide, 'zweite-€')
    expect(await again.text('timer')).not.toBe('00m 00s')
    await page.keyboard.press('p')
    await page.waitForTimeout(300)
    expect(page.context().pages()).toHaveLength(2)
    talk.visit.requests.splice(0)
  })

  it('says that there are no slides where its address was opened by hand', async () => {
    const page = await present()
    await page.goto(`${page.url().replace(/#.*$/, '')}?console`)
    await page.locator('body.gone').waitFor({ state: 'attached' })
    expect(await page.locator('#status').textContent()).toBe('The slides are closed')
    talk.visit.requests.splice(0)
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
