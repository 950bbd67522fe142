import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { useStage } from './built-page.ts'
import { difference } from './pixels.ts'

const stage = useStage()

/** A drawing's inclusions in the page as it is written. */
const inclusions = /<svg data-drawing="[^"]*~[^"]*"[\s\S]*?<\/svg>/g

/**
 * How many pixels of the page without script are others than where each inclusion is a drawing of its own, as the player fills it and printing
 * shows it; and how many such inclusions there are.
 */
async function strayPixels(path: string, text: string): Promise<{ stray: number; copies: number; codes: readonly string[] }> {
  const { page, context, html, url, codes } = await stage.open(path, text)
  const filled = await page.evaluate(() => {
    window.dispatchEvent(new Event('beforeprint'))
    return [...document.querySelectorAll('svg[data-drawing*="~"]')].map((svg) => svg.outerHTML)
  })
  await context.close()
  let next = 0
  const printed = html.replace(inclusions, () => filled[next++] ?? '')
  const plain = await stage.browser.newContext({ javaScriptEnabled: false, viewport: { width: 1100, height: 700 } })
  const shots: Buffer[] = []
  for (const address of [url, stage.write('printed.html', printed)]) {
    const shown = await plain.newPage()
    await shown.goto(address)
    shots.push(await shown.screenshot({ fullPage: true }))
  }
  await plain.close()
  const [first, second] = shots as [Buffer, Buffer]
  return { stray: await difference(stage.browser, first, second), copies: next, codes }
}

const deckOf = (slides: readonly string[]): string => slides.map((slide) => `----\n\n${slide}\n`).join('\n')

const parts = `<g id="sky"><rect width="90" height="60" fill="#cde"/></g>
<g inkscape:label="Hill" opacity=".6"><path d="M0 60 45 20 90 60z" fill="#383"/><g id="tree"><circle cx="45" cy="30" r="9" fill="#060"/></g></g>
<g id="sun" style="opacity:.5"><circle cx="70" cy="12" r="9" fill="#e90"/></g>
<g id="rain" display="none"><path d="M5 5 9 20M25 5l4 15M50 5l4 15" stroke="#03f"/></g><text id="word" x="4" y="55">hill</text>`
const drawing = (root = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" viewBox="0 0 90 60" ${root}>${parts}</svg>\n`

describe('without script, a drawing that is shown again', () => {
  it.each([
    ['parts that come and go', [':hide: sky sun', ':show: sky', ':hide: Hill', ':hide: *\n   :show: tree', ':hide: word']],
    ['parts that the file hides', [':hide: sun', ':show: rain', '', ':show: rain\n   :hide: sky']],
    ['parts that are dimmed', [':dim: sun', '', ':dim: Hill word', ':dim: sun\n   :hide: Hill']],
    ['a part that the first one alone dims', [':dim: sun Hill', '', ':hide: sky']],
    ['a part that the first one alone opens', [':show: rain', '', ':hide: sky']],
    ['presses', [':hide: *\n   :steps: sky | +Hill', ':steps: +sun | -sky | +rain', ':hide: *\n   :steps: sky | sun | rain']],
    [
      'changes from slide to slide',
      [':hide: *', ':from: previous\n   :show: sky', ':from: previous\n   :show: sun', ':from: previous\n   :dim: sky'],
    ],
    [
      'another view',
      [':zoom: sun\n   :width: 200', ':width: 300', ':zoom: tree\n   :width: 200\n   :height: 150', ':fit: fill\n   :height: 90'],
    ],
    ['nothing hidden in raw HTML', [':hide: sky sun', '*raw*', ':dim: Hill', '*raw*']],
    ['what raw HTML has whole', ['*raw*', ':hide: sky', ':show: rain']],
  ])('is as printing shows it: %s', async (_, shown) => {
    writeFileSync(join(stage.folder, 'a.svg'), drawing())
    const slides = shown.map((options) =>
      options === '*raw*' ? '.. raw:: html\n   :file: a.svg' : `.. svg:: a.svg\n   :alt: x\n   ${options}`.trimEnd(),
    )
    const { stray, copies, codes } = await strayPixels(join(stage.folder, 'deck.rst'), deckOf(slides))
    expect({ stray, copies, codes }).toEqual({ stray: 0, copies: shown.length - 1, codes: [] })
  })

  it('is as printing shows it in the deck of one drawing', async () => {
    const path = resolve('slides/architecture.rst')
    const { stray, copies, codes } = await strayPixels(path, readFileSync(path, 'utf8'))
    expect({ stray, copies, codes }).toEqual({ stray: 0, copies: 3, codes: [] })
  })

  it.each([
    ['its style', 'style="opacity:.5"', ''],
    ['its class', 'class="pale"', '.pale{opacity:.5;filter:blur(2px)}'],
    ['its attribute', 'opacity=".5" style="fill:#900"', ''],
    ['its filter', 'filter="url(#f)" opacity=".5"', ''],
    ['its size', 'style="width:50%;font-size:150%;transform:rotate(9deg)"', ''],
    ['a paint of its own', 'style="opacity:.5;filter:url(#f)"', ''],
    ['a style that is long', `style="opacity:.5;${'--x:1;'.repeat(60)}"`, ''],
    ['a size without a view box', 'width="50%" height="50%"', ''],
    ['the deck’s rule for each', '', 'svg{opacity:.5;transform:translateX(20px);width:60%}'],
  ])('has what its root says once: %s', async (_, root, css) => {
    const filter = '<filter id="f"><feGaussianBlur stdDeviation="2"/></filter>'
    const whole = drawing(root).replace('<g id="sky"', `${filter}$&`)
    const boxless = whole.replace('viewBox="0 0 90 60"', '').replace('<rect width="90" height="60"', '<rect width="100%" height="100%"')
    writeFileSync(join(stage.folder, 'a.svg'), /width="/.test(root) ? boxless : whole)
    writeFileSync(join(stage.folder, 'own.css'), css)
    const raw = '.. raw:: html\n   :file: a.svg'
    const svg = '.. svg:: a.svg\n   :alt: x\n   :width: 300'
    for (const slides of [
      [raw, raw],
      [svg, svg],
    ]) {
      const { stray, copies, codes } = await strayPixels(join(stage.folder, 'deck.rst'), `:css: own.css\n\n${deckOf(slides)}`)
      expect({ stray, copies, codes }).toEqual({ stray: 0, copies: 1, codes: [] })
    }
  })
})
