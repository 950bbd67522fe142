import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deck } from '../cli/run.ts'
import { startBrowser, type Visit, visit } from './browser.ts'
import { goTo, settled } from './built-page.ts'

/** Each step's id and where the camera must stand: x y z, rotate-x y z, scale (worked out by hand from the deck's fields). */
const walk: readonly [id: string, pose: readonly number[]][] = [
  ['step-1', [0, 0, 0, 0, 0, 0, 1]],
  ['step-2', [1600, 0, 0, 0, 0, 0, 1]],
  ['step-3', [1600, 1000, -1000, -90, 0, 0, 1]],
  ['step-4', [3200, 1000, -1000, -90, 0, 0, 1]],
  ['step-5', [4800, 1000, -1000, -90, 0, 0, 1]],
  ['step-6', [4800, 0, -2000, -180, 0, 0, 1]],
  ['arch-nodes-and-pods', [6400, 0, -2000, -180, 0, 0, 1]],
  ['arch-kubelet', [6400, 0, -2000, -180, 0, 0, 1]],
  ['arch-master', [8000, 0, -2000, -180, 0, 0, 1]],
  ['arch-kubectl', [8000, 0, -2000, -180, 0, 0, 1]],
  ['step-11', [8000, -1000, -1000, -270, 0, 0, 1]],
  ['step-12', [8000, 0, 0, -360, 0, 0, 1]],
  ['network-manual', [9600, 0, 0, -360, 0, 0, 1]],
  ['network-manual2', [9600, 0, 0, -360, 0, 0, 1]],
  ['network-overlay', [9600, 0, 0, -360, 0, 0, 1]],
  ['network-overlay2', [9600, 0, 0, -360, 0, 0, 1]],
  ['calico', [11200, 0, 0, -360, 0, 0, 1]],
  ['step-18', [12800, 0, 0, -360, 0, 0, 1]],
  ['step-19', [14400, 0, 0, -360, 0, 0, 1]],
]

/** What each drawing's groups are called, and which of them each slide's own style shows; every other group is hidden. */
const layers: readonly [id: string, shown: (group: string) => boolean][] = [
  ['arch-nodes-and-pods', (group) => /^node[12]$|Pod/.test(group) && !group.startsWith('edge')],
  ['arch-kubelet', (group) => /^node[12]$|^node[12]_kubelet$|Pod/.test(group) && !group.startsWith('edge')],
  [
    'arch-master',
    (group) =>
      /^node1$|^node1_Pod|^node1_kubelet$|^master|^etcd$|^edge_(kubelet1_kubeapi|kubescheduler_kubeapi|kubecontrollermanager_etcd|kubeapi_etcd)$/.test(
        group,
      ),
  ],
  [
    'arch-kubectl',
    (group) =>
      /^node1$|^node1_Pod|^node1_kubelet$|^master|^etcd$|^kubectl$|^edge_(kubelet1_kubeapi|kubescheduler_kubeapi|kubecontrollermanager_etcd|kubeapi_etcd|kubectl_kubeapi)$/.test(
        group,
      ),
  ],
  ['network-manual', (group) => /^node1$|^node1_pod|^edge_node1Bridge_node1Pod|^node1_bridge/.test(group)],
  ['network-manual2', () => true],
  ['network-overlay', (group) => group !== 'virt_network' && !group.endsWith('virtNetwork')],
  ['network-overlay2', () => true],
]

