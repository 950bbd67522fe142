import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { goTo, useStage } from './built-page.ts'

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

/** What tools write on a root, and the natural size of the drawing in px. */
const boxes: readonly (readonly [what: string, attributes: string, sheet: string, natural: string])[] = [
  ['PlantUML’s size', 'width="400px" height="200px" style="width:400px;height:200px;background:#fff"', '', '400 × 200'],
  ['Mermaid’s size', 'width="100%" style="max-width:400px"', '', '400 × 200'],
  ['a size in its own sheet', 'width="400" height="200"', 'svg{width:90px;max-height:9px}', '400 × 200'],
  ['a place', 'width="400" height="200" style="position:absolute;top:9px;margin:99px;float:right;display:inline"', '', '400 × 200'],
  ['a transform', 'width="400" height="200" transform="scale(.1)" style="transform:rotate(40deg);overflow:visible"', '', '400 × 200'],
]

describe.each(boxes)('a drawing that brings %s', (_, attributes, sheet, natural) => {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" ${attributes}>${sheet && `<style>${sheet}</style>`}<rect id="left" width="100" height="100"/><rect id="right" x="110" y="25" width="80" height="40"/></svg>`
  const size = (page: Page, selector: string) =>
    page.$eval(selector, (shown) => {
      const { width, height } = shown.getBoundingClientRect()
      return `${Math.round(width)} × ${Math.round(height)}`
    })

  it.each([
    ['', natural],
    [':width: 900\n   :height: 600', '900 × 600'],
    [':width: 300', '300 × 150'],
    [':fit: fill', '1278 × 718'],
    // The part is square; a file that says its size has the box of that shape.
    [':zoom: left\n   :width: 500', /height=/.test(attributes) ? '500 × 250' : '500 × 500'],
  ])('is as large as the deck says: %s', async (options, wanted) => {
    writeFileSync(join(stage.folder, 'a.svg'), drawing)
    const { page, context, codes } = await stage.open(
      join(stage.folder, 'deck.rst'),
      `:title: x\n\n----\n\n.. svg:: a.svg\n   :alt: x\n   ${options}\n\n----\n\n:data-x: r0\n\n.. svg:: a.svg\n   :alt: x\n   ${options}\n`,
      { width: 1400, height: 800 },
    )
    expect(codes).toEqual([])
    for (const id of ['step-1', 'step-2']) {
      await goTo(page, id)
      expect(await size(page, `#${id} svg`)).toBe(wanted)
    }
    await context.close()
  })

  it('is looked at where its part is', async () => {
    writeFileSync(join(stage.folder, 'a.svg'), drawing)
    const { page, context } = await stage.open(
      join(stage.folder, 'deck.rst'),
      ':title: x\n\n----\n\n:id: all\n\n.. svg:: a.svg\n   :alt: x\n\n----\n\n:id: look\n:data-on: all#right\n',
      { width: 1400, height: 800 },
    )
    await goTo(page, 'look')
    const box = await page.$eval('#all #right', (part) => part.getBoundingClientRect().toJSON())
    expect([box.x + box.width / 2, box.y + box.height / 2, box.height].map(Math.round)).toEqual([700, 400, 630])
    await context.close()
  })

  it('is as the file has it in raw HTML', async () => {
    writeFileSync(join(stage.folder, 'a.svg'), drawing)
    const { html } = await stage.open(join(stage.folder, 'deck.rst'), '----\n\n.. raw:: html\n   :file: a.svg\n')
    expect(html).toContain(`viewBox="0 0 200 100" ${attributes}`)
    if (sheet) expect(html).toContain('{width:90px;max-height:9px}')
  })
})

it('one file is in the page twice where its root has a box, and is shown in both ways', async () => {
  writeFileSync(
    join(stage.folder, 'a.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1" style="width:50px"><rect width="9" height="9"/></svg>',
  )
  const raw = '.. raw:: html\n   :file: a.svg\n'
  const placed = '.. svg:: a.svg\n   :width: 300\n   :alt: x\n'
  const { page, context } = await stage.open(
    join(stage.folder, 'deck.rst'),
    [raw, placed, raw, placed].map((slide) => `----\n\n${slide}`).join('\n'),
  )
  expect(await page.$$eval('.step svg', (all) => all.map((svg) => Math.round(Number.parseFloat(getComputedStyle(svg).width))))).toEqual([
    50, 300, 50, 300,
  ])
  await context.close()
})
