import { describe, expect, it } from 'vitest'
import { closeSilently, isOpen, lines, shown } from './around-deck.ts'
import { visit } from './browser.ts'
import { builtPage, goTo, useStage } from './built-page.ts'

const stage = useStage()

const deck = `:data-transition-duration: 0
:skip-help: yes

----

:id: start

A *fine* beginning
==================

----

:id: größe-2

How :math:\`E = mc^2\` came
==========================

----

Only a paragraph, which is rather long and goes on for more than the list has room for in one of its lines.

.. note::

  A secret

----

:id: look
:slide-number: hold

----

:class: skip

Twelve apes
===========
`

const open = (text = deck) => stage.open('deck.rst', text)

describe('g', () => {
  it('lists the slides by number, title and id, without notes', async () => {
    const opened = await open()
    await opened.page.keyboard.press('g')
    expect(await lines(opened.page)).toEqual([
      '1 A fine beginning start',
      '2 How E=mc2 came größe-2',
      '3 Only a paragraph, which is rather long and goes on for more than the list has ro…',
      '3 look',
      '4 Twelve apes',
    ])
    await closeSilently(opened)
  })

  it.each([
    ['2', 'größe-2/0'],
    // The numbers that are shown come before the places.
    ['3', 'step-3/0'],
    ['4', 'step-5/0'],
    ['5', 'step-5/0'],
    ['GRÖSSE-2', 'start/0'],
    ['größe-2', 'größe-2/0'],
    ['apes twel', 'step-5/0'],
    ['paragraph', 'step-3/0'],
    ['99', 'start/0'],
    ['$[(', 'start/0'],
  ])('%s Enter goes to %s', async (typed, step) => {
    const opened = await open()
    await opened.page.keyboard.press('g')
    await opened.page.keyboard.type(typed)
    await opened.page.keyboard.press('Enter')
    await expect.poll(() => shown(opened.page), { timeout: 5000 }).toBe(step)
    await closeSilently(opened)
  })

  it('arrows and clicks choose, Escape gives up, and what is typed moves no slide', async () => {
    const opened = await open()
    const { page } = opened
    await goTo(page, 'größe-2')
    await page.keyboard.press('g')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => shown(page)).toBe('step-3/0')
    await page.keyboard.press('g')
    await page.keyboard.type(' b w f')
    expect(await page.locator('deck-panels p[role=status]').textContent()).toBe('No slide has this number, title or id')
    await page.keyboard.press('Escape')
    await expect.poll(() => isOpen(page)).toBe(false)
    expect(await shown(page)).toBe('step-3/0')
    await page.keyboard.press('g')
    await page.locator('deck-panels [role=option]').first().click()
    await expect.poll(() => shown(page)).toBe('start/0')
    await closeSilently(opened)
  })

  it('has names and a chosen line for screen readers', async () => {
    const opened = await open()
    const { page } = opened
    await page.keyboard.press('g')
    const input = page.getByRole('combobox', { name: 'Go to a slide: number, title or id' })
    await page.keyboard.press('ArrowDown')
    const id = await input.getAttribute('aria-activedescendant')
    expect(await page.locator(`deck-panels #${id}`).getAttribute('aria-selected')).toBe('true')
    expect(await page.getByRole('option', { selected: true }).textContent()).toContain('How')
    expect(await page.getByRole('dialog').count()).toBe(1)
    await closeSilently(opened)
  })

  it('finds one of a thousand slides at once', async () => {
    const slides = Array.from({ length: 1000 }, (_, index) => `----\n\nSlide called ${index + 1}\n======================\n`).join('\n')
    const opened = await open(`:data-transition-duration: 0\n:skip-help: yes\n\n${slides}`)
    const { page } = opened
    const time = await page.evaluate(async () => {
      const start = performance.now()
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'g', bubbles: true }))
      await new Promise(requestAnimationFrame)
      return performance.now() - start
    })
    // A second is slow; this takes a tenth of one on two cores.
    expect(time).toBeLessThan(1000)
    expect((await lines(page)).length).toBe(1000)
    await page.keyboard.type('called 987')
    await page.keyboard.press('Enter')
    await expect.poll(() => shown(page)).toBe('step-987/0')
    await closeSilently(opened)
  })

  it.each([
    ['one slide', '----\n\nAlone\n', 1],
    ['none', 'Nothing\n', 0],
  ])('in a deck of %s', async (_, text, count) => {
    const { html } = await builtPage('deck.rst', `:skip-help: yes\n\n${text}`, stage.player)
    const opened = await visit(stage.browser, stage.write('few.html', html))
    const { page } = opened
    await page.keyboard.press('g')
    expect(await lines(page)).toHaveLength(count)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await expect.poll(() => isOpen(page)).toBe(false)
    await closeSilently(opened)
  })
})
