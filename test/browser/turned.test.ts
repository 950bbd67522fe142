import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser, visit } from './browser.ts'
import { builtPage, goTo, settled, useStage } from './built-page.ts'
import { difference } from './pixels.ts'

const window = { width: 1280, height: 720 }
/** The slide's card without its edge. */
const card = { x: 72, y: 44, width: 1136, height: 632 }

const deck = (fields: string) => `:title: x

----

Before
======

* Text

----

:id: turned
${fields}

A title over it all, from one edge to the other
================================================

.. class:: substep

* Text, with a picture of its own colours: ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇

.. code:: python

   def area(radius: float) -> float:
       return pi * radius**2

----

:data-x: r3200
:data-rotate-x: 0
:data-rotate-y: 0
:data-rotate-z: 0
:data-scale: 1

After
=====

* Text
`

/** A slide's width beside the one before, if not said otherwise. */
const fieldsOf = (turns: Readonly<Record<string, number>>): string =>
  Object.entries({ x: 1600, ...turns })
    .map(([name, value]) => `:data-${name}: ${value}`)
    .join('\n')

const rotations: readonly Readonly<Record<string, number>>[] = [
  ...['rotate-x', 'rotate-y', 'rotate-z'].flatMap((axis) => [20, 30, 45, 60, 90, -37].map((angle) => ({ [axis]: angle }))),
  { 'rotate-x': 30, 'rotate-y': 40 },
  { 'rotate-x': 20, 'rotate-y': -50, 'rotate-z': 110 },
  { 'rotate-y': 30, scale: 2.5, x: 16000 },
]

const stage = useStage()

interface Shown {
  readonly page: Page
  readonly close: () => Promise<void>
}

async function show(browser: Browser, text: string, style = ''): Promise<Shown> {
  const { html, codes } = await builtPage('slides/turned.rst', text, stage.player)
  expect(codes).toEqual([])
  const { page, context } = await visit(
    browser,
    stage.write('turned.html', html.replace('</head>', `<style>${style}</style></head>`)),
    window,
  )
  await page.waitForSelector('.step.present')
  await goTo(page, 'turned')
  await settled(page)
  return { page, close: () => context.close() }
}

/** Where every slide is on the screen, and whether all that the shown one stands in is flat. */
const seen = (page: Page) =>
  page.evaluate(() => {
    const chain: DOMMatrix[] = []
    for (
      let element: Element | null = document.querySelector('.step.active');
      element && element !== document.body;
      element = element.parentElement
    )
      chain.unshift(new DOMMatrix(getComputedStyle(element).transform))
    const whole = chain.reduce((product, matrix) => product.multiply(matrix), new DOMMatrix())
    return {
      isFlat: chain.every(({ is2D }) => is2D) && whole.b === 0 && whole.c === 0,
      boxes: [...document.querySelectorAll('.step')].map((step) => {
        const { left, top, width, height } = step.getBoundingClientRect()
        return [left, top, width, height].map((value) => Math.round(value * 10) / 10)
      }),
    }
  })

describe.each([
  ['without a graphics card', false],
  ['as the browser starts by itself', true],
] as const)('a slide that is turned, %s', (_, gpu) => {
  let browser: Browser
  const upright = new Map<number, Buffer>()
  beforeAll(async () => {
    browser = await startBrowser({ gpu })
    for (const scale of [1, 2.5]) {
      const { page, close } = await show(browser, deck(fieldsOf({ x: 1600 * scale ** 3, scale })))
      upright.set(scale, await page.screenshot({ clip: card }))
      await close()
    }
  })
  afterAll(() => browser?.close())

  // Without a card browsers have other code than with one, here both have one of software: a few turns tell.
  const some = rotations.filter((_, index) => !gpu || index % 4 === 3)
  it.each(some.map((turns) => [JSON.stringify(turns), turns] as const))('looks as one that is not: %s', async (_, turns) => {
    const { page, close } = await show(browser, deck(fieldsOf(turns)))
    const wanted = upright.get(turns['scale'] ?? 1) as Buffer
    expect(await difference(browser, wanted, await page.screenshot({ clip: card }))).toBe(0)
    expect(await seen(page)).toMatchObject({ isFlat: true })
    await close()
  })
})

