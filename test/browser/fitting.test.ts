import { expect, it } from 'vitest'
import { useStage } from './built-page.ts'

const stage = useStage()

const lines = (count: number): string => Array.from({ length: count }, (_, index) => `* Item ${index}\n`).join('')
const picture =
  '.. raw:: html\n\n   <img src="data:image/svg+xml,<svg xmlns=%22http://www.w3.org/2000/svg%22 width=%22400%22 height=%22900%22/>" width="400" height="900">\n'
const slides = ['Few\n===\n\n* Item\n', `Many\n====\n\n${lines(18)}`, `Too many\n========\n\n${lines(80)}`, picture]

/** Height of each slide and the size of its contents, in shares of what the theme gives. */
async function slidesOf(fields: string): Promise<readonly (readonly [height: number, share: number])[]> {
  const { page, context, console } = await stage.open('deck.rst', `${fields}${slides.map((slide) => `\n----\n\n${slide}`).join('')}`)
  const found = await page.$$eval('.step', (steps) =>
    steps.map((step) => [(step as HTMLElement).offsetHeight, Number(getComputedStyle(step).getPropertyValue('--fit') || 1)] as const),
  )
  expect(console).toEqual([])
  await context.close()
  return found
}

it('makes a slide that is too high smaller, down to a half', async () => {
  const [few, many, tooMany, one] = await slidesOf('')
  expect(few).toEqual([720, 1])
  expect(many?.[0]).toBeLessThanOrEqual(720)
  expect(many?.[1]).toBeGreaterThan(0.5)
  expect(many?.[1]).toBeLessThan(1)
  expect(tooMany).toEqual([720, 0.5])
  expect(one?.[0]).toBeLessThanOrEqual(720)
  expect(one?.[1]).toBeLessThan(1)
})

it('makes no slide larger than the canvas of its deck', async () => {
  const text = `---\nmarp: true\nsize: 4:3\n---\n\n# Few\n\n- Item\n\n---\n\n# Many\n\n${lines(18).replaceAll('* ', '- ')}`
  for (const [fields, size] of [
    ['size: 4:3', [960, 720]],
    ['data-width: 800\ndata-height: 500', [800, 500]],
  ] as const) {
    const { page, context } = await stage.open('deck.md', text.replace('size: 4:3', fields))
    const sizes = await page.$$eval('.step', (steps) =>
      steps.map((step) => [(step as HTMLElement).offsetWidth, (step as HTMLElement).offsetHeight]),
    )
    expect(sizes[0]).toEqual(size)
    expect(sizes[1]?.[0]).toBe(size[0])
    expect(sizes[1]?.[1]).toBeLessThanOrEqual(size[1])
    await context.close()
  }
})

it('leaves the slides of a theme alone that sets no height', async () => {
  expect((await slidesOf(':theme: bare\n')).map(([, share]) => share)).toEqual([1, 1, 1, 1])
})

/** How many letters take this share of the room that a line of code has, in the font that this machine has for code. */
async function lettersFor(share: number): Promise<number> {
  const { page, context } = await stage.open('deck.rst', `----\n\nCode\n====\n\n::\n\n  ${'x'.repeat(20)}\n`)
  const all = await page.$eval('pre', (pre) => {
    const range = document.createRange()
    range.selectNodeContents(pre)
    const { paddingLeft, paddingRight } = getComputedStyle(pre)
    const room = pre.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
    return (20 * room) / (range.getBoundingClientRect().width * (pre.offsetWidth / pre.getBoundingClientRect().width))
  })
  await context.close()
  return Math.round(all * share)
}

it.each([
  ['short lines stay', 0.6, [1, 1], 1],
  ['longer ones become smaller', 1.3, [0.7, 0.99], 1],
  ['ones that would be too small go on in the next line', 3, [0.85, 0.85], 4],
] as const)('no line of code is cut off: %s', async (_, share, [least, most], height) => {
  const letters = await lettersFor(share)
  const { page, context } = await stage.open('deck.rst', `----\n\nCode\n====\n\n::\n\n  ${'x'.repeat(letters)}\n`)
  const code = await page.$eval('pre', (pre) => ({
    share: Number(getComputedStyle(pre).zoom),
    stands: pre.scrollWidth > pre.clientWidth,
    lines: Math.round(
      (pre.clientHeight - 2 * Number.parseFloat(getComputedStyle(pre).paddingTop)) / Number.parseFloat(getComputedStyle(pre).lineHeight),
    ),
  }))
  expect(code.stands).toBe(false)
  expect(code.share).toBeGreaterThanOrEqual(least)
  expect(code.share).toBeLessThanOrEqual(most)
  expect(code.lines === 1).toBe(height === 1)
  await context.close()
})

const codeOf = (count: number, indent = ''): string =>
  `${indent}::\n\n${Array.from({ length: count }, (_, index) => `${indent}  line ${index} of it all\n`).join('')}`

