import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Layer, layersOf } from '../../src/4-look/drawings/layers.ts'
import { goTo, settled, useStage } from './built-page.ts'
import { difference } from './pixels.ts'

/**
 * Parts, and whether they are as large as their shapes on every machine. The others have text outside of shapes, whose width is estimated, so that
 * a look stands where it does whatever fonts there are.
 */
const looks: readonly (readonly [name: string, isShape: boolean])[] = [
  ['master', true],
  ['node2', true],
  ['etcd', true],
  ['edge_kubectl_kubeapi', false],
  ['node*_Pod*', true],
]

const drawing = 'graphics/k8s_architecture.svg'

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The box that `deck inspect --layers` gives for the parts of a name, in the drawing's units. */
function promised(pattern: string): Box {
  const fits = new RegExp(`^${pattern.replaceAll('*', '.*')}$`)
  const boxes: Box[] = []
  const visit = ({ id, box, children }: Layer): void => {
    if (id !== undefined && fits.test(id) && box) boxes.push(box)
    for (const child of children) visit(child)
  }
  const root = layersOf(readFileSync(drawing), drawing)
  if ('code' in root) throw new Error(root.message)
  visit(root)
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))]
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  }
}

const inclusion = '.. svg:: k8s_architecture.svg\n   :alt: The cluster'

/** An overview, and a step for each part of the drawing on it. */
const deck = (head: string, place: string, options: string, before = '', written = inclusion) => `${head}
----

Start

----

:id: overview
${place}

${before}

${written}
${options}

${looks.map(([name], index) => `----\n\n:id: look-${index}\n:data-on: overview#${name}\n\nA caption\n`).join('\n')}
----

:id: after
:data-x: r1600

