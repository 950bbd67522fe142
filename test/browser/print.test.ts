import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser, visit } from './browser.ts'
import { builtPage, bundlePlayer, scratchFolder } from './built-page.ts'

const scratch = scratchFolder()
let browser: Browser
let player: string

beforeAll(async () => {
  browser = await startBrowser()
  player = bundlePlayer()
})
afterAll(async () => {
  await browser.close()
  scratch.remove()
})

const slides = `
----

:data-rotate-z: 90

One
===

.. class:: substep

Later

----

:data-x: r1600
:data-scale: 3

Two
===

----

:id: overview
:data-scale: 9

.. note:: There is nothing to see here.

----

Three
=====
`

describe('a deck on paper', () => {
  it.each([
    ['the default theme', '', [1050, 600]],
    ['a theme of its own', ':theme: bare\n', [768, 576]],
    ['a canvas of its own', ':data-width: 1920\n:data-height: 1080\n', [1440, 810]],
  ])('has a page of the canvas for each slide that shows something: %s', async (_, fields, size) => {
    const { html } = await builtPage('deck.rst', `${fields}${slides}`, player)
    const { page, context } = await visit(browser, scratch.write('deck.html', html))
    await page.waitForSelector('.impress-enabled .step.active')
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(3)
    expect(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)?.slice(1).map(Number)).toEqual(size)
    await context.close()
  })

  it('shows every substep and turns no slide', async () => {
    const { html } = await builtPage('deck.rst', slides, player)
    const { page, context } = await visit(browser, scratch.write('deck.html', html))
    await page.waitForSelector('.impress-enabled .step.active')
    await page.emulateMedia({ media: 'print' })
    const shown = await page.$$eval('.step', (steps) =>
      steps
        .filter((step) => getComputedStyle(step).display !== 'none')
        .map((step) => {
          const { width } = step.getBoundingClientRect()
          return [width, ...[...step.querySelectorAll('.substep')].map((substep) => getComputedStyle(substep).opacity)]
        }),
    )
    expect(shown).toEqual([[1280, '1'], [1280], [1280]])
    await context.close()
  })
})
