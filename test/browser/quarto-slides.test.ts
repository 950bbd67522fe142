import { expect, it } from 'vitest'
import { settled, useStage } from './built-page.ts'
import { type Colour, colourAt, contrast } from './pixels.ts'

const stage = useStage()

const deck = (heading: string, text: string): string => `---\ndialect: quarto\nskip-help: true\n---\n\n${heading}\n\n${text}\n`

const many = 'A line.\n\n'.repeat(40)

it('a slide of the class smaller has smaller text', async () => {
  const height = async (heading: string): Promise<number> => {
    const { page, context } = await stage.open('deck.qmd', deck(heading, 'A line.'))
    const found = await page.$eval('.step p', (line) => line.getBoundingClientRect().height)
    await context.close()
    return found
  }
  const share = (await height('## A {.smaller}')) / (await height('## A'))
  expect(share).toBeGreaterThan(0.7)
  expect(share).toBeLessThan(0.8)
})

it('a slide of the class scrollable keeps its text’s size and is scrolled', async () => {
  const { page, context } = await stage.open('deck.qmd', deck('## A {.scrollable}', many))
  const found = await page.$eval('.step', (step) => {
    step.scrollTop = 50
    return {
      height: (step as HTMLElement).offsetHeight,
      top: step.scrollTop,
      zoom: getComputedStyle(step.lastElementChild as Element).zoom,
    }
  })
  expect(found).toEqual({ height: 720, top: 50, zoom: '1' })
  await context.close()
})

it.each(['black', 'white'])('a faint %s picture lies under the slide’s own text, which can be read', async (fill) => {
  const picture = `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9' fill='${fill}'/></svg>`
  const heading = `## A {background-image="${encodeURI(picture)}" background-opacity="0.25"}`
  const { page, context } = await stage.open('deck.qmd', deck(heading, 'A line.'), { width: 1400, height: 800 })
  await settled(page)
  const ink = await page.$eval('.step p', (line) => (getComputedStyle(line).color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number))
  const box = await page.locator('.step').boundingBox()
  const ground = await colourAt(page, (box?.x ?? 0) + (box?.width ?? 0) - 40, (box?.y ?? 0) + 40)
  expect(contrast(ink as unknown as Colour, ground)).toBeGreaterThanOrEqual(4.5)
  const grey = fill === 'white' ? 255 : 191
  for (const channel of ground) expect(Math.abs(channel - grey)).toBeLessThanOrEqual(2)
  await context.close()
})