let browser: Browser
let seed: Visit
let folder: string
const screenshots = resolve('test/browser/screenshots')

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hoverdeck-seed-'))
  mkdirSync(screenshots, { recursive: true })
  const out = join(folder, 'talk.html')
  const built = await deck(process.cwd(), ['build', 'slides/container-orchestration.rst', '-o', out])
  expect(built).toMatchObject({ code: 0, stderr: expect.not.stringMatching(/error|warning/) })
  browser = await startBrowser()
  seed = await visit(browser, pathToFileURL(out).href)
  await seed.page.waitForSelector('body.impress-enabled')
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The camera is the inverse of the canvas's transform; impress.js writes both as functions in a fixed order. */
const camera = (page: Page): Promise<number[]> =>
  page.evaluate(() => {
    const root = document.querySelector<HTMLElement>('#impress')
    const canvas = root?.firstElementChild as HTMLElement
    const number = (name: string, text: string): number => Number(new RegExp(`${name}\\((-?[\\d.e-]+)`).exec(text)?.[1])
    const [, x, y, z] = /translate3d\((-?[\d.]+)px, (-?[\d.]+)px, (-?[\d.]+)px\)/.exec(canvas.style.transform) ?? []
    const inverse = (value: number): number => (value === 0 ? 0 : -value)
    return [
      ...[x, y, z].map((value) => inverse(Number(value))),
      ...['rotateX', 'rotateY', 'rotateZ'].map((name) => inverse(number(name, canvas.style.transform))),
      1,
    ]
  })

