import type { Frame, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { goTo, settled, useStage } from './built-page.ts'

const deck = `:title: x

----

:id: first

First

----

:id: pods

.. svg:: k8s_architecture.svg
   :hide: *
   :steps: node1 | +node2 | -node1
   :alt: x
   :duration: 200ms

----

:id: kubelet

.. svg:: k8s_architecture.svg
   :from: previous
   :show: etcd
   :alt: x
   :duration: 200ms

----

:id: last

Last
`

const stage = useStage()
let page: Page
let url: string

beforeAll(async () => {
  const opened = await stage.open('slides/unfold.rst', deck)
  expect(opened.codes).toEqual([])
  ;({ page, url } = opened)
})

/** The slide that is shown and which of three parts are seen on it. */
const seen = (of: Page | Frame): Promise<string> =>
  of.evaluate(() => {
    const step = document.querySelector('.step.active') as HTMLElement
    const shown = ['node1', 'node2', 'etcd'].filter((name) => {
      const part = step.querySelector(`:is([id="${name}"]:not([data-source-id]),[data-source-id="${name}"])`)
      return part !== null && getComputedStyle(part).visibility === 'visible'
    })
    return [step.id, ...shown].join(' ')
  })

const walk: readonly (readonly [key: string, seen: string])[] = [
  ['ArrowRight', 'pods node1'],
  ['ArrowRight', 'pods node1 node2'],
  ['ArrowRight', 'pods node2'],
  ['ArrowRight', 'kubelet node2 etcd'],
  ['ArrowRight', 'last'],
  // Backwards each slide is as it was left, and each press takes back one.
  ['ArrowLeft', 'kubelet node2 etcd'],
  ['ArrowLeft', 'pods node2'],
  ['ArrowLeft', 'pods node1 node2'],
  ['ArrowLeft', 'pods node1'],
  ['ArrowLeft', 'first'],
  ['ArrowRight', 'pods node1'],
  ['ArrowRight', 'pods node1 node2'],
]

describe('a deck that unfolds a drawing', () => {
  it('goes forwards and backwards press by press', async () => {
    await goTo(page, 'first')
    const found: string[] = []
    for (const [key] of walk) {
      await page.keyboard.press(key)
      await page.waitForSelector('.step.active.present', { state: 'attached' })
      await settled(page)
      found.push(await seen(page))
    }
    expect(found).toEqual(walk.map(([, what]) => what))
  })

  it('starts a slide over where it is gone to by name', async () => {
    await goTo(page, 'last')
    await goTo(page, 'pods')
    await settled(page)
    expect(await seen(page)).toBe('pods node1')
  })

  it('changes at once where motion is to be reduced', async () => {
    const context = await stage.browser.newContext({ reducedMotion: 'reduce' })
    const still = await context.newPage()
    await still.goto(`${url}#/pods`)
    await still.waitForSelector('#pods.present')
    await still.keyboard.press('ArrowRight')
    const moving = () => document.getAnimations().filter(({ effect }) => (effect as KeyframeEffect).target?.closest('svg')).length
    expect(await still.evaluate(moving)).toBe(0)
    expect(await seen(still)).toBe('pods node1 node2')
    await context.close()
  })

  it('shows in the console what the slides’ window shows, and what it will show after the next press', async () => {
    const context = await stage.browser.newContext()
    const slides = await context.newPage()
    await slides.goto(`${url}#/pods`)
    await slides.waitForSelector('#pods.present')
    const [console] = await Promise.all([slides.waitForEvent('popup'), slides.keyboard.press('p')])
    const view = async (id: string): Promise<string> => {
      const frame = await (await console.locator(`#${id}`).elementHandle())?.contentFrame()
      return frame ? seen(frame) : ''
    }
    for (const [now, next] of [
      ['pods node1', 'pods node1 node2'],
      ['pods node1 node2', 'pods node2'],
      ['pods node2', undefined],
    ] as const) {
      await expect.poll(() => view('slideView')).toBe(now)
      if (next) await expect.poll(() => view('preView')).toBe(next)
      await slides.keyboard.press('ArrowRight')
    }
    await context.close()
  })

  it('shows where it ends where no script runs', async () => {
    const context = await stage.browser.newContext({ javaScriptEnabled: false })
    const plain = await context.newPage()
    await plain.goto(url)
    const html = await plain.content()
    expect(html).toMatch(/<g id="node1"[^>]* data-layer="off"/)
    expect(html).toMatch(/<g id="node2"[^>]* data-layer="on"/)
    for (const id of ['pods', 'kubelet']) {
      const step = await plain.locator(`#${id}`).boundingBox()
      const drawing = await plain.locator(`#${id} svg`).boundingBox()
      expect(drawing?.y).toBeGreaterThanOrEqual(step?.y ?? 0)
      expect((drawing?.y ?? 0) + (drawing?.height ?? 0)).toBeLessThanOrEqual((step?.y ?? 0) + (step?.height ?? 0))
    }
    await context.close()
  })
})
