import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { visit } from '../browser/browser.ts'
import { builtPage, goTo, useStage } from './built-page.ts'

const stage = useStage()
const phone = { width: 390, height: 844 }
const laptop = { width: 1280, height: 800 }

const slide = (id: string, body: string): string => `----\n\n:id: ${id}\n\n${body}\n`
const text = 'A line of the talk that is long enough to go on. '.repeat(12)
const deck = `:title: Talk
:data-transition-duration: 0
:skip-help: true

.. header:: Top

.. footer:: Bottom

${slide('first', `First\n=====\n\n${text}\n\nTo \`the third <#third>\`_ and \`the line <#/second>\`_.\n\n.. note:: Said aloud`)}
${slide('second', `Second\n======\n\n.. class:: substep\n\n* one\n* two\n\n${text}`)}
${slide('third', `Third\n=====\n\n.. code:: text\n\n   ${'wide '.repeat(60)}\n\n${text}`)}
${slide('fourth', `Fourth\n======\n\n${text}\n\n${text}`)}
`

const open = async (viewport: { width: number; height: number }, query = '', source = deck) => {
  const { html } = await builtPage('deck.rst', source, stage.player)
  const opened = await visit(stage.browser, stage.write('deck.html', html) + query, viewport)
  await opened.page.waitForSelector('.step.active')
  return opened
}

const tops = (page: Page): Promise<number[]> => page.$$eval('.step', (steps) => steps.map((step) => step.getBoundingClientRect().top))
const isStage = (page: Page): Promise<boolean> => page.evaluate(() => document.body.classList.contains('impress-enabled'))
const sideways = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
const start = (page: Page, id: string): Promise<number> =>
  page.evaluate((step) => document.getElementById(step)?.getBoundingClientRect().top ?? -1, id)

describe('the reading view', () => {
  it.each([
    ['in a narrow window', phone, ''],
    ['with ?read in a wide one', laptop, '?read'],
  ])('has all slides in order, %s', async (_, viewport, query) => {
    const { page, context, console } = await open(viewport, query)
    const found = await tops(page)
    expect(found).toEqual(found.toSorted((a, b) => a - b))
    expect(new Set(found).size).toBe(4)
    expect(await sideways(page)).toBe(0)
    const shown = await page.$$eval('.substep', (all) => all.map((element) => getComputedStyle(element).opacity))
    expect(shown).toEqual(['1', '1'])
    expect(await page.locator('[inert]').count()).toBe(0)
    const [top, bottom] = [await page.locator('body > .header').boundingBox(), await page.locator('body > .footer').boundingBox()]
    expect(top?.y).toBeLessThan(found[0] as number)
    expect(bottom?.y).toBeGreaterThan(found[3] as number)
    const code = await page.$eval('pre', (pre) => ({
      overflows: pre.scrollWidth > pre.clientWidth,
      width: pre.getBoundingClientRect().width,
    }))
    expect(code.overflows).toBe(true)
    expect(code.width).toBeLessThan(viewport.width)
    const size = await page.$eval('#second li', (item) => item.getBoundingClientRect().height)
    expect(size).toBeGreaterThan(18)
    expect(size).toBeLessThan(36)
    expect(console).toEqual([])
    await context.close()
  })

  it('has notes on demand, where they were for whom asks for them on the stage', async () => {
    const { page, context } = await open(phone)
    const said = page.getByText('Said aloud')
    expect(await said.isVisible()).toBe(false)
    await page.getByText('Notes').click()
    expect(await said.isVisible()).toBe(true)
    await page.setViewportSize(laptop)
    await page.waitForSelector('.impress-enabled')
    expect(await said.isVisible()).toBe(false)
    expect(await page.$eval('.notes', ({ innerHTML }) => innerHTML)).toBe('<p>Said aloud</p>')
    await context.close()
  })

  it('leaves a phone that lies across its slides, and a preview and a page in a page too', async () => {
    const { page, context } = await open({ width: 844, height: 390 })
    expect(await isStage(page)).toBe(true)
    await page.setContent(`<iframe src="${page.url()}" width="500" height="300"></iframe>`)
    const frame = stage.write('frame.html', `<iframe src="deck.html" width="500" height="300"></iframe>`)
    await page.goto(frame)
    expect(await page.frameLocator('iframe').locator('body.impress-enabled').count()).toBe(1)
    await context.close()
  })

  it('keeps the place when the window becomes narrow, and when it becomes wide again', async () => {
    const { page, context } = await open(laptop)
    await goTo(page, 'third')
    await page.setViewportSize(phone)
    await page.waitForSelector('body.reading')
    expect(Math.abs(await start(page, 'third'))).toBeLessThan(2)
    await page.evaluate(() => document.getElementById('second')?.scrollIntoView())
    await page.setViewportSize(laptop)
    await page.waitForSelector('.impress-enabled #second.active.present')
    expect(await page.evaluate(() => [scrollY, getComputedStyle(document.body).overflow])).toEqual([0, 'hidden'])
    await context.close()
  })

  it('goes where the address and links say, and the address follows what is read', async () => {
    const { page, context } = await open(phone, '#/third')
    expect(Math.abs(await start(page, 'third'))).toBeLessThan(2)
    await page.evaluate(() => scrollTo(0, 0))
    await page.waitForFunction(() => location.hash === '#/first')
    await page.getByText('the third').click()
    expect(Math.abs(await start(page, 'third'))).toBeLessThan(2)
    await page.goBack()
    await expect.poll(() => start(page, 'first')).toBeGreaterThan(-2)
    await page.getByText('the line').click()
    await expect.poll(() => start(page, 'second')).toBeCloseTo(0, 0)
    await page.evaluate(() => {
      location.hash = '#/fourth'
    })
    await expect.poll(() => start(page, 'fourth')).toBeCloseTo(0, 0)
    await context.close()
  })

  it('is scrolled by keys and stays where it is at a click', async () => {
    const { page, context } = await open(phone)
    await page.keyboard.press('Space')
    await page.waitForFunction(() => scrollY > 200)
    await page.waitForTimeout(300)
    const before = await page.evaluate(() => scrollY)
    await page.mouse.click(200, 600)
    expect(await page.evaluate(() => scrollY)).toBe(before)
    await context.close()
  })

  it('is slides on paper', async () => {
    const { page, context } = await open(phone)
    await page.emulateMedia({ media: 'print' })
    await expect.poll(() => isStage(page)).toBe(true)
    await page.emulateMedia({ media: 'screen' })
    await expect.poll(() => isStage(page)).toBe(false)
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    expect(await isStage(page)).toBe(true)
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    expect(await isStage(page)).toBe(false)
    await context.close()
  })

  it('shows a slide whose parts stand in fixed places as it is, and a drawing that is moved as far as it is seen', async () => {
    const css = '<style>#placed p { position: absolute; left: 700px; top: 300px } #moved svg { position: relative; left: -500px }</style>'
    const svg = '<svg viewBox="0 0 1000 300" width="1000"><rect id="part" x="600" y="100" width="200" height="100"/></svg>'
    const { page, context } = await open(
      phone,
      '',
      `${slide('placed', `.. raw:: html\n\n   ${css}\n\nFar away`)}\n${slide('moved', `.. raw:: html\n\n   ${svg}\n\nText`)}`,
    )
    const inside = async (selector: string) => {
      const box = await page.locator(selector).boundingBox()
      expect(box?.x).toBeGreaterThanOrEqual(0)
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(phone.width)
      return box?.width ?? 0
    }
    await inside('#placed p')
    expect(await inside('#part')).toBeGreaterThan(250)
    expect(await sideways(page)).toBe(0)
    await page.setViewportSize(laptop)
    await page.waitForSelector('.impress-enabled')
    expect(await page.getAttribute('#moved svg', 'viewBox')).toBe('0 0 1000 300')
    await context.close()
  })

  it.each(['container-orchestration.rst', 'architecture.rst', 'tour.rst', 'tour.md'])(
    'has no slide of %s wider than a phone',
    async (name) => {
      const path = resolve('slides', name)
      const { html } = await builtPage(path, readFileSync(path, 'utf8'), stage.player)
      for (const viewport of [phone, { width: 320, height: 640 }]) {
        const { page, context, console } = await visit(stage.browser, stage.write('deck.html', html), viewport)
        expect(await sideways(page)).toBe(0)
        expect(await page.locator('.read-whole, .read-wide').count()).toBe(0)
        expect(console).toEqual([])
        await context.close()
      }
    },
  )
})
