import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { useStage } from './built-page.ts'
import { coloursIn } from './pixels.ts'

const stage = useStage()

const deck = `:data-transition-duration: 0
:skip-help: yes

----

:id: a

Words

.. class:: substep

More

----

:id: b
:data-x: r2000
:data-scale: 3

End
`

/** One draws on what stands still. */
const arrived = (page: Page, id: string) => page.waitForSelector(`#${id}.present`, { state: 'attached' })

const open = async () => {
  const opened = await stage.open('slides/pointing.rst', deck, { width: 1000, height: 700 })
  await arrived(opened.page, 'a')
  return opened
}

/** The lines that are seen on a slide: how many, and where they are in the window. */
const lines = (page: Page, id: string): Promise<number[][]> =>
  page.evaluate((name) => {
    const paths = document.getElementById(name)?.shadowRoot?.querySelectorAll('path') ?? []
    return [...paths].map((path) => {
      const { left, top, right, bottom } = path.getBoundingClientRect()
      return [left, top, right, bottom].map(Math.round)
    })
  }, id)

const draw = async (page: Page, from: readonly [number, number], to: readonly [number, number]): Promise<void> => {
  await page.mouse.move(...from)
  await page.mouse.down()
  await page.mouse.move(...to, { steps: 5 })
  await page.mouse.up()
}

it('draws where the pointer goes, on the slide and for the press that it was drawn at', async () => {
  const { page, context, console } = await open()
  await page.keyboard.press('d')
  await draw(page, [300, 200], [500, 300])
  expect(await lines(page, 'a')).toEqual([[300, 200, 500, 300]])
  await page.keyboard.press('ArrowRight')
  await draw(page, [300, 400], [400, 400])
  expect(await lines(page, 'a')).toHaveLength(2)
  await page.keyboard.press('ArrowLeft')
  expect(await lines(page, 'a')).toHaveLength(1)
  await page.keyboard.press('End')
  await arrived(page, 'b')
  await draw(page, [300, 200], [500, 300])
  expect(await lines(page, 'b')).toEqual([[300, 200, 500, 300]])
  await page.keyboard.press('Home')
  await page.setViewportSize({ width: 750, height: 525 })
  await expect.poll(() => lines(page, 'a')).toEqual([[225, 150, 375, 225]])
  expect(console).toEqual([])
  await context.close()
})

it('keeps lines when the page is loaded again, takes them back one by one or all, and leaves them off paper', async () => {
  const { page, context } = await open()
  await page.keyboard.press('d')
  for (const y of [200, 300, 400]) await draw(page, [300, y], [500, y])
  await page.reload()
  await page.waitForSelector('.step.active')
  expect(await lines(page, 'a')).toHaveLength(3)
  const red = async () => await coloursIn(stage.browser, await page.screenshot({ clip: { x: 380, y: 150, width: 40, height: 300 } }))
  expect(await red()).toBeGreaterThan(1)
  await page.emulateMedia({ media: 'print' })
  expect(
    await page.evaluate(() => {
      const paper = document.getElementById('a')?.shadowRoot?.querySelector('svg')
      return paper && getComputedStyle(paper).display
    }),
  ).toBe('none')
  await page.emulateMedia({ media: 'screen' })
  await page.keyboard.press('Control+z')
  expect(await lines(page, 'a')).toHaveLength(2)
  await page.keyboard.press('Delete')
  expect(await lines(page, 'a')).toEqual([])
  await context.close()
})

it('points with a dot that presses nothing, until Escape', async () => {
  const { page, context } = await open()
  const dot = () =>
    page.evaluate(() => {
      const found = document.querySelector('deck-panels')?.shadowRoot?.querySelector('.dot')?.getBoundingClientRect()
      return found && [Math.round(found.left + found.width / 2), Math.round(found.top + found.height / 2)]
    })
  await page.keyboard.press('l')
  await page.mouse.move(400, 250)
  expect(await dot()).toEqual([400, 250])
  await page.mouse.click(420, 260)
  expect(await dot()).toEqual([420, 260])
  expect(await page.evaluate(() => location.hash)).toMatch(/^(#\/a)?$/)
  await page.keyboard.press('Escape')
  expect(await dot()).toBeUndefined()
  await context.close()
})
