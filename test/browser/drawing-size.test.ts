import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { useStage } from './built-page.ts'

const stage = useStage()

it.each([
  ['a size', 'width="100" height="60"'],
  ['millimetres', 'width="50mm" height="30mm" viewBox="0 0 50 30"'],
  ['millimetres alone', 'width="50mm" height="30mm"'],
  ['a view box', 'viewBox="0 0 100 60"'],
  ['percentages', 'width="100%" height="100%" viewBox="0 0 100 60"'],
])('a drawing with %s is as large as the picture of it where the deck says how large', async (_, attributes) => {
  writeFileSync(join(stage.folder, 'a.svg'), `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><rect width="9" height="9"/></svg>`)
  const sizes = [':width: 200', ':width: 50%', ':height: 80', ':width: 300\n   :height: 90']
  const deck = sizes.map((size) => `----\n\n.. svg:: a.svg\n   ${size}\n\n----\n\n.. image:: a.svg\n   ${size}\n`).join('\n')
  const { page, context, codes } = await stage.open(join(stage.folder, 'deck.rst'), deck)
  expect(codes).toEqual([])
  const boxes = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.drawing > svg, .step img')].map((shown) => {
      const { width, height } = getComputedStyle(shown)
      return [width, height].map((length) => Math.round(Number.parseFloat(length))).join(' × ')
    }),
  )
  expect(boxes).toHaveLength(8)
  expect(boxes.filter((_, index) => index % 2 === 0)).toEqual(boxes.filter((_, index) => index % 2 === 1))
  await context.close()
})
