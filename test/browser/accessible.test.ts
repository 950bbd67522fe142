import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { compile } from '../../src/compile.ts'
import { visit } from './browser.ts'
import { goTo, useStage } from './built-page.ts'

const stage = useStage()

interface Axe {
  run(context: Document, options: object): Promise<{ violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] }>
}
type Deck = Window & { impress(): { goto(id: string, time: number): void; next(): void }; axe: Axe }

const open = async (text: string, options: { path?: string; theme?: string; width?: number; safe?: boolean } = {}) => {
  const { path = 'deck.rst', width = 1280, theme, safe = false } = options
  const { page } = await compile({ path: resolve(path), text }, { player: stage.player, safe, ...(theme ? { theme } : {}) })
  const opened = await visit(stage.browser, stage.write('deck.html', page.html), { width, height: 800 })
  await opened.page.waitForSelector('.step.active.present')
  return opened
}

/** What axe-core finds on every step after every press; in an article, on all of it. */
const faults = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const deck = window as unknown as Deck
    const found = new Set<string>()
    const check = async (where: string) => {
      const { violations } = await deck.axe.run(document, { resultTypes: ['violations'] })
      for (const { id, nodes } of violations)
        for (const { target, failureSummary } of nodes) found.add(`${where}: ${id} at ${target}: ${failureSummary.replace(/\s+/g, ' ')}`)
    }
    if (document.body.classList.contains('reading')) await check('article')
    else {
      for (const step of document.querySelectorAll<HTMLElement>('.step')) {
        deck.impress().goto(step.id, 0)
        while (!step.classList.contains('present')) await new Promise(requestAnimationFrame)
        for (let press = 0; press <= Number(step.dataset['presses'] ?? 0); press++) {
          if (press > 0) deck.impress().next()
          for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish()
          await check(`${step.id}/${press}`)
        }
      }
    }
    return [...found]
  })
}

describe('axe-core finds nothing', () => {
  it.each(
    ['container-orchestration.rst', 'architecture.rst', 'tour.rst', 'tour.md'].flatMap((name) =>
      // The two tours are one page.
      ['default', 'dark', 'bare'].filter((theme) => name !== 'tour.md' || theme === 'default').map((theme) => [name, theme] as const),
    ),
  )('on any step of %s in the theme %s, nor in the article', { timeout: 120_000 }, async (name, theme) => {
    const path = resolve('slides', name)
    const text = readFileSync(path, 'utf8')
    for (const width of [1280, 390]) {
      const { page, context } = await open(text, { path, theme, width })
      expect(await faults(page)).toEqual([])
      await context.close()
    }
  })

  it('would find what is wrong', async () => {
    const { page, context } = await open(':title: x\n\n----\n\n.. raw:: html\n\n   <p style="color: #eee">pale</p><img src="data:,">\n')
    expect((await faults(page)).map((fault) => fault.replace(/ at .*/, ''))).toEqual(['step-1/0: color-contrast', 'step-1/0: image-alt'])
    await context.close()
  })
})

const deck = `:title: Talk
:lang: de
:data-transition-duration: 0
:skip-help: true

.. header:: Oben

.. footer:: Unten

----

:id: one

Eins
====

\`Hin <#three>\`_

----

:id: two
:data-x: r1600

.. class:: substep

* erst \`mit Verweis <https://example.org/>\`_
* dann

\`Verweis <https://example.com/>\`_

----

:id: three
:data-x: r1600

.. raw:: html

   <h2>Drei</h2><button>Knopf</button>
`

/** What Chromium tells a screen reader: roles with names, sorted. Texts are in the names of others, or are left out. */
const treeOf = async (page: Page): Promise<string[]> => {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  const roles = new Set(['banner', 'main', 'contentinfo', 'group', 'heading', 'link', 'button', 'status', 'listitem'])
  return nodes
    .flatMap(({ ignored, role, name }) => (!ignored && roles.has(role?.value) ? [`${role?.value} ${name?.value}`.trim()] : []))
    .toSorted()
}

