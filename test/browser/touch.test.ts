import { describe, expect, it } from 'vitest'
import { type EnginePage, type Place, pause } from './engines/engine.ts'
import { engineNames, useEngines } from './engines/use-engines.ts'

const engines = useEngines()

const slide = (id: string, body: string): string => `----\n\n:id: ${id}\n:data-x: r2000\n\n${id}\n\n${body}\n\n`
const items = (...names: readonly string[]): string => `.. class:: substep\n\n${names.map((name) => `* ${name}\n`).join('')}`
const links =
  '`to one <#one>`_\n\n.. raw:: html\n\n   <button>press</button>\n   <div style="overflow-x:auto;width:300px"><p style="width:2000px">wide</p></div>'
const deck = `:data-transition-duration: 300\n:skip-help: true\n\n${slide('one', '')}${slide('two', items('a', 'b'))}${slide('three', items('c'))}${slide('four', links)}`

/** The shown slide, what has come on it, and whether the camera is on it. */
const seen = (page: EnginePage): Promise<string> =>
  page.evaluate(() => {
    const step = document.querySelector('.step.active') as HTMLElement
    return [step.id, ...[...step.querySelectorAll('.substep-visible')].map(({ textContent }) => textContent)].join(' ')
  })

/** From place to place, 40 px at a time. */
const path = (...stops: readonly Place[]): Place[] =>
  stops.flatMap((to, index) => {
    const from = stops[index - 1]
    if (!from) return [to]
    const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 40)
    return Array.from({ length: steps }, (_, step) => ({
      x: Math.round(from.x + ((to.x - from.x) * (step + 1)) / steps),
      y: Math.round(from.y + ((to.y - from.y) * (step + 1)) / steps),
    }))
  })

const across = (...xs: readonly number[]): Place[] => path(...xs.map((x) => ({ x, y: 600 })))

const settle = 700

describe.each(engineNames)('a finger in %s', (name) => {
  const swipe = async (page: EnginePage, ...fingers: readonly (readonly Place[])[]): Promise<string> => {
    await page.touch(...fingers)
    await pause(settle)
    return seen(page)
  }

  it('that swipes is one press, forwards and backwards', async () => {
    const page = await engines.open(name, deck)
    const found: string[] = []
    for (let count = 0; count < 4; count++) found.push(await swipe(page, across(800, 200)))
    for (let count = 0; count < 4; count++) found.push(await swipe(page, across(200, 800)))
    const there = ['two', 'two a', 'two a b', 'three']
    expect(found).toEqual([...there, ...there.slice(0, 3).reverse(), 'one'])
    expect(await page.said()).toEqual([])
    await page.close()
  })

  it('that swipes again while the camera moves is one press each time', async () => {
    const page = await engines.open(name, deck)
    for (let count = 0; count < 5; count++) await page.touch(across(900, 700))
    await pause(settle)
    expect(await seen(page)).toBe('three c')
    await page.close()
  })

  it('that comes back is no press, and shows none on its way', async () => {
    const page = await engines.open(name, deck, { hash: '#/two' })
    await page.evaluate(() => {
      const shown: string[] = []
      new MutationObserver(() => {
        shown.push(...[...document.querySelectorAll('.substep-visible')].map(({ textContent }) => textContent ?? ''))
      }).observe(document.body, { subtree: true, attributeFilter: ['class'] })
      Object.assign(window, { shown })
    })
    expect(await swipe(page, across(900, 300, 880))).toBe('two')
    // Nor one that goes up and down.
    expect(await swipe(page, path({ x: 900, y: 200 }, { x: 880, y: 600 }, { x: 300, y: 620 }))).toBe('two')
    expect(await page.evaluate(() => (window as unknown as { shown: string[] }).shown)).toEqual([])
    await page.close()
  })

  it('that comes back leaves the camera where it was', async () => {
    const page = await engines.open(name, deck)
    const place = () => page.evaluate(() => document.querySelector('.step.active')?.getBoundingClientRect().left)
    const before = await place()
    expect(await swipe(page, across(900, 300, 880))).toBe('one')
    expect(await place()).toBe(before)
    // A second finger makes it a pinch, which is the browser's.
    const fingers = [across(900, 500), path({ x: 400, y: 300 }, { x: 400, y: 700 })]
    expect(await swipe(page, ...fingers)).toBe('one')
    expect(await page.evaluate(() => document.querySelector('.step.active')?.id)).toBe('one')
    await page.close()
  })

  it('that taps goes back on the left third, and on elsewhere', async () => {
    const page = await engines.open(name, deck)
    const tap = (x: number) => swipe(page, [{ x, y: 600 }])
    const found: string[] = []
    for (const x of [1200, 500, 1000, 100, 1000]) found.push(await tap(x))
    expect(found).toEqual(['two', 'two a', 'two a b', 'two a', 'two a b'])
    await page.close()
  })

  it('that taps on a link or a button leaves it to them, and one that scrolls scrolls', async () => {
    const page = await engines.open(name, deck, { hash: '#/four' })
    const middle = (selector: string) =>
      page.evaluate((wanted) => {
        const { left, top, width, height } = (document.querySelector(wanted) as Element).getBoundingClientRect()
        return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) }
      }, selector)
    expect(await swipe(page, [await middle('#four button')])).toBe('four')
    const { x, y } = await middle('#four div')
    expect(await swipe(page, path({ x, y }, { x: x - 140, y }))).toBe('four')
    expect(await swipe(page, [await middle('#four a')])).toBe('one')
    await page.close()
  })

  it('is a mouse’s neither: a click that is none of a link’s is no press', async () => {
    const page = await engines.open(name, deck)
    await page.click({ x: 1200, y: 600 })
    await pause(settle)
    expect(await seen(page)).toBe('one')
    await page.close()
  })
})
