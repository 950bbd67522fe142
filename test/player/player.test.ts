import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { compile } from '../../src/compile.ts'
import { labelOf, slideKeys } from '../../src/player/key-table.ts'
import { startBrowser, type Visit, visit } from '../browser/browser.ts'

let browser: Browser
let folder: string
let player: string
let open: Visit[] = []

beforeAll(async () => {
  browser = await startBrowser()
  folder = mkdtempSync(join(tmpdir(), 'player-'))
  const built = await build({ entryPoints: ['src/player/player.ts'], bundle: true, write: false, format: 'iife', target: 'es2020' })
  player = built.outputFiles[0]?.text ?? ''
})

afterEach(async () => {
  const visits = open
  open = []
  for (const { context } of visits) await context.close()
  expect(visits.flatMap(({ console, requests }) => [...console, ...requests])).toEqual([])
})

afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true })
})

let count = 0

async function play(slides: string, { hash = '', fields = ':data-transition-duration: 0\n:skip-help: true' } = {}): Promise<Page> {
  const path = join(folder, 'deck.rst')
  const { page, diagnostics } = await compile({ path, text: `${fields}\n\n${slides}\n` }, { player })
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  const file = join(folder, `${++count}.html`)
  writeFileSync(file, page.html)
  const opened = await visit(browser, pathToFileURL(file).href + hash)
  open.push(opened)
  await settled(opened.page)
  return opened.page
}

/** The camera has arrived: impress.js has entered the step and written the hash. */
const settled = (page: Page): Promise<unknown> => page.waitForSelector('.step.active.present', { state: 'attached' })

const active = async (page: Page): Promise<string> => {
  await settled(page)
  return page.evaluate(() => document.querySelector('.step.active')?.id ?? '')
}

const scrolled = (page: Page): Promise<number> =>
  page.evaluate(() =>
    [document.documentElement, document.body, ...document.querySelectorAll('#impress, #impress > div')].reduce(
      (sum, { scrollTop, scrollLeft }) => sum + scrollTop + scrollLeft,
      0,
    ),
  )

const three = ['a', 'b', 'c'].map((id) => `----\n\n:id: ${id}\n\n${id.toUpperCase()}\n=\n`).join('\n')

