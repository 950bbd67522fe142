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
      [`a-b${suffix}.click;c${suffix}.end -1s; 3s`, `a-b${suffix}.click`],
    ])
    await close()
  })
})
