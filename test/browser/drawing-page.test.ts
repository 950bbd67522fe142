import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { goTo, settled, useStage } from './built-page.ts'
import { colouredPixels } from './pixels.ts'

/** A page of 200 × 100 with green corners, and red beside it on all sides. */
const inside =
  '<g fill="#0f0"><path d="M0 0h20v20h-20z"/><path d="M180 0h20v20h-20z"/><path d="M0 80h20v20h-20z"/><path d="M180 80h20v20h-20z"/></g>' +
  '<g fill="#f00"><path d="M-90 -90h380v86h-380z"/><path d="M-90 104h380v86h-380z"/><path d="M-90 -90h86v280h-86z"/><path d="M204 -90h86v280h-86z"/></g><path id="middle" fill="none" d="M80 30h40v40h-40z"/>'
const svg = (attributes: string) => `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`
const page = 'viewBox="0 0 200 100"'

const stage = useStage()

async function show(
  drawing: string,
  options: string,
  front = '',
): Promise<{ red: number; green: number; close: () => Promise<void>; page: Page }> {
  writeFileSync(join(stage.folder, 'a.svg'), drawing)
  const inclusion = `.. svg:: a.svg\n   :alt: x\n${options
    .split(' :')
    .map((option, index) => (option === '' ? '' : `   ${index > 0 ? ':' : ''}${option}\n`))
    .join('')}`
  const { page, codes, context } = await stage.open(
    join(stage.folder, 'deck.rst'),
    `:title: x\n${front}\n----\n\n${inclusion}\n----\n\n:id: two\n:data-x: r9000\n\n${inclusion}`,
    { width: 1400, height: 800 },
  )
  expect(codes).toEqual([])
  await goTo(page, 'two')
  await settled(page)
  const counted = await colouredPixels(page, ['#f00', '#0f0'])
  return { red: counted[0] ?? 0, green: counted[1] ?? 0, page, close: () => context.close() }
}

/** Drawing, options, and what a px of the drawing is on the screen. */
const cases: readonly (readonly [drawing: string, options: string, scale: number])[] = [
  [page, '', 5.56],
  [page, ':width: 900', 4.5],
  [page, ':width: 900 :height: 200', 2],
  [page, ':width: 400 :height: 400', 2],
  [page, ':width: 30em :height: 200', 2],
  [page, ':width: 10em :height: 8em', 1.6],
  [page, ':width: 100% :height: 200', 2],
  [page, ':width: 400 :height: 50%', 2],
  [page, ':height: 200', 2],
  [page, ':fit: contain', 6.39],
  [page, ':fit: contain :height: 200', 2],
  [`${page} preserveAspectRatio="xMinYMax meet"`, ':width: 900 :height: 200', 2],
  [`${page} preserveAspectRatio="xMaxYMin"`, ':width: 400 :height: 400', 2],
  [`${page} preserveAspectRatio="xMinYMin"`, ':fit: contain', 6.39],
  [`${page} width="600" height="100"`, ':width: 900', 1.5],
  [`${page} width="600" height="100"`, '', 1],
  ['width="200" height="100"', ':width: 900 :height: 200', 2],
]

describe('a drawing in a box of another shape', () => {
  it.each(cases)('shows its page and nothing beside it: %s %s', async (attributes, options, scale) => {
    const { red, green, close } = await show(svg(attributes), options)
    expect(red).toBe(0)
    // Four corners of 20 × 20, whole.
    expect(Math.abs(green - 1600 * scale ** 2) / (1600 * scale ** 2)).toBeLessThan(0.03)
    await close()
  })

  it.each(['default', 'dark'])('shows all there is where it is to, in the theme %s', async (theme) => {
    for (const options of [':width: 400 :height: 100', ':width: 300', ':fit: contain :height: 100']) {
      const { red, green, close } = await show(svg(page), `${options} :overflow: visible`, `:theme: ${theme}\n`)
      expect(red).toBeGreaterThan(5 * green)
      await close()
    }
  })

  it('is not cut where the file itself hangs over', async () => {
    const { red, close } = await show(svg(`${page} overflow="visible" style="overflow:visible"`), ':width: 400 :height: 100')
    expect(red).toBe(0)
    await close()
  })

  it('shows the part that its view is cut to alone', async () => {
    const all = svg(page).replace('fill="none"', 'fill="#0f0"')
    for (const options of [':zoom: middle :width: 900 :height: 200', ':zoom: middle :width: 900', ':zoom: middle :fit: contain']) {
      const { page: shown, green, close } = await show(all, options)
      const box = await shown.$eval('#two [data-source-id=middle]', (part) => part.getBoundingClientRect().toJSON())
      expect(Math.abs(green - box.width * box.height) / green).toBeLessThan(0.03)
      await close()
    }
  })

  it('is covered whole, or stretched', async () => {
    for (const options of [':fit: cover :width: 900 :height: 200', ':fit: fill :width: 900 :height: 200']) {
      const { red, green, close } = await show(svg(page), options)
      expect(red).toBe(0)
      expect(green > 0).toBe(options.includes('fill'))
      await close()
    }
  })
})
