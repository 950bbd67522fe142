import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { builtPage, useStage } from './built-page.ts'

const stage = useStage()

const deck = `:data-transition-duration: 0
:skip-help: yes

----

:id: start

Begin
=====

----

:id: turned
:data-x: r3000
:data-z: r500
:data-rotate-y: 80
:data-rotate-z: 170

Turned
======

Words

.. class:: substep

Later

----

:id: small
:data-scale: 0.1

Small
=====

Words

----

:id: part

Part two
========

----

:id: end

End
===

Words
`

const open = async (text = deck) => {
  const opened = await stage.open('slides/overview.rst', text, { width: 1280, height: 800 })
  await opened.page.keyboard.press('o')
  return opened
}

/** Of each slide, and of the button that is for it: left, top, right and bottom, whole px of the window. */
const boxes = (page: Page): Promise<{ readonly slides: number[][]; readonly buttons: number[][]; readonly titles: string[] }> =>
  page.evaluate(async () => {
    await Promise.all(document.getAnimations().map(({ finished }) => finished))
    const box = (element: Element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect()
      return [left, top, right, bottom].map(Math.round)
    }
    const panel = document.querySelector('deck-panels')?.shadowRoot?.querySelector('.overview')
    return {
      slides: [...document.querySelectorAll('#impress .step')].map(box),
      buttons: [...(panel?.querySelectorAll('button') ?? [])].map(box),
      titles: [...(panel?.querySelectorAll('div') ?? [])].map(({ textContent }) => textContent ?? ''),
    }
  })

const shown = (page: Page): Promise<string | undefined> => page.evaluate(() => document.querySelector('.step.active')?.id)
const isOpen = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.querySelector('deck-panels')?.shadowRoot?.querySelector('.overview') instanceof HTMLElement)

it('shows all slides upright in the window, each under the button that goes there, with the titles of sections', async () => {
  const { page, context, console } = await open()
  const { slides, buttons, titles } = await boxes(page)
  expect(slides).toHaveLength(5)
  for (const [index, box] of slides.entries()) {
    const [left = -1, top = -1, right = 9999, bottom = 9999] = box
    expect([left >= 0, top >= 0, right <= 1280, bottom <= 800, right - left > 100]).toEqual([true, true, true, true, true])
    for (const [side, value] of box.entries()) expect(Math.abs(value - (buttons[index]?.[side] ?? 0))).toBeLessThanOrEqual(1)
  }
  expect(titles).toEqual(['Begin', 'Part two'])
  expect(console).toEqual([])
  await context.close()
})

it('goes to what arrows and Enter choose, and back with Escape', async () => {
  const { page, context } = await open()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect.poll(() => shown(page)).toBe('turned')
  await page.keyboard.press('o')
  await page.keyboard.press('End')
  await page.keyboard.press('Escape')
  await expect.poll(() => isOpen(page)).toBe(false)
  expect(await shown(page)).toBe('turned')
  // The slides are where they were: its substep comes next.
  await page.keyboard.press('ArrowRight')
  expect(await page.evaluate(() => document.querySelector('#turned .substep-visible')?.textContent)).toBe('Later')
  await context.close()
})

it('goes to what is clicked', async () => {
  const { page, context } = await open()
  const [left = 0, top = 0] = (await boxes(page)).slides[4] ?? []
  await page.mouse.click(left + 20, top + 20)
  await expect.poll(() => shown(page)).toBe('end')
  await expect.poll(() => isOpen(page)).toBe(false)
  const box = await page.evaluate(async () => {
    await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {})))
    const { left: x, right } = document.querySelector('#end')?.getBoundingClientRect() ?? { left: 0, right: 0 }
    return [x, right]
  })
  expect((box[0] ?? 0) + (box[1] ?? 0)).toBeCloseTo(1280, 0)
  expect((box[1] ?? 0) - (box[0] ?? 0)).toBeGreaterThan(800)
  await context.close()
})

it.each([
  ['one slide', '----\n\nAlone\n', 1],
  ['none', '', 0],
])('opens for a deck of %s', async (_, text, count) => {
  const { html } = await builtPage('slides/few.rst', text, stage.player)
  const context = await stage.browser.newContext()
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  await page.goto(stage.write('few.html', html))
  await page.waitForSelector('.impress-enabled')
  await page.keyboard.press('o')
  await expect.poll(() => isOpen(page)).toBe(count > 0)
  expect(errors).toEqual([])
  await context.close()
})