describe('a stage at rest', () => {
  const turned = fieldsOf({ 'rotate-x': 20, 'rotate-y': -50, 'rotate-z': 110, z: -300 })
  type Api = { goto: (step: string, ms?: number) => void; next: () => void; swipe: (share: number) => void }
  const impress = (page: Page, act: keyof Api, ...args: (string | number)[]) =>
    page.evaluate(
      ([name, given]) => {
        const api = (globalThis as unknown as { impress: () => Record<string, (...values: unknown[]) => void> }).impress()
        api[name]?.(...given)
      },
      [act, args] as const,
    )

  it('has every slide where it is when it moves', async () => {
    const { page, close } = await show(stage.browser, deck(turned))
    const { boxes } = await seen(page)
    // The least of a move: the camera has not left yet.
    await impress(page, 'swipe', 1e-9)
    const moving = await seen(page)
    expect(moving).toEqual({ isFlat: false, boxes })
    await impress(page, 'goto', 'turned', 0)
    await page.waitForFunction(() => getComputedStyle(document.querySelector('#impress > div') as Element).transform === 'none')
    expect(await seen(page)).toEqual({ isFlat: true, boxes })
    await close()
  })

  it('sets out from where it was', async () => {
    const { page, close } = await show(stage.browser, deck(turned))
    const { boxes } = await seen(page)
    await impress(page, 'goto', 'step-1', 1000)
    const at = (time: number) =>
      page.evaluate((milliseconds) => {
        for (const animation of document.getAnimations()) {
          animation.pause()
          animation.currentTime = milliseconds
        }
      }, time)
    await at(0)
    expect((await seen(page)).boxes).toEqual(boxes)
    await at(700)
    expect((await seen(page)).boxes).not.toEqual(boxes)
    await close()
  })

  it.each([
    ['a press of the key on the slide', (page: Page) => impress(page, 'next')],
    [
      'another size of the window and back',
      async (page: Page) => {
        await page.setViewportSize({ width: 900, height: 700 })
        await page.waitForFunction(() => /scale\(0\.6/.test(document.getElementById('impress')?.style.transform ?? ''))
        await page.setViewportSize(window)
        await page.waitForFunction(() => /scale\(0\.9/.test(document.getElementById('impress')?.style.transform ?? ''))
      },
    ],
  ] as const)('stays flat after %s', async (_, act) => {
    const { page, close } = await show(stage.browser, deck(turned))
    const before = await seen(page)
    await act(page)
    await settled(page)
    await page.waitForTimeout(100)
    expect(await seen(page)).toEqual(before)
    await close()
  })

  it('is at rest at once, whatever a style sheet has the slides take their time for', async () => {
    const { page, close } = await show(stage.browser, deck(turned), '.step { transition: all 3s }')
    const { boxes } = await seen(page)
    await impress(page, 'goto', 'step-3', 0)
    await page.waitForSelector('#step-3.present')
    await impress(page, 'goto', 'turned', 0)
    await page.waitForSelector('#turned.present')
    expect(await seen(page)).toEqual({ isFlat: true, boxes })
    await close()
  })

  it('shows what is nearer over what is further away, and what is in one plane in its order', async () => {
    // Each of the size of the window; the first is turned, so that none of them stands in the room of impress.js.
    const slide = (id: string, z: number) => `----\n\n:id: ${id}\n:data-x: 0\n:data-y: 0\n:data-z: ${z}\n:data-rotate-y: 0\n\n${id}\n`
    const text = `:title: x\n:theme: bare\n\n----\n\n:data-rotate-y: 40\n:data-x: 9000\n\nTurned\n\n${slide('near', 100)}\n${slide('turned', 0)}\n${slide('same', 0)}\n${slide('far', -100)}\n`
    const { page, close } = await show(stage.browser, text, '.step { height: 600px; background: #fff; pointer-events: auto !important }')
    const order = await page.evaluate(() => {
      // What is inert is found nowhere.
      for (const step of document.querySelectorAll('.step')) step.removeAttribute('inert')
      return document.elementsFromPoint(512, 384).flatMap(({ id, classList }) => (classList.contains('step') ? [id] : []))
    })
    expect(order).toEqual(['near', 'same', 'turned', 'far'])
    await close()
  })
})
