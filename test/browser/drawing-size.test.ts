import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startBrowser, visit } from './browser.ts'
import { builtPage, bundlePlayer } from './built-page.ts'

let browser: Browser
let folder: string
let player: string

beforeAll(async () => {
  browser = await startBrowser()
  folder = mkdtempSync(join(tmpdir(), 'size-'))
  player = bundlePlayer()
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true })
})

it.each([
  ['a size', 'width="100" height="60"'],
  ['millimetres', 'width="50mm" height="30mm" viewBox="0 0 50 30"'],
  ['millimetres alone', 'width="50mm" height="30mm"'],
  ['a view box', 'viewBox="0 0 100 60"'],
  ['percentages', 'width="100%" height="100%" viewBox="0 0 100 60"'],
])('a drawing with %s is as large as the picture of it where the deck says how large', async (_, attributes) => {
  writeFileSync(join(folder, 'a.svg'), `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><rect width="9" height="9"/></svg>`)
  const sizes = [':width: 200', ':width: 50%', ':height: 80', ':width: 300\n   :height: 90']
  const deck = sizes.map((size) => `----\n\n.. svg:: a.svg\n   ${size}\n\n----\n\n.. image:: a.svg\n   ${size}\n`).join('\n')
  const { html, codes } = await builtPage(join(folder, 'deck.rst'), deck, player)
  expect(codes).toEqual([])
  writeFileSync(join(folder, 'page.html'), html)
  const { page, context } = await visit(browser, pathToFileURL(join(folder, 'page.html')).href)
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
