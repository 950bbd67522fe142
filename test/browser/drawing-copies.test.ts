import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { goTo, useStage } from './built-page.ts'

const stage = useStage()

/** A deck whose slides show a drawing, one after the other. */
async function open(
  drawing: string,
  slides: readonly string[],
  front = '',
): Promise<{ page: Page; codes: readonly string[]; close: () => Promise<void> }> {
  writeFileSync(join(stage.folder, 'a.svg'), drawing)
  const text = `:title: x\n${front}\n${slides.map((slide, index) => `----\n\n:id: s${index}\n\n${slide}\n`).join('\n')}`
  const { page, codes, context } = await stage.open(join(stage.folder, 'deck.rst'), text)
  return { page, codes, close: () => context.close() }
}

describe('a drawing that names itself', () => {
  const drawing =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" role="img" aria-labelledby="t"><title id="t">Of the file</title><path d="M0 0h9"/></svg>'

  const ways = {
    'Of the file': '.. svg:: a.svg',
    First: '.. svg:: a.svg\n   :alt: First',
    Second: '.. svg:: a.svg\n   :alt: Second',
    '*Of the file*': '.. raw:: html\n   :file: a.svg',
  }
  it.each([
    ['First', 'Second', 'Of the file', '*Of the file*'],
    ['Of the file', 'First', 'Second', '*Of the file*'],
    ['*Of the file*', 'Second', 'First', 'Of the file'],
  ] as const)('is called what the deck calls it, and where that says nothing what the file says: %s, %s, %s, %s', async (...wanted) => {
    const { page, codes, close } = await open(
      drawing,
      wanted.map((name) => ways[name]),
    )
    expect(codes).toEqual([])
    for (const [index, name] of wanted.entries()) {
      await goTo(page, `s${index}`)
      expect(await page.locator(`#s${index} svg`).ariaSnapshot()).toBe(`- img "${name.replaceAll('*', '')}"`)
    }
    await close()
  })
})

describe('a copy of a drawing', () => {
  it('has the times of its animations go by its own parts', async () => {
    const drawing =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g id="a-b"/><rect id="c"><set begin="a\\-b.click;c.end -1s; 3s" end="a-b.click" attributeName="x" to="1"/></rect></svg>'
    const { page, close } = await open(drawing, ['.. svg:: a.svg\n   :alt: x', '.. svg:: a.svg\n   :alt: x'])
    const times = await page.evaluate(() =>
      [...document.querySelectorAll('set')].map((set) => [set.getAttribute('begin'), set.getAttribute('end')]),
    )
    const suffix = await page.evaluate(() => document.querySelector('#s1 rect')?.id.slice(1))
    expect(suffix).toMatch(/^~\d$/)
    expect(times).toEqual([
      ['a\\-b.click;c.end -1s; 3s', 'a-b.click'],
      [`a\\-b${suffix}.click;c${suffix}.end -1s; 3s`, `a-b${suffix}.click`],
    ])
    await close()
  })
})

describe('a selector on a value that holds an id', () => {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 99 99" aria-labelledby="t tp"><title id="t">x</title><linearGradient id="g"/><path id="tp" d="M0 9h90"/>
<rect fill="url(#g)" width="9" height="9"/><circle style="fill:url('#g')" r="9"/><ellipse clip-path="url(#none)" rx="9" ry="9"/><text><textPath href="#tp">a</textPath></text><use xlink:href="#tp"/><line x2="9" marker-end="url(#g)"/></svg>`
  /** Selector → how many elements of one inclusion it finds. */
  const selectors: Readonly<Record<string, number>> = {
    '[fill="url(#g)"]': 1,
    '[fill^="url(#"]': 1,
    '[fill$="g)"]': 1,
    '[fill*="~"]': 0,
    '[fill]:not([fill="url(#g)"])': 0,
    'circle[style*="url(\'#g\')"]': 1,
    '[clip-path="url(#none)"]': 1,
    '[href="#tp"]': 1,
    '[*|href="#tp"]': 2,
    "[marker-end='URL(#G)' i]": 1,
    'svg[aria-labelledby~="tp"]': 1,
  }

  it.each([
    ['', '.. svg:: a.svg'],
    ['where the page has the ids already', '.. svg:: a.svg', '.. raw:: html\n\n   <b id="g">g</b> <b id="tp">tp</b>'],
    ['in raw HTML', '.. raw:: html\n   :file: a.svg'],
  ])('finds as much in every inclusion %s', async (_, inclusion, before = '') => {
    const css = Object.keys(selectors)
      .map((selector, index) => `.step ${selector}{--found-${index}:yes}`)
      .join('\n')
    writeFileSync(join(stage.folder, 'own.css'), css)
    const slides = [...Array(3).keys()].map((index) => (index === 0 ? `${before}\n\n${inclusion}` : inclusion))
    const { page, codes, close } = await open(drawing, slides, ':css: own.css\n')
    expect(codes).toEqual([])
    const found = await page.evaluate(
      (count) =>
        [...document.querySelectorAll('.step svg')].map((svg) =>
          [...Array(count).keys()].map(
            (index) =>
              [svg, ...svg.querySelectorAll('*')].filter((part) => {
                const own = (element: Element | null) => element && getComputedStyle(element).getPropertyValue(`--found-${index}`) === 'yes'
                return own(part) && !own(part.parentElement)
              }).length,
          ),
        ),
      Object.keys(selectors).length,
    )
    expect(found).toEqual(Array(3).fill(Object.values(selectors)))
    await close()
  })

  it.each(['', '.. raw:: html\n\n   <b id="tp">tp</b>'])('finds no label of the file where the deck gives another: %j', async (before) => {
    writeFileSync(join(stage.folder, 'own.css'), '.step svg[aria-labelledby~="tp"]{--found:yes}')
    const inclusion = '.. svg:: a.svg\n   :alt: x'
    const { page, close } = await open(drawing, [`${before}\n\n${inclusion}`, inclusion], ':css: own.css\n')
    expect(await page.$$eval('.step svg', (all) => all.map((svg) => getComputedStyle(svg).getPropertyValue('--found')))).toEqual(['', ''])
    await close()
  })

  it('in the drawing’s own style finds as much in every inclusion', async () => {
    const own = drawing.replace('<title', '<style>[fill="url(#g)"],[*|href="#tp"]{--own:yes}</style><title')
    const { page, close } = await open(own, ['.. svg:: a.svg\n   :alt: x', '.. svg:: a.svg\n   :alt: x'])
    const found = await page.evaluate(() =>
      [...document.querySelectorAll('.step svg')].map(
        (svg) => [...svg.querySelectorAll('*')].filter((part) => getComputedStyle(part).getPropertyValue('--own') === 'yes').length,
      ),
    )
    expect(found).toEqual([3, 3])
    await close()
  })
})