describe.each([false, true])('what a screen reader gets (safe: %s)', (safe) => {
  it('is landmarks, and the slide that is shown as a group with its title', async () => {
    const { page, context } = await open(deck, { safe })
    expect(await treeOf(page)).toEqual(['banner', 'contentinfo', 'group Eins', 'heading Eins', 'link Hin', 'main', 'status'])
    expect(await page.getAttribute('#one', 'aria-roledescription')).toBe('slide')
    expect(await page.locator('#impress-live').innerHTML()).toBe('<span lang="en">Slide 1 of 3</span>: Eins')
    await context.close()
  })

  it('is of a slide without a title its place, and of what comes press by press what has come', async () => {
    const { page, context } = await open(deck, { safe })
    await page.keyboard.press('ArrowRight')
    await page.waitForSelector('#two.present')
    const shown = async () => (await treeOf(page)).filter((node) => /^(group|listitem|link)/.test(node))
    const live = () => page.locator('#impress-live').textContent()
    expect(await shown()).toEqual(['group Slide 2 of 3', 'link Verweis'])
    expect(await live()).toBe('Slide 2 of 3')
    await page.keyboard.press('ArrowRight')
    expect(await live()).toBe('erst mit Verweis')
    expect(await shown()).toEqual(['group Slide 2 of 3', 'link Verweis', 'link mit Verweis', 'listitem'])
    await page.keyboard.press('ArrowRight')
    expect(await live()).toBe('dann')
    await page.keyboard.press('ArrowLeft')
    expect(await live()).toBe('')
    expect(await shown()).toEqual(['group Slide 2 of 3', 'link Verweis', 'link mit Verweis', 'listitem'])
    await context.close()
  })
})

describe('the focus', () => {
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.outerHTML.replace(/(?<=>).*/s, ''))

  it('goes to the title of the slide that is shown, without an outline, and Tab to what is on it alone', async () => {
    const { page, context } = await open(deck)
    expect(await focused(page)).toMatch(/^<body/)
    await page.keyboard.press('End')
    await page.waitForSelector('#three.present')
    expect(await focused(page)).toBe('<h2 tabindex="-1">')
    expect(await page.$eval('h2', (heading) => getComputedStyle(heading).outlineStyle)).toBe('none')
    await page.keyboard.press('Home')
    await page.waitForSelector('#one.present')
    expect(await focused(page)).toMatch(/^<h1 .*tabindex="-1">/)
    await page.keyboard.press('ArrowRight')
    await page.waitForSelector('#two.present')
    expect(await focused(page)).toMatch(/^<div id="two"/)
    await page.keyboard.press('Tab')
    expect(await focused(page)).toContain('example.com')
    // And out of the page: nothing else can be worked.
    await page.keyboard.press('Tab')
    expect(await focused(page)).toMatch(/^<body/)
    await context.close()
  })

  it('stays in a field beside the stage', async () => {
    const { page, context } = await open(deck)
    await page.evaluate(() => document.body.appendChild(document.createElement('input')).focus())
    await goTo(page, 'three')
    expect(await focused(page)).toBe('<input>')
    await context.close()
  })
})

it('a click on a slide beside the one that is shown goes there, though no screen reader finds it', async () => {
  const { page, context } = await open(deck.replaceAll('r1600', 'r1000'))
  expect(await page.$eval('#two', (step) => (step as HTMLElement).inert)).toBe(true)
  await page.mouse.click(1260, 400)
  await page.waitForSelector('#two.present')
  expect(await page.$eval('#two', (step) => (step as HTMLElement).inert)).toBe(false)
  await context.close()
})

it('without script slides are groups with their titles', async () => {
  const { page } = await compile({ path: resolve('deck.rst'), text: deck }, { player: stage.player })
  const context = await stage.browser.newContext({ javaScriptEnabled: false })
  const shown = await context.newPage()
  await shown.goto(stage.write('deck.html', page.html))
  const tree = await shown.locator('main, #impress').first().ariaSnapshot()
  expect(tree).toMatch(
    /^- main:\n {2}- group "Eins":\n {4}- heading "Eins"[\s\S]*\n {2}- group:\n[\s\S]*erst[\s\S]*\n {2}- group:\n {4}- heading "Drei"/,
  )
  await context.close()
})

it('forced colours show one slide, and reduced motion stops what appears', async () => {
  const { page, context } = await open(deck.replaceAll('r1600', 'r900'))
  const seen = () => page.$$eval('.step', (steps) => steps.map((step) => getComputedStyle(step).visibility))
  expect(await seen()).toEqual(['visible', 'visible', 'visible'])
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  expect(await seen()).toEqual(['visible', 'hidden', 'hidden'])
  expect(await page.$$eval('.substep, .step', (all) => new Set(all.map((part) => getComputedStyle(part).transitionProperty)).size)).toBe(1)
  expect(await page.$eval('.substep', (part) => getComputedStyle(part).transitionProperty)).toBe('none')
  await context.close()
})

it('on paper nothing is inert, as a PDF has tags only of what is not; afterwards it is as before', async () => {
  const { page, context } = await open('----\n\nA\n\n.. class:: substep\n\nLater\n\n----\n\nB\n')
  const inert = () => page.evaluate(() => [...document.querySelectorAll('[inert]')].map(({ textContent }) => textContent?.trim()))
  expect(await inert()).toEqual(['Later', 'B'])
  const during = await page.evaluate(() => {
    window.dispatchEvent(new Event('beforeprint'))
    return document.querySelectorAll('[inert]').length
  })
  expect(during).toBe(0)
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  expect(await inert()).toEqual(['Later', 'B'])
  await context.close()
})
