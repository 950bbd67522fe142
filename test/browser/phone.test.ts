import { expect, it } from 'vitest'
import { builtPage, useStage } from './built-page.ts'

const stage = useStage()

it('a slide is inside the window of a phone, upright and across', async () => {
  const slides = ['', ':data-x: r1600\n', ':data-x: r1600\n'].map((field, index) => `----\n\n${field}\nSlide ${index}\n========\n`)
  const url = stage.write('deck.html', (await builtPage('deck.rst', slides.join('\n'), stage.player)).html)
  for (const [width, height] of [
    [390, 844],
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