it.each([
  ['few lines are shown as they are', codeOf(10), [25, 25], false],
  ['more are made smaller', codeOf(20), [14, 24], false],
  ['many more are not made smaller than can be read, and scroll', codeOf(60), [14, 14.5], true],
  ['so do those in a list', `* An item\n\n${codeOf(60, '  ')}`, [14, 14.5], true],
  ['so do those with long lines besides', `${codeOf(60)}\n  ${'x'.repeat(80)}\n`, [14, 14.5], true],
  ['and those of two blocks', `${codeOf(30)}\nText between\n\n${codeOf(30)}`, [14, 14.5], true],
] as const)('code on a slide: %s', async (_, code, [least, most], scrolls) => {
  const { page, context } = await stage.open('deck.rst', `----\n\nCode\n====\n\n${code}\nText below\n`, { width: 1400, height: 800 })
  const found = await page.$eval('.step', (step) => ({
    slide: [(step as HTMLElement).offsetHeight, step.scrollHeight > step.clientHeight],
    bottom: (step.querySelector('p:last-of-type') as HTMLElement).getBoundingClientRect().bottom,
    blocks: [...step.querySelectorAll('pre')].map((pre) => {
      const zoom = pre.getBoundingClientRect().width / pre.offsetWidth
      pre.scrollTop = 9999
      return { size: Number.parseFloat(getComputedStyle(pre).fontSize) * zoom, scrolled: pre.scrollTop > 0 }
    }),
  }))
  expect(found.slide).toEqual([720, false])
  expect(found.bottom).toBeLessThan(760)
  for (const { size } of found.blocks) {
    expect(size).toBeGreaterThan(least - 0.1)
    expect(size).toBeLessThanOrEqual(most)
  }
  expect(found.blocks.map(({ scrolled }) => scrolled)).toEqual(found.blocks.map(() => scrolls))
  await page.emulateMedia({ media: 'print' })
  const hidden = await page.$$eval('pre', (blocks) => blocks.filter((pre) => pre.scrollHeight > pre.clientHeight).length)
  expect(hidden).toBe(0)
  await context.close()
})

it('code that scrolls can be scrolled with the keys once it has the focus, and goes on to the next slide at its end', async () => {
  const { page, context } = await stage.open('deck.rst', `:data-transition-duration: 0\n\n----\n\n${codeOf(60)}\n----\n\nAfter\n`)
  const place = () => page.evaluate(() => [document.querySelector('.step.active')?.id, document.querySelector('pre')?.scrollTop !== 0])
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await expect.poll(place).toEqual(['step-1', true])
  await page.evaluate(() => document.querySelector('pre')?.scrollTo(0, 9999))
  await page.keyboard.press('ArrowDown')
  expect((await place())[0]).toBe('step-2')
  await context.close()
})

it('a slide that its style sheet makes higher than the theme’s is left alone', async () => {
  const sheet = '.. raw:: html\n\n   <style>.step { box-sizing: content-box; height: 760px }</style>\n'
  const { page, context } = await stage.open('deck.rst', `:theme: default\n\n----\n\nHigh\n====\n\n${sheet}`)
  expect(await page.$eval('h1', (heading) => getComputedStyle(heading).zoom)).toBe('1')
  await context.close()
})

const titled = `----

A talk
======

Somebody

Some day

----

A part
======

----

Its contents
============

In one sentence.

----

:style: background-color: #ffe

A part on its own ground
========================
`

it('shows titles as such: the first slide with its lines, and those with nothing but a heading', async () => {
  const { page, context } = await stage.open('deck.rst', `${titled}\n.. raw:: html\n\n   <style>.step h1 { color: #000080 }</style>\n`)
  const found = await page.$$eval('.step', (steps) =>
    steps.map((step) => {
      const heading = getComputedStyle(step.querySelector('h1') ?? step)
      return [getComputedStyle(step).textAlign, getComputedStyle(step).backgroundImage !== 'none', heading.fontSize, heading.color]
    }),
  )
  expect(found).toEqual([
    ['center', true, '84px', 'rgb(255, 255, 255)'],
    ['center', true, '84px', 'rgb(255, 255, 255)'],
    ['start', false, '58px', 'rgb(0, 0, 128)'],
    ['center', false, '84px', 'rgb(0, 0, 128)'],
  ])
  await context.close()
})

it('keeps the text beside the picture that stands at one side', async () => {
  const { page, context } = await stage.open(
    'deck.md',
    '---\nmarp: true\n---\n\n![bg left:40%](data:,)\n\nWords beside it.\n\n---\n\nAlone\n',
  )
  const [slide, text, picture] = await page.$eval('.step', (step) => [
    (step as HTMLElement).offsetWidth,
    (step.querySelector('p') as HTMLElement).offsetLeft,
    Number.parseFloat(getComputedStyle(step, '::before').width),
  ])
  expect((picture ?? 0) / (slide ?? 1)).toBeCloseTo(0.4, 2)
  expect(text).toBeGreaterThan(picture ?? Number.POSITIVE_INFINITY)
  await context.close()
})

it('makes a line that asks for it as wide as its slide, up to a share of the height', async () => {
  const { page, context } = await stage.open(
    'deck.md',
    '---\nmarp: true\n---\n# <!-- fit --> Big\n\n---\n\n# <!-- fit --> A rather long heading that is made to fit\n\ntext\n\n---\n\n<h2 class="r-fit-text">Some words in reveal.js</h2>\n\ntext\n\n---\n\n# Plain\n\ntext\n',
  )
  const found = await page.$$eval('.step', (steps) =>
    steps.map((step) => {
      const line = step.querySelector<HTMLElement>('h1, h2')
      if (!line) return [0, 0]
      const size = Number.parseFloat(getComputedStyle(line).fontSize)
      const height = line.offsetHeight
      const room = line.clientWidth
      line.style.width = 'max-content'
      return [size, line.offsetWidth / room, height < 2 * size]
    }),
  )
  expect(found[0]).toEqual([288, expect.any(Number), true])
  for (const [size, share, isOneLine] of found.slice(1, 3)) {
    expect(size).toBeGreaterThan(40)
    expect(share).toBeGreaterThan(0.95)
    expect(share).toBeLessThanOrEqual(1)
    expect(isOneLine).toBe(true)
  }
  expect(found[3]?.[1]).toBeLessThan(0.5)
  await context.close()
})
