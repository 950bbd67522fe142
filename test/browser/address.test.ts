import { describe, expect, it } from 'vitest'
import { type EnginePage, eventually, pause } from './engines/engine.ts'
import { engineNames, useEngines } from './engines/use-engines.ts'

const engines = useEngines()

const slide = (id: string, ...items: readonly string[]): string =>
  `----\n\n:id: ${id}\n:data-x: r2000\n\n${id}\n\n.. class:: substep\n\n${items.map((item) => `* ${item}\n`).join('')}\n`

const deckOf = (slides: string): string =>
  `:data-transition-duration: 400\n:skip-help: true\n\n----\n\n:id: one\n\n\`two, twice <#/two/2>\`__\n\n${slides}`
const deck = deckOf(slide('two', 'a', 'b') + slide('three', 'c', 'd') + slide('été', 'e'))

/** The shown slide and what has come on it; then the address. */
const seen = (page: EnginePage): Promise<string> =>
  page.evaluate(() => {
    const step = document.querySelector('.step.active') as HTMLElement
    const shown = [...step.querySelectorAll('.substep-visible')].map(({ textContent }) => textContent)
    return [step.id, ...shown, decodeURIComponent(location.hash)].join(' ')
  })

const arrived = (page: EnginePage): Promise<true> =>
  eventually('arriving', () => page.evaluate(() => document.querySelector('.step.active.present') !== null || undefined))

const settle = 600
const back = (page: EnginePage) => page.evaluate(() => history.back())
const forward = (page: EnginePage) => page.evaluate(() => history.forward())

it.each([
  ['', 'one #/one'],
  ['#/two', 'two #/two'],
  ['#/two/1', 'two a #/two/1'],
  ['#/two/99', 'two a b #/two/2'],
  ['#/two/x', 'two #/two'],
  ['#/two/-1', 'two #/two'],
  ['#/3', 'three #/three'],
  ['#/3/1', 'three c #/three/1'],
  ['#/99', 'été #/été'],
  ['#/0', 'one #/one'],
  ['#/%C3%A9t%C3%A9/1', 'été e #/été/1'],
  ['#/nosuch/2', 'one #/one'],
  ['#/%', 'one #/one'],
])('the address %s leads to %s', async (hash, place) => {
  const page = await engines.open('chromium', deck, { hash })
  expect(await seen(page)).toBe(place)
  expect(await page.said()).toEqual([])
  await page.close()
})

describe.each(engineNames)('the address in %s', (name) => {
  it('follows at once when a move begins, and with each press', async () => {
    const page = await engines.open(name, deck)
    const found: string[] = []
    for (const key of [...Array(4).fill('ArrowRight'), ...Array(2).fill('ArrowLeft')]) {
      await page.press(key)
      found.push(await seen(page))
    }
    expect(found).toEqual(['two #/two', 'two a #/two/1', 'two a b #/two/2', 'three #/three', 'two a b #/two/2', 'two a #/two/1'])
    await page.close()
  })

  it('finds the slide that a move leads to when the page is loaded again on the way', async () => {
    const page = await engines.open(name, deck, { hash: '#/two/2' })
    await page.press('ArrowRight')
    await page.press('ArrowRight')
    expect(await page.evaluate(() => document.querySelector('.step.active.present'))).toBeNull()
    await page.reload()
    await arrived(page)
    expect(await seen(page)).toBe('three c #/three/1')
    await page.close()
  })

  it('walks back and forward from slide to slide, each as it was left', async () => {
    const page = await engines.open(name, deck)
    const entries = () => page.evaluate(() => history.length)
    const before = await entries()
    for (let count = 0; count < 5; count++) {
      await page.press('ArrowRight')
      await pause(settle)
    }
    expect([await seen(page), await entries()]).toEqual(['three c #/three/1', before + 2])
    const found: string[] = []
    for (const go of [back, back, forward, forward]) {
      await go(page)
      await pause(settle)
      found.push(await seen(page))
    }
    expect(found).toEqual(['two a b #/two/2', 'one #/one', 'two a b #/two/2', 'three c #/three/1'])
    // On from an earlier one, what came after it is gone.
    await back(page)
    await pause(settle)
    await page.press('Home')
    await pause(settle)
    expect([await seen(page), await entries()]).toEqual(['one #/one', before + 2])
    await page.close()
  })

  it('has no entry for a slide that is only passed by', async () => {
    const page = await engines.open(name, deck)
    const before = await page.evaluate(() => history.length)
    await page.evaluate(() => {
      const { impress } = window as unknown as { impress: () => { next(): void } }
      for (let count = 0; count < 7; count++) impress().next()
    })
    await pause(settle)
    expect(await seen(page)).toBe('été #/été')
    expect(await page.evaluate(() => history.length)).toBe(before + 1)
    await back(page)
    await pause(settle)
    expect(await seen(page)).toBe('one #/one')
    await page.close()
  })

  it('is followed when it is typed or linked to, and set right where it names nothing', async () => {
    const page = await engines.open(name, deck)
    const type = async (hash: string): Promise<string> => {
      await page.evaluate((wanted) => {
        location.hash = wanted
      }, hash)
      await pause(settle)
      await arrived(page)
      return seen(page)
    }
    expect([await type('#/three/1'), await type('#/three/2'), await type('#/three'), await type('#nosuch'), await type('#/1')]).toEqual([
      'three c #/three/1',
      'three c d #/three/2',
      'three #/three',
      'three #/three',
      'one #/one',
    ])
    await page.click('#one a')
    expect(await seen(page)).toBe('two a b #/two/2')
    expect(await page.said()).toEqual([])
    await page.close()
  })

  it('is written no oftener than browsers allow, and is right in the end', async () => {
    const page = await engines.open(name, deckOf(slide('two', ...Array.from({ length: 400 }, (_, index) => `i${index}`))))
    const calls = await page.evaluate(() => {
      let count = 0
      for (const method of ['pushState', 'replaceState'] as const) {
        const original = history[method].bind(history)
        history[method] = (...words) => {
          count++
          original(...words)
        }
      }
      const { impress } = window as unknown as { impress: () => { next(): void } }
      for (let time = 0; time < 300; time++) impress().next()
      return count
    })
    expect(calls).toBeLessThan(30)
    await pause(settle)
    expect(await page.evaluate(() => location.hash)).toBe('#/two/299')
    expect(await page.said()).toEqual([])
    await page.close()
  })
})