After
`

type Size = { readonly width: number; readonly height: number }

const heading = 'The cluster\n===========\n\nWhat is in it\n'
const usual = { width: 1400, height: 800 }

const cases: readonly [
  what: string,
  head: string,
  place: string,
  options: string,
  window: Size,
  canvas: Size,
  before?: string,
  drawing?: string,
][] = [
  ['the default theme', ':title: x\n', '', '', usual, usual],
  ['below a title, in a wider window', ':title: x\n', ':data-x: 3000', '   :width: 900', { width: 1280, height: 600 }, usual, heading],
  ['in a box of another shape', ':title: x\n', '', '   :width: 500\n   :height: 400', usual, usual, heading],
  ['behind the text of the slide', ':title: x\n', '', '   :fit: contain', usual, usual, heading],
  ['a view that is cut', ':title: x\n', '', '   :zoom: master node1', usual, usual, heading],
  [
    'a slide that is made smaller to fit',
    ':title: x\n',
    '',
    '',
    usual,
    usual,
    `${heading}\n${Array.from({ length: 12 }, (_, index) => `* Line ${index}`).join('\n')}\n`,
  ],
  [
    'a step turned about every axis and scaled',
    ':title: x\n',
    ':data-x: 900\n:data-z: -500\n:data-rotate-x: 40\n:data-rotate-y: -75\n:data-rotate-z: 30\n:data-scale: 3',
    '',
    usual,
    usual,
    heading,
  ],
  [
    'another order of axes, a width alone, cover',
    ':title: x\n:theme: bare\n',
    ':data-rotate-order: zyx\n:data-rotate-x: 40\n:data-rotate-y: 20\n:data-rotate-z: 30',
    '   :width: 900\n   :fit: cover',
    { width: 1024, height: 768 },
    { width: 1024, height: 768 },
  ],
  [
    'a canvas of the deck’s own',
    ':title: x\n:theme: bare\n:data-width: 800\n:data-height: 800\n',
    '',
    '   :align: right',
    { width: 800, height: 800 },
    { width: 800, height: 800 },
    'Some text',
  ],
  [
    'a drawing of raw HTML',
    ':title: x\n',
    ':data-x: 900\n:data-rotate-z: 30',
    '',
    usual,
    usual,
    heading,
    '.. raw:: html\n   :file: k8s_architecture.svg',
  ],
]

const stage = useStage()

/** Where something is on the screen. */
type Seen = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** A box of the drawing's units on the screen: its middle, and its size. */
const boxOnScreen = (page: Page, { x, y, width, height }: Box): Promise<Seen> =>
  page.evaluate(
    ([left, top, across, down]) => {
      const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
      for (const [name, value] of Object.entries({ x: left, y: top, width: across, height: down, 'fill-opacity': 0 }))
        rect.setAttribute(name, String(value))
      document.querySelector('#overview svg')?.append(rect)
      const box = rect.getBoundingClientRect()
      rect.remove()
      return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2, width: box.width, height: box.height }
    },
    [x, y, width, height] as const,
  )

/** The box around parts as they are painted. */
const partOnScreen = (page: Page, pattern: string): Promise<Seen> =>
  page.evaluate((name) => {
    const fits = new RegExp(`^${name.replaceAll('*', '.*')}$`)
    const parts = [...document.querySelectorAll<SVGGraphicsElement>('#overview svg g[id]')].filter(({ id }) => fits.test(id))
    const boxes = parts.map((part) => part.getBoundingClientRect())
    const left = Math.min(...boxes.map((box) => box.left))
    const top = Math.min(...boxes.map((box) => box.top))
    const right = Math.max(...boxes.map((box) => box.right))
    const bottom = Math.max(...boxes.map((box) => box.bottom))
    return { x: (left + right) / 2, y: (top + bottom) / 2, width: right - left, height: bottom - top }
  }, pattern)

function expectInTheMiddle(seen: Seen, window: Size, canvas: Size): void {
  expect(Math.abs(seen.x - window.width / 2)).toBeLessThan(1)
  expect(Math.abs(seen.y - window.height / 2)).toBeLessThan(1)
  // As large as the canvas allows, which stands in the window whole; a twentieth stays free on each side.
  const scale = Math.min(window.width / canvas.width, window.height / canvas.height)
  const filled = Math.max(seen.width / (canvas.width * scale), seen.height / (canvas.height * scale))
  expect(filled).toBeGreaterThan(0.895)
  expect(filled).toBeLessThan(0.905)
}

describe.each(cases)('a walk through a drawing: %s', (_, head, place, options, window, canvas, before, written) => {
  let page: Page
  beforeAll(async () => {
    const opened = await stage.open('slides/walk.rst', deck(head, place, options, before, written), window)
    expect(opened.codes).toEqual([])
    page = opened.page
  })
  afterAll(() => page?.context().close())

  it.each(looks.map(([name, isShape], index) => [name, isShape, index] as const))(
    'shows %s in the middle',
    async (name, isShape, index) => {
      await goTo(page, `look-${index}`)
      expectInTheMiddle(await boxOnScreen(page, promised(name)), window, canvas)
      if (isShape) expectInTheMiddle(await partOnScreen(page, name), window, canvas)
    },
  )

  it('changes nothing on the slide that it looks at', async () => {
    const text = deck(head, place, options, before, written)
    const alone = await stage.open('slides/walk.rst', text.replace(/----\n\n:id: look-[\s\S]*(?=----\n\n:id: after)/, ''), window)
    const pictures: Buffer[] = []
    for (const shown of [page, alone.page]) {
      await goTo(shown, 'overview')
      await settled(shown)
      pictures.push(await shown.screenshot())
    }
    expect(await difference(stage.browser, ...(pictures as [Buffer, Buffer]))).toBe(0)
    await alone.context.close()
  })
})

describe('a look', () => {
  const open = (text: string) => stage.open('slides/walk.rst', text, usual)
  const look = `:title: x\n\n----\n\n:id: overview\n\nTitle\n=====\n\n${inclusion}\n\n----\n\n:id: look\n:data-on: overview#etcd\n`
  const seenIn = async (page: Page): Promise<Seen> => {
    await settled(page)
    return boxOnScreen(page, promised('etcd'))
  }

  it('follows the drawing when what stands above it gets another size, also while it is looked at', async () => {
    const { page, context } = await open(look)
    await goTo(page, 'look')
    expectInTheMiddle(await seenIn(page), usual, usual)
    const before = await page.evaluate(() => document.getElementById('look')?.dataset['y'])
    await page.addStyleTag({ content: '#overview h1 { font-size: 170px }' })
    await page.waitForFunction((was) => document.getElementById('look')?.dataset['y'] !== was, before)
    await page.waitForFunction(() => document.querySelector('#look.present'))
    expectInTheMiddle(await seenIn(page), usual, usual)
    await context.close()
  })

  it('that a link leads to is right at once', async () => {
    const { page, url, context } = await open(look)
    await page.goto('about:blank')
    await page.goto(`${url}#/look`)
    await page.waitForSelector('#look.present')
    expectInTheMiddle(await seenIn(page), usual, usual)
    await context.close()
  })

  it('at a drawing on a step that looks at a drawing itself goes where that one is', async () => {
    const inner = `${look}\n${inclusion}\n   :width: 400\n\n----\n\n:id: inner\n:data-on: look#etcd\n`
    const { page, context } = await open(inner)
    await goTo(page, 'inner')
    await settled(page)
    const box = await page.evaluate(() => {
      const part = document.querySelector('#look [data-source-id=etcd]')?.getBoundingClientRect()
      return part && { x: part.x + part.width / 2, y: part.y + part.height / 2, width: part.width, height: part.height }
    })
    expectInTheMiddle(box ?? { x: 0, y: 0, width: 0, height: 0 }, usual, usual)
    await context.close()
  })

  it('keeps the values that its own fields give, and adds what they add', async () => {
    const { page, context } = await open(
      `${look}:data-x: 77\n:data-y: r50\n:data-scale: r0.5\n\n----\n\n:id: plain\n:data-on: overview#etcd\n`,
    )
    await goTo(page, 'plain')
    const [own, plain] = await page.evaluate(() =>
      ['look', 'plain'].map((id) => {
        const { x, y, scale } = document.getElementById(id)?.dataset ?? {}
        return { x: Number(x), y: Number(y), scale: Number(scale) }
      }),
    )
    expect(own?.x).toBe(77)
    expect((own?.y ?? 0) - (plain?.y ?? 0)).toBeCloseTo(50, 3)
    expect((own?.scale ?? 0) - (plain?.scale ?? 0)).toBeCloseTo(0.5, 3)
    await context.close()
  })
})
