import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goTo, settled, useStage } from './built-page.ts'

/** Parts, and how many px their centre may be off: what a line of text takes is estimated where no browser measures it. */
const looks: readonly (readonly [name: string, tolerance: number])[] = [
  ['master', 1],
  ['node2', 1],
  ['etcd', 1],
  ['edge_kubectl_kubeapi', 10],
  ['node*_Pod*', 1],
]

const inclusion = '.. svg:: k8s_architecture.svg\n   :alt: The cluster'

/** An overview whose drawing fills it, and a step for each part. */
const deck = (head: string, place: string, options: string, drawing = inclusion) => `${head}
----

Start

----

:id: overview
${place}

${drawing}
${options}

${looks.map(([name], index) => `----\n\n:id: look-${index}\n:data-on: overview#${name}\n\nA caption\n`).join('\n')}
----

:id: after
:data-x: r1600

After
`

type Size = { readonly width: number; readonly height: number }

const cases: readonly [what: string, head: string, place: string, options: string, window: Size, canvas: Size, drawing?: string][] = [
  ['the default theme', ':title: x\n', '', '', { width: 1400, height: 800 }, { width: 1400, height: 800 }],
  [
    'a wider window',
    ':title: x\n',
    ':data-x: 3000',
    '   :width: 1200\n   :height: 640',
    { width: 1280, height: 600 },
    { width: 1400, height: 800 },
  ],
  [
    'a step turned about every axis and scaled',
    ':title: x\n',
    ':data-x: 900\n:data-z: -500\n:data-rotate-x: 40\n:data-rotate-y: -75\n:data-rotate-z: 30\n:data-scale: 3',
    '',
    { width: 1400, height: 800 },
    { width: 1400, height: 800 },
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
  ],
  [
    'a drawing of raw HTML',
    ':title: x\n',
    ':data-x: 900\n:data-rotate-z: 30',
    '',
    { width: 1400, height: 800 },
    { width: 1400, height: 800 },
    '.. raw:: html\n   :file: k8s_architecture.svg',
  ],
]

const stage = useStage()

/** The box around a part on the screen. */
const boxOf = (page: Page, pattern: string) =>
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

describe.each(cases)('a walk through a drawing: %s', (_, head, place, options, window, canvas, drawing) => {
  let page: Page
  beforeAll(async () => {
    const opened = await stage.open('slides/walk.rst', deck(head, place, options, drawing), window)
    expect(opened.codes).toEqual([])
    page = opened.page
  })
  afterAll(() => page?.context().close())

  it.each(looks.map(([name, tolerance], index) => [name, tolerance, index] as const))(
    'shows %s in the middle',
    async (name, tolerance, index) => {
      await goTo(page, `look-${index}`)
      await settled(page)
      const box = await boxOf(page, name)
      expect(Math.abs(box.x - window.width / 2)).toBeLessThan(tolerance)
      expect(Math.abs(box.y - window.height / 2)).toBeLessThan(tolerance)
      // As large as the canvas allows, which stands in the window whole; a twentieth stays free on each side.
      const scale = Math.min(window.width / canvas.width, window.height / canvas.height)
      const filled = Math.max(box.width / (canvas.width * scale), box.height / (canvas.height * scale))
      expect(filled).toBeGreaterThan(0.895)
      expect(filled).toBeLessThan(0.905)
    },
  )
})