describe('the seed deck in a browser, from disk', () => {
  it('is walked from the first step to the last with the keyboard, the camera at each step’s place', async () => {
    const { page } = seed
    expect(await page.locator('#impress .step').evaluateAll((steps) => steps.map((step) => step.id))).toEqual(walk.map(([id]) => id))
    const seen: [string, number[]][] = []
    for (const [index, [id]] of walk.entries()) {
      if (index > 0) await page.keyboard.press(index % 2 ? 'ArrowRight' : 'Space')
      await page.waitForFunction((step) => document.querySelector('.step.active')?.id === step, id)
      seen.push([(await page.evaluate(() => document.querySelector('.step.active')?.id)) ?? '', await camera(page)])
    }
    expect(seen).toEqual(walk)
    await page.keyboard.press('PageUp')
    await page.waitForFunction(() => document.querySelector('.step.active')?.id === 'step-18')
  })

  it.each(walk.map(([id], index) => [String(index + 1).padStart(2, '0'), id]))('step %s (%s) fits the stage', async (number, id) => {
    const { page } = seed
    await goTo(page, id)
    await settled(page)
    await page.screenshot({ path: join(screenshots, `${number}-${id}.png`) })
    const outside = await page.evaluate((step) => {
      // Chromium's checkVisibility() is true for SVG text in a group that is not displayed.
      const isShown = (element: Element | null): boolean =>
        element === null || (getComputedStyle(element).display !== 'none' && isShown(element.parentElement))
      const found: string[] = []
      const walker = document.createTreeWalker(document.getElementById(step) as HTMLElement, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement as HTMLElement
        if (!node.textContent?.trim() || parent.closest('style, script, .notes, title, desc, metadata') || !isShown(parent)) continue
        const range = document.createRange()
        range.selectNodeContents(node)
        for (const box of range.getClientRects()) {
          if (box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight) found.push(node.textContent.trim())
        }
      }
      return found
    }, id)
    expect(outside).toEqual([])
  })

  it.each(layers)('%s shows exactly the layers that its style names', async (id, shown) => {
    const { page } = seed
    await goTo(page, id)
    const groups = await page.evaluate((step) => {
      const drawing = document.querySelector(`#${step} svg`)
      return [...(drawing?.querySelectorAll('g g') ?? [])].map((group) => ({
        name: group.getAttribute('data-source-id') ?? group.id,
        display: getComputedStyle(group).display,
      }))
    }, id)
    expect(groups.length).toBeGreaterThan(5)
    expect(groups.filter(({ display }) => display !== 'none').map(({ name }) => name)).toEqual(
      groups.map(({ name }) => name).filter((name) => shown(name)),
    )
  })

  it.each(layers)('%s really paints the gradients and markers that it uses', async (id) => {
    const { page } = seed
    await goTo(page, id)
    await settled(page)
    const references = await page.evaluate((step) => {
      const isShown = (element: Element | null): boolean =>
        element === null || (getComputedStyle(element).display !== 'none' && isShown(element.parentElement))
      const drawing = document.querySelector(`#${step} svg`) as SVGElement
      const used = [
        ...drawing.querySelectorAll<SVGElement>(
          '[fill^="url("], [stroke^="url("], [marker-end^="url("], [style*="url("], [filter^="url("]',
        ),
      ]
      return used
        .filter((element) => isShown(element))
        .flatMap((element) =>
          element
            .getAttributeNames()
            // What the file has stands beside it for selectors, and paints nothing.
            .filter((name) => !name.startsWith('data-source-'))
            .flatMap((name) => [...(element.getAttribute(name) ?? '').matchAll(/url\(["']?#([^"')]+)/g)]),
        )
        .map((match) => match[1] as string)
        .map((name) => ({ name, inside: drawing.querySelector(`#${CSS.escape(name)}`) !== null }))
    }, id)
    expect(references.length).toBeGreaterThan(0)
    expect(references.filter(({ inside }) => !inside)).toEqual([])

    // What is taken away must be missed: the picture changes when the paint servers and markers of this inclusion are emptied.
    const before = await page.screenshot()
    await page.evaluate((step) => {
      for (const paint of document.querySelectorAll(`#${step} svg :is(linearGradient, radialGradient, marker, filter, pattern)`)) {
        paint.setAttribute('data-kept-id', paint.id)
        paint.removeAttribute('id')
      }
    }, id)
    const without = await page.screenshot()
    await page.evaluate((step) => {
      for (const paint of document.querySelectorAll(`#${step} svg [data-kept-id]`)) {
        paint.id = paint.getAttribute('data-kept-id') ?? ''
        paint.removeAttribute('data-kept-id')
      }
    }, id)
    expect(without.equals(before)).toBe(false)
    expect((await page.screenshot()).equals(before)).toBe(true)
  })

  it('has the router’s picture inside its drawings', async () => {
    const hrefs = await seed.page.evaluate(() =>
      [...document.querySelectorAll('svg image')].map((image) => image.getAttribute('href')?.slice(0, 22)),
    )
    expect(hrefs.length).toBeGreaterThan(0)
    expect(new Set(hrefs)).toEqual(new Set(['data:image/png;base64,']))
  })

  it('keeps the notes in the page, unseen', async () => {
    const notes = await seed.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.notes')].map((note) => ({
        step: note.closest('.step')?.id,
        seen: note.checkVisibility(),
        text: note.textContent,
      })),
    )
    expect(notes.filter(({ seen }) => seen)).toEqual([])
    expect(notes.map(({ step }) => step)).toContain('calico')
    expect(notes.find(({ step }) => step === 'calico')?.text).toContain('Border Gateway Protocol')
  })

  it('has no id twice, neither in the file nor in the page as it runs', async () => {
    const ids = await seed.page.evaluate(() => [...document.querySelectorAll('[id]')].map((element) => element.id))
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  it('asked nothing of the network or the disk and left the console silent', () => {
    expect(seed.requests).toEqual([])
    expect(seed.console).toEqual([])
  })

  it('can be read without script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1024, height: 768 } })
    const page = await context.newPage()
    await page.goto(seed.page.url().replace(/#.*/, ''))
    const boxes = await Promise.all(walk.map(([id]) => page.locator(`#${id}`).boundingBox()))
    // One under another: none is empty, none covers the one before.
    let bottom = 0
    for (const box of boxes) {
      expect(box?.height).toBeGreaterThan(20)
      expect(box?.y).toBeGreaterThanOrEqual(bottom - 1)
      bottom = (box?.y ?? 0) + (box?.height ?? 0)
    }
    await page.screenshot({ path: join(screenshots, 'no-script.png'), fullPage: true })
    await context.close()
  })
})
