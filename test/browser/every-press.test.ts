import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { useStage } from './built-page.ts'

const slide = (id: string, ...items: readonly string[]): string =>
  `----\n\n:id: ${id}\n:data-x: r2000\n:data-rotate-z: r20\n\n${id}\n\n.. class:: substep\n\n${items.map((item) => `* ${item}\n`).join('')}\n`

const deck = `:data-transition-duration: 500\n:skip-help: true\n\n----\n\n:id: one\n\none\n\n${slide('two', 'a', 'b')}${slide('three', 'c', 'd')}${slide('four', 'e', 'f')}`

const stage = useStage()

/** The shown slide, and what has come on it. */
const seen = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const step = document.querySelector('.step.active') as HTMLElement
    return [step.id, ...[...step.querySelectorAll('.substep-visible')].map(({ textContent }) => textContent)].join(' ')
  })

it.each([20, 60, 250, 700])('eight presses, %i ms apart, lead eight presses on, and as many back', async (gap) => {
  const { page, context } = await stage.open('slides/every-press.rst', deck)
  for (const [key, there] of [
    ['ArrowRight', 'four e'],
    ['ArrowLeft', 'one'],
    ['PageDown', 'four e'],
  ] as const) {
    for (let count = 0; count < 8; count++) {
      await page.keyboard.press(key)
      await page.waitForTimeout(gap)
    }
    await page.waitForTimeout(900)
    expect(await seen(page)).toBe(there)
  }
  await context.close()
})

it('presses of both ways during moves come out even', async () => {
  const { page, context } = await stage.open('slides/every-press.rst', deck)
  for (const key of ['Right', 'Right', 'Left', 'Left', 'Right', 'Right', 'Right', 'Right', 'Left', 'Right', 'Right']) {
    await page.keyboard.press(`Arrow${key}`)
    await page.waitForTimeout(60)
  }
  await page.waitForTimeout(900)
  expect(await seen(page)).toBe('three c')
  await context.close()
})

it('a press right after arriving goes on, though the address tells of the arrival later', async () => {
  const { page, context } = await stage.open('slides/every-press.rst', deck)
  await page.evaluate(() => {
    const { impress } = window as unknown as { impress: () => { goto(id: string): void } }
    document.addEventListener('impress:stepenter', () => impress().goto('four'), { once: true })
  })
  await page.keyboard.press('ArrowRight')
  await page.waitForTimeout(1800)
  expect(await seen(page)).toBe('four')
  expect(new URL(page.url()).hash).toBe('#/four')
  // By hand it is followed.
  await page.evaluate(() => {
    location.hash = '#/two'
  })
  await page.waitForTimeout(900)
  expect(await seen(page)).toBe('two')
  await page.goBack()
  await page.waitForTimeout(900)
  expect(await seen(page)).toBe('four')
  await context.close()
})
