import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildSync } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createResources } from '../../src/1-source/resources.ts'
import { parse } from '../../src/2-document/rst/parse.ts'
import { readDrawings } from '../../src/4-look/drawings/read-drawings.ts'
import { createDrawingStore } from '../../src/4-look/drawings/store.ts'
import { embedDrawings } from '../../src/6-page/svg/drawings.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { startBrowser } from './browser.ts'
import { settled } from './built-page.ts'

const deck = `.. svg:: inkscape.svg
   :hide: layer2
   :steps: | +node2 | +edge_plain -node3
   :duration: 300ms

.. svg:: inkscape.svg
   :from: previous
   :show: layer3
   :dim: node1
   :duration: 300ms
`

let browser: Browser
let page: Page
let folder: string

beforeAll(async () => {
  browser = await startBrowser()
  folder = mkdtempSync(join(tmpdir(), 'unfold-'))
  const player = buildSync({
    stdin: {
      contents: `import { fillDrawings } from './drawings.ts'; import { setPressed } from './presses.ts'; import { unfoldDrawings } from './unfold.ts'
        Object.assign(window, { setPressed }); fillDrawings(); unfoldDrawings()`,
      resolveDir: resolve(import.meta.dirname, '../../src/player'),
    },
    bundle: true,
    write: false,
    format: 'iife',
  }).outputFiles[0]?.text
  const diagnostics: Diagnostic[] = []
  const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic)
  const resources = createResources({ report })
  const document = parse(deck, { report, source: resolve(import.meta.dirname, '../6-page/svg/drawings/deck.rst') })
  const shown = await readDrawings(document.children, createDrawingStore(), resources)
  const { html, css } = embedDrawings([...shown.values()], { report, resources })
  expect(diagnostics).toEqual([])
  const presses = '<i class="substep unfold-press"></i>'.repeat(2)
  const steps = html.map((svg, index) => `<div class="step" id="step-${index}"><div class="drawing">${svg}${presses}</div></div>`).join('')
  const path = join(folder, 'page.html')
  writeFileSync(
    path,
    `<!doctype html><meta charset="utf-8"><style>${css}</style><body class="impress-enabled">${steps}<script>${player}</script>`,
  )
  page = await browser.newPage({ reducedMotion: 'no-preference' })
  await page.goto(pathToFileURL(path).href)
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true })
})

/** The opacity of some groups of one slide, 0 where they are not visible at all. */
const opacities = (step: number, ids: readonly string[]) =>
  page.evaluate(
    ([index, names]) =>
      names.map((name) => {
        const group = document.querySelector(
          `#step-${index} :is([id="${name}"]:not([data-source-id]),[data-source-id="${name}"])`,
        ) as Element
        const { opacity, visibility, display } = getComputedStyle(group)
        return visibility === 'visible' && display !== 'none' ? Number(opacity) : 0
      }),
    [step, ids] as const,
  )
const press = (step: number, count: number) =>
  page.evaluate(
    ([index, pressed]) => {
      const { setPressed } = window as unknown as { setPressed: (step: Element | null, count: number) => void }
      setPressed(document.getElementById(`step-${index}`), pressed)
    },
    [step, count] as const,
  )
const settle = () => settled(page)

describe('a drawing that unfolds', () => {
  const parts = ['node1', 'node2', 'node3', 'layer2', 'edge_plain', 'edge_dashed']

  it('shows what each press adds, forwards and backwards', async () => {
    const shown: number[][] = []
    for (const count of [0, 1, 2, 1, 0]) {
      await press(0, count)
      await settle()
      shown.push(await opacities(0, parts))
    }
    expect(shown).toEqual([
      [1, 0, 1, 0, 0, 0],
      [1, 1, 1, 0, 0, 0],
      [1, 1, 0, 1, 1, 0],
      [1, 1, 1, 0, 0, 0],
      [1, 0, 1, 0, 0, 0],
    ])
  })

  it('fades', async () => {
    await press(0, 1)
    // Held in the middle of its time: a busy machine might not look before the end.
    await page.evaluate(() => {
      for (const animation of document.getAnimations()) {
        animation.pause()
        animation.currentTime = 150
      }
    })
    const [half = 0] = await opacities(0, ['node2'])
    expect(half).toBeGreaterThan(0)
    expect(half).toBeLessThan(1)
    await page.evaluate(() => {
      for (const animation of document.getAnimations()) animation.play()
    })
    await settle()
    expect(await opacities(0, ['node2'])).toEqual([1])
  })

  it('does not fade where motion is to be reduced', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await press(0, 0)
    expect(await opacities(0, ['node2'])).toEqual([0])
    await page.emulateMedia({ reducedMotion: 'no-preference' })
  })

  it('goes on from what the slide before showed last', async () => {
    expect(await opacities(1, ['node1', 'node3', 'layer2', 'layer3'])).toEqual([1, 0, 1, 0])
    await page.evaluate(() => document.getElementById('step-1')?.classList.add('present'))
    await settle()
    expect(await opacities(1, ['node1', 'node3', 'layer2', 'layer3'])).toEqual([0.25, 0, 1, 1])
  })

  it('is printed as it ends', async () => {
    await press(0, 0)
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await settle()
    expect(await opacities(0, parts)).toEqual([1, 1, 0, 1, 1, 0])
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await settle()
    expect(await opacities(0, parts)).toEqual([1, 0, 1, 0, 0, 0])
  })
})
