import { expect, it } from 'vitest'
import { builtPage, goTo, useStage } from './built-page.ts'

const stage = useStage()

it('a slide is inside the window of a tablet upright and of a phone across', async () => {
  const slides = ['', ':data-x: r1600\n', ':data-x: r1600\n'].map((field, index) => `----\n\n${field}\nSlide ${index}\n========\n`)
  const url = stage.write('deck.html', (await builtPage('deck.rst', slides.join('\n'), stage.player)).html)
  for (const [width, height] of [
    [600, 900],
    [844, 390],
  ] as const) {
    const context = await stage.browser.newContext({ viewport: { width, height }, isMobile: true, hasTouch: true })
    const page = await context.newPage()
    await page.goto(url)
    await page.waitForSelector('.impress-enabled .step.active.present')
    const box = await page.locator('.step.active').boundingBox()
    expect(box?.x).toBeGreaterThan(0)
    expect(box?.y).toBeGreaterThan(0)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThan(width)
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(height)
    expect(await page.evaluate(() => innerWidth)).toBe(width)
    await context.close()
  }
})

it('a slide that stands in front of the one that is looked at is out of the way', async () => {
  const places = [
    ['front', ':data-x: 0\n:data-z: 0'],
    ['behind', ':data-x: 0\n:data-z: -1500'],
    ['beside', ':data-x: 2000\n:data-z: -1500'],
    ['near', ':data-x: -900\n:data-z: -1200'],
    ['overview', ':data-x: 0\n:data-z: -2500\n:data-scale: 8'],
  ]
  const deck = places.map(([id, place]) => `----\n\n:id: ${id}\n${place}\n\nText of ${id}\n`).join('\n')
  const { page, context } = await stage.open('deck.rst', `:data-width: 2160\n\n${deck}`, { width: 602, height: 1303 })
  const marked = () => page.$$eval('.covers-active', (steps) => steps.map(({ id }) => id))
  for (const [id, covering] of [
    ['front', []],
    ['behind', ['front', 'near']],
    ['beside', []],
    ['near', ['front']],
    ['overview', []],
  ] as const) {
    await goTo(page, id)
    expect(await marked(), id).toEqual(covering)
  }
  // In a low window the camera stands nearer, before what is in front.
  await page.setViewportSize({ width: 2160, height: 800 })
  await goTo(page, 'behind')
  expect(await marked()).toEqual(['near'])
  await context.close()
})
