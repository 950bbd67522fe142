import { describe, expect, it } from 'vitest'
import { useStage } from './built-page.ts'

const stage = useStage()

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
    const { page, context } = await stage.open('deck.rst', `${fields}${slides}`)
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(3)
    expect(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)?.slice(1).map(Number)).toEqual(size)
    await context.close()
  })

  it('shows every substep and turns no slide', async () => {
    const { page, context } = await stage.open('deck.rst', slides)
    await page.emulateMedia({ media: 'print' })
    const shown = await page.$$eval('.step', (steps) =>
      steps
        .filter((step) => getComputedStyle(step).display !== 'contents')
        .map((step) => {
          const { width } = step.getBoundingClientRect()
          return [width, ...[...step.querySelectorAll('.substep')].map((substep) => getComputedStyle(substep).opacity)]
        }),
    )
    expect(shown).toEqual([[1280, '1'], [1280], [1280]])
    await context.close()
  })

  const many = `High\n\n${`* Item ${'word '.repeat(20)}\n\n`.repeat(40)}`
  const lines = `::\n\n${'  line\n'.repeat(60)}`

  it.each([
    ['in the theme bare', ':theme: bare\n', [many, 'After']],
    ['at the end', ':theme: bare\n', ['Before', many]],
    ['with long code at the end', '', ['Before', lines]],
    ['with long code at the end in the theme bare', ':theme: bare\n', ['Before', lines]],
    ['with a number', ':slide-numbers: yes\n', ['Before', many]],
    ['turned about', '', ['Before', `:data-rotate-y: 90\n\n${lines}`]],
  ])('has a page for a slide that is too high, whole: %s', async (_, head, parts) => {
    const { page, context } = await stage.open('deck.rst', `${head}\n${parts.map((part) => `----\n\n${part}\n`).join('\n')}`)
    expect((await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(2)
    expect(await page.$$eval('[style*="--print"]', (steps) => steps.length)).toBe(0)
    await context.close()
  })

  it('has its grounds also where the print dialog leaves backgrounds out', async () => {
    const { page, context } = await stage.open('deck.rst', slides)
    const length = async (printBackground: boolean) => (await page.pdf({ preferCSSPageSize: true, printBackground })).length
    const [whole, plain] = [await length(true), await length(false)]
    expect(plain / whole).toBeCloseTo(1, 1)
    await context.close()
  })

  it('leaves nothing in space: Firefox would print one page of it', async () => {
    const { page, context } = await stage.open('deck.rst', slides)
    await page.emulateMedia({ media: 'print' })
    const styles = await page.$$eval('#impress, #impress > div, .step', (parts) =>
      parts.map((part) => getComputedStyle(part).transformStyle),
    )
    expect(new Set(styles)).toEqual(new Set(['flat']))
    await context.close()
  })

  const code = `::\n\n  ${'word '.repeat(40)}\n`
  const drawing = '.. raw:: html\n\n   <svg width="3000" height="40" style="margin-left: -500px"></svg>\n'

  it.each([
    ['code', code, [0.5, 0.8]],
    ['a drawing, which the window cuts off too', drawing, [1, 1]],
  ] as const)('is as wide as its pages, whatever stands out: %s', async (_, wide, [least, most]) => {
    const { page, context } = await stage.open('deck.rst', `:theme: bare\n\n----\n\nNarrow\n\n----\n\n${wide}\n`)
    await page.emulateMedia({ media: 'print' })
    if (most < 1) await page.waitForSelector('[style*="--print-fit"]', { state: 'attached' })
    const zooms = await page.$$eval('.step', (steps) => steps.map((step) => Number(getComputedStyle(step).zoom)))
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1024)
    const edges = await page.$$eval('pre', (parts) =>
      parts.map(
        (part) => part.getBoundingClientRect().left + part.scrollWidth * Number(getComputedStyle(part.closest('.step') ?? part).zoom),
      ),
    )
    for (const right of edges) expect(right).toBeLessThanOrEqual(1024)
    expect(zooms[0]).toBe(1)
    expect(zooms[1]).toBeGreaterThanOrEqual(least)
    expect(zooms[1]).toBeLessThanOrEqual(most)
    await page.emulateMedia({ media: 'screen' })
    await page.waitForFunction(() => !document.querySelector('[style*="--print-fit"]'))
    await context.close()
  })

  it('leaves a slide alone whose theme has made its code fit', async () => {
    const { page, context } = await stage.open('deck.rst', `----\n\n${code}\n`, { width: 1400, height: 800 })
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    const { left, width } = await page.$eval('.step', (step) => step.getBoundingClientRect())
    expect([left, width]).toEqual([60, 1280])
    await context.close()
  })

  it('has the numbers of the slides, if wanted, with those that are not on paper counted', async () => {
    const overview = '----\n\n:data-scale: 9\n\n'
    const { page, context } = await stage.open('deck.rst', `:slide-numbers: yes\n\n----\n\nOne\n\n${overview}----\n\nThree\n`, {
      width: 1400,
      height: 800,
    })
    await page.emulateMedia({ media: 'print' })
    const numbers = await page.$$eval('.step', (steps) => steps.map((step) => getComputedStyle(step, '::after').content))
    expect(numbers).toEqual(['counter(slide)', 'counter(slide)', 'counter(slide)'])
    expect((await page.$$eval('.step', (steps) => steps.map((step) => getComputedStyle(step).display)))[1]).toBe('contents')
    await context.close()
  })

  it('with ?print=notes has each slide with its notes on a page', async () => {
    const opened = await stage.open('deck.rst', `${slides}\n.. note:: Said to three.\n`)
    const page = await opened.context.newPage()
    await page.goto(`${opened.url}?print=notes`)
    await page.waitForSelector('.impress-enabled .step.present')
    expect(await page.getByText('Said to three.').last().isVisible()).toBe(false)
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(3)
    expect(
      /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/
        .exec(pdf)
        ?.slice(1)
        .map((side) => Math.round(Number(side))),
    ).toEqual([1050, 1485])
    await page.emulateMedia({ media: 'print' })
    const said = await page.locator('.print-notes').last().boundingBox()
    const slide = await page.locator('.step').last().boundingBox()
    expect(await page.getByText('Said to three.').last().isVisible()).toBe(true)
    expect(said?.y).toBeGreaterThanOrEqual((slide?.y ?? 0) + (slide?.height ?? 0))
    await opened.context.close()
  })
})
