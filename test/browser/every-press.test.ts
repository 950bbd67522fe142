import { describe, expect, it } from 'vitest'
import { useStage } from './built-page.ts'
import { pause } from './engines/engine.ts'
import { engineNames, useEngines } from './engines/use-engines.ts'

const slide = (id: string, ...items: readonly string[]): string =>
  `----\n\n:id: ${id}\n:data-x: r2000\n:data-rotate-z: r20\n\n${id}\n\n.. class:: substep\n\n${items.map((item) => `* ${item}\n`).join('')}\n`

const deck = `:data-transition-duration: 500\n:skip-help: true\n\n----\n\n:id: one\n\none\n\n${slide('two', 'a', 'b')}${slide('three', 'c', 'd')}${slide('four', 'e', 'f')}`

const stage = useStage()

const engines = useEngines()

/** The shown slide, and what has come on it. */
const seen = (page: { evaluate(run: () => string): Promise<string> }): Promise<string> =>
  page.evaluate(() => {
    const step = document.querySelector('.step.active') as HTMLElement
    return [step.id, ...[...step.querySelectorAll('.substep-visible')].map(({ textContent }) => textContent)].join(' ')
  })

describe.each(engineNames)('%s', (name) => {
  it.each([60, 250, 700])('eight presses, %i ms apart, lead eight presses on, and as many back', async (gap) => {
    const page = await engines.open(name, deck)
    for (const [key, there] of [
      ['PageDown', 'four e'],
      ['ArrowLeft', 'one'],
    ] as const) {
      await page.press(key, 8, gap)
      await pause(900)
      expect(await seen(page)).toBe(there)
    }
    expect(await page.said()).toEqual([])
    await page.close()
  })
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
