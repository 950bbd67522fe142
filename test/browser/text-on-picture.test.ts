import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { settled, useStage } from './built-page.ts'
import { type Colour, colourAt, contrast } from './pixels.ts'

const stage = useStage()

const white: Colour = [255, 255, 255]
const black: Colour = [0, 0, 0]
const picture = (colour: string) =>
  `url("data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9' fill='${colour}'/></svg>")`

/** The colours of the slide's heading and text, and of what is behind them near the slide's corner. */
async function coloursOf(deck: string): Promise<{ texts: Colour[]; ground: Colour; page: Page; close: () => Promise<void> }> {
  const { page, context } = await stage.open('deck.rst', deck, { width: 1400, height: 800 })
  await settled(page)
  const texts = await page.$$eval('.step :is(h1, p, li, a)', (parts) =>
    parts.map((part) => (getComputedStyle(part).color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number)),
  )
  // Outside the help, which shows itself at the start, and of all text.
  const box = await page.locator('.step').boundingBox()
  const ground = await colourAt(page, (box?.x ?? 0) + (box?.width ?? 0) - 40, (box?.y ?? 0) + 40)
  return { texts: texts as unknown as Colour[], ground, page, close: () => context.close() }
}

const text = 'Heading\n=======\n\nWords, and `a link <#x>`_.\n\n* An item\n'
const slide = (style: string, head = '') => `:skip-help: x\n${head}\n----\n\n:style: ${style}\n\n${text}`

it.each(
  ['default', 'dark'].flatMap((theme) =>
    ['white', 'black'].flatMap((colour) => [
      [theme, colour, `background-image: ${picture(colour)}; background-size: cover`],
      [theme, colour, `background:${picture(colour)} 0 0/cover`],
    ]),
  ),
)('in the theme %s text on a %s picture can be read (WCAG 1.4.3): %s', async (theme, _, style) => {
  const { texts, ground, close } = await coloursOf(slide(style, `:theme: ${theme}\n`))
  expect(texts).toHaveLength(4)
  for (const colour of texts) expect(contrast(colour, ground)).toBeGreaterThanOrEqual(4.5)
  await close()
})

it.each([
  ['in the theme bare', ':theme: bare\n', picture('white'), white],
  ['where the author names the text’s colour', '', `${picture('white')}; color: #333`, white],
  ['where the author names the text’s colour first', '', `${picture('black')}; color: white`, black],
])('a picture is left as it is %s', async (_, head, style, ground) => {
  const shown = await coloursOf(slide(`background-image: ${style}`, head))
  expect(shown.ground).toEqual(ground)
  await shown.close()
})

it('a picture without text is left as it is', async () => {
  const { ground, close } = await coloursOf(`:skip-help: x\n\n----\n\n:style: background-image: ${picture('black')}\n\n.. note:: Said.\n`)
  expect(ground).toEqual(black)
  await close()
})

it('a colour that a style sheet gives the slide stays, and the picture becomes its opposite', async () => {
  const { texts, ground, close } = await coloursOf(
    `${slide(`background-image: ${picture('black')}`, ':theme: default\n')}\n.. raw:: html\n\n   <style>.step { color: #222 }</style>\n`,
  )
  expect(texts[0]).toEqual([34, 34, 34])
  for (const colour of texts) expect(contrast(colour, ground)).toBeGreaterThanOrEqual(4.5)
  await close()
})
