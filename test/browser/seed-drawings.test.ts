import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { visit } from './browser.ts'
import { builtPage, goTo, settled, useStage } from './built-page.ts'
import { difference } from './pixels.ts'

const path = 'slides/container-orchestration.rst'
const text = readFileSync(path, 'utf8')
const inclusion = /^\.\. raw:: html\n {4}:file: (\S+\.svg)$/gm

/** The slides that include a drawing: its file by the slide's id. */
const slides = text.split(/^----$/m).flatMap((slide) => {
  const file = /:file: (\S+\.svg)/.exec(slide)?.[1]
  const id = /^:id: (\S+)/m.exec(slide)?.[1]
  return file && id ? [[id, file] as const] : []
})

const stage = useStage()
let html: string
let page: Page
/** The deck with no drawing in it: a comment marks the place of each, and the author's styles are as written. */
let bare: string

beforeAll(async () => {
  const opened = await stage.open(path, text)
  expect(opened.codes).toEqual([])
  ;({ html, page } = opened)
  bare = (await builtPage(path, text.replace(inclusion, '.. raw:: html\n\n    <!--drawing-->'), stage.player)).html
})

/** The deck's page with one slide's drawing alone, pasted into it as the file has it. */
function naive(id: string, file: string): string {
  const drawing = readFileSync(resolve(file), 'utf8')
    .replace(/<\?xml[^>]*\?>/, '')
    .replace(
      /href="(\w+\.png)"/g,
      (_, name) => `href="data:image/png;base64,${readFileSync(resolve('graphics', name)).toString('base64')}"`,
    )
  const [before = '', after = ''] = bare.split(`id="${id}"`)
  return `${before}id="${id}"${after.replace('<!--drawing-->', () => drawing)}`.replaceAll('<!--drawing-->', '')
}

/** In print all slides are seen at once, so all but one are taken away. */
async function shoot(of: Page, id: string, media: 'screen' | 'print'): Promise<Buffer> {
  await goTo(of, id)
  await of.emulateMedia({ media })
  const style = await of.addStyleTag({ content: `@media print { .step:not(#${id}), #impress-help { display: none !important } }` })
  await settled(of)
  const picture = await of.screenshot()
  await of.emulateMedia({ media: 'screen' })
  await style.evaluate((element) => (element as ChildNode).remove())
  return picture
}

const elementsOf = (node: Root | Element): Element[] =>
  node.children.flatMap((child) => (child.type === 'element' ? [child, ...elementsOf(child)] : []))

describe('the seed deck’s eight inclusions of three drawings', () => {
  it('are found', () => {
    expect(slides).toHaveLength(8)
    expect(new Set(slides.map(([, file]) => file)).size).toBe(3)
    expect(bare.split('<!--drawing-->')).toHaveLength(9)
  })

  it.each(slides)('%s looks as it does with its drawing alone on the page, on screen and in print', async (id, file) => {
    const alone = await visit(stage.browser, stage.write(`${id}.html`, naive(id, file)))
    await alone.page.waitForSelector('body.impress-enabled')
    for (const media of ['screen', 'print'] as const) {
      const wanted = await shoot(alone.page, id, media)
      expect.soft(await difference(stage.browser, wanted, await shoot(page, id, media)), media).toBe(0)
    }
    // That the comparison sees a drawing at all:
    await alone.page.addStyleTag({ content: `#${id} svg { visibility: hidden }` })
    expect(await difference(stage.browser, await shoot(alone.page, id, 'screen'), await shoot(page, id, 'screen'))).toBeGreaterThan(10_000)
    await alone.context.close()
  })

  it('cost each drawing once, and each further one under 300 bytes', () => {
    const further = html.match(/<svg data-drawing="\d+~\d+"[\s\S]*?<\/svg>/g) ?? []
    expect(further).toHaveLength(5)
    for (const placeholder of further) expect(Buffer.byteLength(placeholder)).toBeLessThan(300)
    expect(html.match(/<svg\b[^>]*data-drawing="\d+"/g)).toHaveLength(3)
  })

  it('leave no id twice, in the file or in the page as it runs', async () => {
    const inFile = elementsOf(fromHtml(html)).flatMap(({ properties }) =>
      properties['id'] === undefined ? [] : [String(properties['id'])],
    )
    const live = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id))
    expect(live.length).toBeGreaterThan(inFile.length)
    for (const ids of [inFile, live]) expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })
})