describe('keys', () => {
  it.each([
    ['Space', 'b'],
    ['ArrowRight', 'b'],
    ['ArrowDown', 'b'],
    ['PageDown', 'b'],
    ['ArrowLeft', 'c'],
    ['PageUp', 'c'],
    ['Shift+Space', 'c'],
    ['End', 'c'],
    ['Home', 'a'],
    ['Control+ArrowRight', 'a'],
    ['Alt+ArrowRight', 'a'],
    ['Shift+ArrowRight', 'a'],
  ])('%s goes to %s', async (key, step) => {
    const page = await play(three)
    await page.keyboard.press(key)
    expect(await active(page)).toBe(step)
    if (!/^(?:Control|Alt|Shift).Arrow/.test(key)) expect(await page.evaluate(() => location.hash)).toBe(`#/${step}`)
  })

  it('are heard by one listener, and impress.js adds none of its own', async () => {
    const page = await play(three)
    await page.addInitScript(() => {
      const { addEventListener } = EventTarget.prototype
      const heard: string[] = []
      Object.assign(window, { heard })
      EventTarget.prototype.addEventListener = function (this: EventTarget, ...[type, ...rest]: Parameters<typeof addEventListener>) {
        if (type.startsWith('key')) heard.push(type)
        return addEventListener.call(this, type, ...rest)
      }
    })
    await page.reload()
    await settled(page)
    expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual(['keydown'])
  })

  it('act by the letter, whether caps lock is on or not', async () => {
    const page = await play(three)
    await page.keyboard.press('B')
    expect(await page.evaluate(() => document.body.classList.contains('impress-blank'))).toBe(true)
  })

  it('are left to a field that has the focus', async () => {
    const page = await play(`${three}\n.. raw:: html\n\n  <input id="field">`, { hash: '#/c' })
    await page.click('#field')
    await page.keyboard.type('b h.g ')
    expect(await page.inputValue('#field')).toBe('b h.g ')
    expect(await active(page)).toBe('c')
    expect(await page.evaluate(() => document.body.classList.contains('impress-blank'))).toBe(false)
  })

  it('Tab goes from link to link of the slide that is shown', async () => {
    const page = await play('----\n\n:id: a\n\nhttps://a.example\n\n----\n\n:id: b\n:data-x: 9000\n\nhttps://b.example')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('https://a.example')
    await page.keyboard.press('Tab')
    expect(await active(page)).toBe('a')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).not.toBe('https://b.example')
    expect(await scrolled(page)).toBe(0)
  })

  it('h shows the keys, each of which does what it says there too', async () => {
    const page = await play(three)
    const rows = page.locator('deck-panels .help button')
    expect(await page.locator('#impress-help').count()).toBe(0)
    await page.keyboard.press('h')
    expect((await rows.allTextContents()).sort()).toEqual(slideKeys.map((row) => labelOf(row).replaceAll(', ', '') + row.help).sort())
    await page.keyboard.press('h')
    await expect.poll(() => rows.count()).toBe(0)
    await page.keyboard.press('h')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => rows.count()).toBe(0)
    expect(await active(page)).toBe('b')
    await page.keyboard.press('?')
    await rows.getByText('Last slide').click()
    await expect.poll(() => active(page)).toBe('c')
    expect(await rows.count()).toBe(0)
  })

  it('the help has the lines of an author’s script too, in their rows', async () => {
    const page = await play(three)
    await page.evaluate(() =>
      document.dispatchEvent(new CustomEvent('impress:help:add', { detail: { command: 'X', text: 'Mine', row: 0 } })),
    )
    await page.keyboard.press('?')
    expect((await page.locator('deck-panels .help > *').allTextContents()).slice(0, 2)).toEqual(['XMine', 'Space→↓Page downNext'])
  })

  it('a hint at the start leads to the keys, goes with the first press, and does not come again', async () => {
    const page = await play(three, { fields: ':data-transition-duration: 0' })
    const hint = page.locator('#impress-help')
    expect(await hint.textContent()).toBe('H shows all keys')
    // Small, and away from what is on the slide.
    const { height = 0, width = 0 } = (await hint.boundingBox()) ?? {}
    expect(height * width).toBeLessThan(0.02 * 1024 * 768)
    await hint.click()
    expect(await page.getByRole('dialog', { name: 'Keys' }).isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    expect(await hint.isVisible()).toBe(false)
    await page.reload()
    await settled(page)
    expect(await hint.isVisible()).toBe(false)
  })
})

describe('links and hashes', () => {
  const deck = '----\n\n:id: a\n\n`B title`_ `step <#b>`__\n\n----\n\n:id: b\n\nB title\n=======\n'

  it.each(['#b-title', '#/b-title', '#/b', '#b'])('%s in the address leads to its slide', async (hash) => {
    const page = await play(deck, { hash })
    expect(await active(page)).toBe('b')
    expect(await scrolled(page)).toBe(0)
  })

  it('an id that is not ASCII', async () => {
    const page = await play('----\n\na\n\n----\n\n:id: schrödinger-κ\n\nb', { hash: '#/schr%C3%B6dinger-%CE%BA' })
    expect(await active(page)).toBe('schrödinger-κ')
    await page.keyboard.press('ArrowLeft')
    expect(await active(page)).toBe('step-1')
  })

  it('a click on a link follows it', async () => {
    const page = await play(deck)
    await page.click('text=B title')
    expect(await active(page)).toBe('b')
    await page.goBack()
    expect(await active(page)).toBe('a')
  })

  it('lead to the slide of that id though raw HTML before it has the id too', async () => {
    const slides = `----\n\n.. raw:: html\n\n   <p id="c">x</p>\n   <a id="link" href="#c">to c</a>\n\n${three}`
    expect(await active(await play(slides, { hash: '#/c' }))).toBe('c')
    const page = await play(slides)
    await page.locator('#link').click()
    await page.locator('#c.active').waitFor({ state: 'attached' })
    await page.keyboard.press('g')
    await page.keyboard.type('a\n')
    await page.locator('#a.active').waitFor({ state: 'attached' })
  })

  it('a hash that names nothing changes nothing', async () => {
    const page = await play(deck)
    await page.evaluate(() => {
      location.hash = '#nosuch'
    })
    await expect.poll(() => page.evaluate(() => location.hash)).toBe('#/a')
    expect(await active(page)).toBe('a')
    expect(await scrolled(page)).toBe(0)
  })
})

