import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { builtPage, goTo, useStage } from './built-page.ts'

const stage = useStage()

const substep = (text: string): string => `.. class:: substep\n\n${text}\n`
const deckOf = (count: number): string =>
  `----\n\nFirst\n\n----\n\n:id: two\n\nText\n\n${['a', 'b', 'c'].slice(0, count).map(substep).join('\n')}\n----\n\nLast\n`

const placeOf = (page: Page): Promise<string> =>
  page.evaluate(() => `${document.querySelector('.step.active')?.id} ${document.querySelectorAll('.step.active .substep-visible').length}`)

it.each([
  ['nothing shown', 0, 3, 'two 0'],
  ['two of three substeps shown', 2, 3, 'two 2'],
  ['all shown', 3, 3, 'two 3'],
  ['more shown than the changed deck has', 3, 1, 'two 1'],
  ['some shown where the changed deck has none', 2, 0, 'two 0'],
])('a page that is loaded again is at the same place: %s', async (_, presses, after, place) => {
  const { page, context } = await stage.open('deck.rst', deckOf(3))
  await goTo(page, 'two')
  for (let press = 0; press < presses; press++) await page.keyboard.press('ArrowRight')
  expect(await placeOf(page)).toBe(`two ${presses}`)
  stage.write('deck.html', (await builtPage('deck.rst', deckOf(after), stage.player)).html)
  await page.reload()
  await page.waitForFunction(() => document.querySelector('.step.active.present'))
  // What was shown is shown again right after the slide is entered.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 0)))
  expect(await placeOf(page)).toBe(place)
  await context.close()
})
