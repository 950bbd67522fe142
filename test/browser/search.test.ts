import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { closeSilently, isOpen, lines, shown } from './around-deck.ts'
import { useStage } from './built-page.ts'

const stage = useStage()

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200"><g id="one"><text x="20" y="50">Quince</text></g><g id="two"><text x="20" y="120">Medlar</text></g></svg>`

const deck = `:data-transition-duration: 0
:skip-help: yes

----

:id: fruit

Apples
======

Pears are *sweet* and
rather juicy (mostly).

.. class:: substep

A plum

.. class:: substep

Another plum

.. note::

  Secret apricot

----

:id: drawn

.. svg:: drawing.svg
  :steps: one | + two

----

:id: code

::

${Array.from({ length: 80 }, (_, line) => `  line ${line}`).join('\n')}
  cherry
`

const find = async (page: Page, query: string): Promise<string[]> => {
  await page.keyboard.press('/')
  await page.keyboard.type(query)
  return lines(page)
}

const open = async () => {
  stage.write('drawing.svg', drawing)
  return stage.open(`${stage.folder}/deck.rst`, deck)
}

/** What of the window is marked as found: the text that is below the marks. */
const marked = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...(document.querySelector('deck-panels')?.shadowRoot?.querySelectorAll('.mark') ?? [])].map((mark) => {
      const { left, top, width, height } = mark.getBoundingClientRect()
      const { offsetNode: node } = document.caretPositionFromPoint(left + width / 2, top + height / 2) ?? {}
      return node?.textContent ?? ''
    }),
  )

describe('/', () => {
  it.each([
    ['sweet and', ['1 Pears are sweet and rather juicy (mostly). Apples']],
    ['JUICY pears', ['1 Pears are sweet and rather juicy (mostly). Apples']],
    ['(mostly).', ['1 Pears are sweet and rather juicy (mostly). Apples']],
    ['plum', ['1 A plum Apples', '1 Another plum Apples']],
    ['medlar', ['2 Medlar Quince Medlar']],
    ['apricot', []],
    ['apples pears', []],
  ])('%s finds %j', async (query, found) => {
    const opened = await open()
    expect(await find(opened.page, query)).toEqual(found)
    expect(await opened.page.locator('deck-panels p[role=status]').textContent()).toBe(found.length > 0 ? '' : 'Nothing found')
    await closeSilently(opened)
  })

  it.each([
    ['pears', 0, 'fruit/0', 'Pears are '],
    ['plum', 1, 'fruit/2', 'Another plum'],
    ['medlar', 0, 'drawn/1', 'Medlar'],
    ['quince', 0, 'drawn/0', 'Quince'],
    ['cherry', 0, 'code/0', 'cherry'],
  ])('goes to %s (%i), where it is seen: %s', async (query, down, place, text) => {
    const opened = await open()
    const { page } = opened
    await find(page, query)
    for (let press = 0; press < down; press++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => marked(page)).toEqual([expect.stringContaining(text)])
    expect(await shown(page)).toBe(place)
    expect(await page.evaluate(() => document.documentElement.scrollTop + document.body.scrollTop)).toBe(0)
    await page.keyboard.press('Home')
    await page.keyboard.press('End')
    expect(await marked(page)).toEqual([])
    await closeSilently(opened)
  })

  it('keeps what was sought for the next search, and its keys to itself', async () => {
    const opened = await open()
    const { page } = opened
    await find(page, 'plum b')
    await page.keyboard.press('Escape')
    await expect.poll(() => isOpen(page)).toBe(false)
    await page.keyboard.press('/')
    expect(await page.getByRole('combobox').inputValue()).toBe('plum b')
    await page.keyboard.type('juicy')
    expect(await page.getByRole('combobox').inputValue()).toBe('juicy')
    expect(await shown(page)).toBe('fruit/0')
    await closeSilently(opened)
  })
})