describe('clicks', () => {
  it('on a neighbour go there', async () => {
    const page = await play('----\n\n:id: a\n:data-scale: 5\n\nA\n\n----\n\n:id: b\n:data-x: 1500\n:data-scale: 1\n\nB')
    // It is inert, which a click of the mouse is not stopped by.
    const box = await page.locator('#b').boundingBox()
    await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2)
    expect(await active(page)).toBe('b')
  })

  it('on a link of a slide that another covers reach the link', async () => {
    const page = await play('----\n\n:id: a\n:data-x: 0\n\n`to c <#c>`__\n\n----\n\n:id: b\n\nB\n\n----\n\n:id: c\n:data-x: 5000\n\nC')
    await page.click('text=to c')
    expect(await active(page)).toBe('c')
  })

  it('on a small slide of an overview go there, and the overview does not cover it', async () => {
    const page = await play(
      '----\n\n:id: small\n:data-x: 0\n\n`to o <#overview>`__\n\n----\n\n:id: overview\n:data-scale: 8\n:data-y: 0\n\n.',
      {
        hash: '#/overview',
      },
    )
    const box = await page.locator('#small').boundingBox()
    await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2)
    expect(await active(page)).toBe('small')
    await page.click('text=to o')
    expect(await active(page)).toBe('overview')
  })
})

describe('what a slide shows with it', () => {
  const deck = (overview: string): string =>
    `----\n\n:id: a\n:data-x: 0\n\nA\n\n----\n\n:id: behind\n:data-x: 3500\n:data-z: -4000\n\nB\n\n----\n\n:id: far\n:data-x: 9000\n:data-z: 0\n\nC\n\n----\n\n:id: overview\n${overview}\n\n.`
  const marked = (page: Page) => page.$$eval('.in-active', (steps) => steps.map(({ id }) => id))

  it.each([
    ['the smaller slides in it, as far as they are seen', ':data-x: 0\n:data-z: 0\n:data-scale: 6', ['a', 'behind']],
    ['none of its own size', ':data-x: 0\n:data-z: 0', []],
  ])('%s', async (_, overview, ids) => {
    const page = await play(deck(overview), { hash: '#/overview' })
    expect(await marked(page)).toEqual(ids)
    await page.keyboard.press('ArrowLeft')
    expect(await marked(page)).toEqual([])
  })
})

describe('substeps', () => {
  const deck = '----\n\n:id: a\n\n.. class:: substep\n\n* one\n* two\n\n----\n\n:id: b\n\nB'
  const shown = (page: Page) => page.locator('#a .substep-visible').count()

  it('unfold one by one, and going back finds them unfolded', async () => {
    const page = await play(deck)
    expect(await shown(page)).toBe(0)
    await page.keyboard.press('Space')
    await page.keyboard.press('Space')
    expect([await active(page), await shown(page)]).toEqual(['a', 2])
    await page.keyboard.press('Space')
    expect(await active(page)).toBe('b')
    await page.keyboard.press('ArrowLeft')
    expect([await active(page), await shown(page)]).toEqual(['a', 2])
    await page.keyboard.press('ArrowLeft')
    expect([await active(page), await shown(page)]).toEqual(['a', 1])
  })
})

