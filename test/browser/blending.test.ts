import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { goTo, settled, useStage } from './built-page.ts'
import { colouredPixels } from './pixels.ts'

const stage = useStage()

/** A red disc, and a green one that is blended with it and, where nothing is behind it, keeps its colour. */
const drawing = (sheet: string, disc: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" width="600" height="300"><style>${sheet}</style><circle cx="60" cy="50" r="30" fill="#c33"/><circle cx="90" cy="50" r="30" fill="#3c3" ${disc}/></svg>`

const drawings: Readonly<Record<string, string>> = {
  'in a style': drawing('', 'style="mix-blend-mode:screen"'),
  'in a style of capitals': drawing('', 'style="MIX-BLEND-MODE : lighten"'),
  'in its own sheet': drawing('.b{mix-blend-mode:screen}', 'class="b"'),
}

describe.each(Object.entries(drawings))('what a drawing blends %s', (_, text) => {
  it.each(['default', 'dark', 'bare'])('is blended with the drawing alone, in the theme %s, also in a copy and on paper', async (theme) => {
    writeFileSync(join(stage.folder, 'a.svg'), text)
    const placed = '.. svg:: a.svg\n   :alt: x'
    const raw = '.. raw:: html\n   :file: a.svg'
    const slides = [placed, placed, raw, raw].map((inclusion, index) => `----\n\n:id: s${index}\n\n${inclusion}\n`)
    const { page, context, codes } = await stage.open(join(stage.folder, 'deck.rst'), `:title: x\n:theme: ${theme}\n\n${slides.join('\n')}`)
    expect(codes).toEqual([])
    for (const media of ['screen', 'print'] as const) {
      for (const id of ['s0', 's1', 's2', 's3']) {
        await goTo(page, id)
        await page.emulateMedia({ media })
        const style = await page.addStyleTag({ content: `@media print { .step:not(#${id}) { display: none !important } }` })
        await settled(page)
        const [green = 0] = await colouredPixels(page, ['#33cc33'])
        expect(green, `${id} ${media}`).toBeGreaterThan(3000)
        await style.evaluate((element) => (element as ChildNode).remove())
        await page.emulateMedia({ media: 'screen' })
      }
    }
    await context.close()
  })
})