describe('the page', () => {
  it('can be zoomed on a phone', async () => {
    const page = await play(three)
    expect(await page.getAttribute('meta[name=viewport]', 'content')).toBe('width=device-width, initial-scale=1, minimum-scale=1')
  })

  it('numbers its slides', async () => {
    const page = await play(three, { fields: ':slide-numbers: true\n:data-transition-duration: 0\n:skip-help: true' })
    await page.keyboard.press('Space')
    expect(await page.textContent('#slide-number')).toBe('2')
  })

  it('holds a picture once and shows it twice', async () => {
    writeFileSync(join(folder, 'p.svg'), `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><!--${'x'.repeat(4000)}--></svg>`)
    const page = await play('----\n\n.. image:: p.svg\n\n----\n\n.. image:: p.svg\n')
    const widths = () => page.evaluate(() => [...document.images].map(({ naturalWidth }) => naturalWidth))
    await expect.poll(widths).toEqual([40, 40])
  })

  it('has impress.js’s API, events and classes', async () => {
    const page = await play(three)
    const result = await page.evaluate(async () => {
      const events: string[] = []
      for (const name of ['impress:stepleave', 'impress:stepenter'])
        document.addEventListener(name, ({ target }) => events.push(`${name} ${(target as Element).id}`))
      const { impress } = window as unknown as { impress: () => { goto(id: string): void } }
      const api = impress()
      api.goto('c')
      await new Promise((resolve) => setTimeout(resolve, 100))
      return {
        events,
        on: document.body.classList.contains('impress-on-c'),
        past: document.getElementById('a')?.className.includes('past'),
      }
    })
    expect(result).toEqual({ events: ['impress:stepleave a', 'impress:stepenter c'], on: true, past: true })
  })

  it('without script shows one slide under another, with nothing hidden', async () => {
    await play(`${three}\n\n.. class:: substep\n\n* one`)
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(pathToFileURL(join(folder, `${count}.html`)).href)
    const boxes = await Promise.all(['a', 'b', 'c'].map((id) => page.locator(`#${id}`).boundingBox()))
    const tops = boxes.map((box) => box?.y ?? -1)
    expect(tops).toEqual([...tops].sort((one, other) => one - other))
    expect((tops[1] ?? 0) - (tops[0] ?? 0)).toBeGreaterThanOrEqual(boxes[0]?.height ?? 1e9)
    expect(await page.locator('.substep').evaluate((element) => getComputedStyle(element).opacity)).toBe('1')
    await context.close()
  })
})

it('is taken out of the page again by tear(), and begins anew', async () => {
  const page = await play('----\n\n:id: a\n\nA\n\n----\n\n:id: b\n\nB')
  const look = () =>
    page.evaluate(() => {
      const root = document.getElementById('impress')
      const steps = [...document.querySelectorAll<HTMLElement>('.step')]
      return {
        body: [...document.body.classList].filter((name) => /^impress-(on|enabled|disabled|supported)/.test(name)),
        inRoot: [...(root?.children ?? [])].map(({ id }) => id),
        states: steps.flatMap(({ classList }) => ['past', 'present', 'future', 'active'].filter((name) => classList.contains(name))),
        transforms: steps.map(({ style }) => style.transform),
      }
    })
  const tear = 'window.impress().tear()'
  await page.evaluate(tear)
  expect(await look()).toEqual({ body: [], inRoot: ['a', 'b'], states: [], transforms: ['', ''] })
  await page.keyboard.press('ArrowRight')
  expect((await look()).states).toEqual([])
  await page.evaluate('window.impress().init()')
  expect(await active(page)).toBe('a')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => active(page)).toBe('b')
})
