import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildSync } from 'esbuild'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createResources } from '../../src/1-source/resources.ts'
import { createDrawingStore } from '../../src/4-look/drawings/store.ts'
import { embedDrawings } from '../../src/6-page/svg/drawings.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { startBrowser } from './browser.ts'
import { difference } from './pixels.ts'

const folder = resolve(import.meta.dirname, '../6-page/svg/drawings')
const names = readdirSync(folder).filter((name) => name.endsWith('.svg'))
const clip = { x: 0, y: 0, width: 600, height: 400 }

let browser: Browser
let player: string
let scratch: string

beforeAll(async () => {
  browser = await startBrowser()
  scratch = mkdtempSync(join(tmpdir(), 'drawings-'))
  player = buildSync({
    stdin: {
      contents: `import { fillDrawings } from './drawings.ts'; fillDrawings()`,
      resolveDir: resolve(import.meta.dirname, '../../src/player'),
    },
    bundle: true,
    write: false,
    format: 'iife',
  }).outputFiles[0]?.text as string
})
afterAll(async () => {
  await browser.close()
  rmSync(scratch, { recursive: true })
})

/** A page with each drawing at the top of its own 400 px. */
async function pageOf(paths: readonly string[], css: string): Promise<string> {
  const diagnostics: Diagnostic[] = []
  const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic)
  const store = createDrawingStore()
  const shown = await Promise.all(paths.map(async (path) => ({ drawing: await store.read(readFileSync(path), path) })))
  const { html, rewriteCss } = embedDrawings(shown, { report, resources: createResources({ report }) })
  expect(diagnostics.filter(({ code }) => code !== 'svg/unsafe')).toEqual([])
  const boxes = html.map((svg, index) => `<div id="box-${index}" class="box">${svg}</div>`).join('\n')
  return `<!doctype html><meta charset="utf-8"><style>body{margin:0;display:flex;flex-direction:column}.box{flex:none;height:400px;overflow:hidden}.box svg{display:block}${rewriteCss(css)}</style>${boxes}<script>${player}</script>`
}

/**
 * The picture of one box, or of a drawing opened alone. Its size is made whole pixels first: an inline box with a fraction of a pixel is
 * snapped to the grid by the browser, which moves everything in it a little whatever the page does.
 */
async function shoot(url: string, box?: number, prepare?: string): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 600, height: 400 } })
  await page.goto(url)
  if (prepare) await page.addStyleTag({ content: prepare })
  await page.evaluate((index) => {
    const root = index === undefined ? document.documentElement : document.querySelector(`#box-${index} > svg`)
    const { width, height } = (root as Element).getBoundingClientRect()
    root?.setAttribute('width', String(Math.ceil(width)))
    root?.setAttribute('height', String(Math.ceil(height)))
    // The wanted box comes first: glyphs are drawn a little otherwise further down a page.
    root?.parentElement?.style.setProperty('order', '-1')
  }, box)
  const picture = await page.screenshot({ clip })
  await page.close()
  return picture
}

const write = (name: string, html: string): string => {
  const path = join(scratch, `${name}.html`)
  writeFileSync(path, html)
  return pathToFileURL(path).href
}

/** A blur may differ by a pixel or two from one picture to the next; a style or gradient of another drawing makes hundreds. */
const rasterNoise = 5

describe.each(names)('%s', (name) => {
  it('looks as it does alone, twice on one page, with either copy hidden', async () => {
    const path = join(folder, name)
    const url = write(name, await pageOf([path, path], ''))
    const alone = await shoot(pathToFileURL(path).href)
    const pictures = [
      ['the first', await shoot(url, 0)],
      ['the second', await shoot(url, 1)],
      ['the first, the second hidden', await shoot(url, 0, '#box-1{display:none}')],
      ['the second, the first hidden', await shoot(url, 1, '#box-0 svg{display:none}')],
    ] as const
    for (const [what, picture] of pictures) expect.soft(await difference(browser, alone, picture), what).toBeLessThan(rasterNoise)
  })
})

describe('all drawings on one page', () => {
  it('keep their own styles, ids and references', async () => {
    const paths = [...names, ...names].map((name) => join(folder, name))
    const url = write('all', await pageOf(paths, ''))
    for (const [index, path] of paths.entries()) {
      const alone = await shoot(pathToFileURL(path).href)
      expect(await difference(browser, alone, await shoot(url, index)), `box ${index}, ${path}`).toBeLessThan(rasterNoise)
    }
    const page = await browser.newPage()
    await page.goto(url)
    const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map((element) => element.id))
    expect(ids.length).toBe(new Set(ids).size)
    await page.close()
  })

  it('are found by the author’s selectors in every copy', async () => {
    const path = join(folder, 'inkscape.svg')
    const css = `svg g g{display:none} #box-0 svg g g[id='node1'],#box-1 svg g g[id$='2'],#box-2 #node3{display:inline} #box-1 [id*='~']{visibility:hidden}`
    const url = write('selectors', await pageOf([path, path, path], css))
    const page = await browser.newPage()
    await page.goto(url)
    const shown = await page.evaluate(() =>
      [0, 1, 2].map((box) =>
        [...document.querySelectorAll(`#box-${box} g g`)]
          .filter((group) => getComputedStyle(group).display !== 'none' && getComputedStyle(group).visibility === 'visible')
          .map((group) => group.getAttribute('data-source-id') ?? group.id),
      ),
    )
    expect(shown).toEqual([['node1'], ['node2'], ['node3']])
    await page.close()
  })
})

describe('what an author writes about a drawing’s definitions', () => {
  it('holds in every copy, also with the first one away', async () => {
    const drawing = join(scratch, 'paint.svg')
    writeFileSync(
      drawing,
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40" width="600" height="400">
        <defs><linearGradient id="red"><stop stop-color="#f00"/></linearGradient><clipPath id="left"><path d="M0 0h30v40H0z"/></clipPath>
        <marker id="dot" viewBox="-1 -1 2 2" markerUnits="userSpaceOnUse" markerWidth="8" markerHeight="8"><circle r="1" fill="#00f"/></marker></defs>
        <rect class="area" width="60" height="20"/><path class="line" d="M10 30h40" stroke="#000"/></svg>`,
    )
    const css = '.area{fill:url(#red);clip-path:url("#left")}@media screen{.line{marker:url(#dot)}}'
    const url = write('paint', await pageOf([drawing, drawing, drawing], css))
    const first = await shoot(url, 0)
    for (const box of [1, 2]) expect.soft(await difference(browser, first, await shoot(url, box)), `box ${box}`).toBe(0)
    const hidden = await shoot(url, 2, '#box-0,#box-1{display:none}')
    expect(await difference(browser, first, hidden)).toBe(0)
    // Without the definitions it would look otherwise.
    const plain = await shoot(write('unpainted', await pageOf([drawing], '')), 0)
    expect(await difference(browser, first, plain)).toBeGreaterThan(10_000)
  })

  it('is not taken for what strings, comments and names hold', async () => {
    const drawing = join(scratch, 'strings.svg')
    const like = 'url(#p) [data-drawing=&quot;1&quot;]'
    const css = `/*${like}*/.a{content:'${like}';--a:my-url(#p) url(a?'#p);--b:"\\"url(#p)";fill:url( '#p' ) URL(#\\70 )}`
    writeFileSync(
      drawing,
      `<svg xmlns="http://www.w3.org/2000/svg"><linearGradient id="p"/><style>${css}</style><path style="${css.slice(css.indexOf('{') + 1, -1).replace(/"/g, '&quot;')}"/></svg>`,
    )
    const page = await browser.newPage()
    await page.goto(write('strings', await pageOf([drawing, drawing], '')))
    const found = await page.evaluate(() =>
      [...document.querySelectorAll('style,path')].slice(-2).map((part) => part.getAttribute('style') ?? part.textContent ?? ''),
    )
    const plain = css.replace(/&quot;/g, '"')
    const renamed = plain.replace(/url\( '#p' \) URL.*\)/, "url( '#p~2' ) URL(#\\70~2 )")
    expect(found[0]).toBe(renamed.replace('.a{', '.a:where([data-drawing="1~2"],[data-drawing="1~2"] *,[data-part-of="1~2"]){'))
    expect(found[1]).toBe(renamed.slice(renamed.indexOf('{') + 1, -1))
    await page.close()
  })

  it.each([
    [
      'presentation attributes',
      '<g id="a" fill="url(#a)" filter="url(#gone) url( &quot;#a&quot; )"/>',
      '<g id="a~2" fill="url(#a~2)" filter="url(#gone~1) url( &quot;#a~2&quot; )" data-source-id="a"/>',
    ],
    [
      'letters beyond 16 bits before it',
      '<g id="a" style="content:\'😀\';fill:url(#a)"/>',
      '<g id="a~2" style="content:\'😀\';fill:url(#a~2)" data-source-id="a"/>',
    ],
    [
      'escapes of CSS',
      '<g id="a b" style="fill:url(#a\\20 b);stroke:url(#a\\ b );mask:url(\'#a\\20 b\')"/>',
      '<g id="a b~2" style="fill:url(#a\\20 b~2);stroke:url(#a\\ b~2 );mask:url(\'#a\\20 b~2\')" data-source-id="a b"/>',
    ],
    [
      'escapes of addresses',
      '<g id="ä b" fill="url(#%c3%a4%20b)"/><use href=" #%C3%A4%20b "/>',
      '<g id="ä b~2" fill="url(#%c3%a4%20b~2)" data-source-id="ä b"/><use href=" #%C3%A4%20b~2 "/>',
    ],
    [
      'links',
      '<g id="a"/><use href="#a"/><use xlink:href="#a"/><a href="#a"/><a href="#b"/>',
      '<g id="a~2" data-source-id="a"/><use href="#a~2"/><use xlink:href="#a~2"/><a href="#a~2"/><a href="#b"/>',
    ],
    [
      'animations',
      '<g id="a-b"><set attributeName="href" to="#a-b" begin="a\\-b.click+1s; 2s"/><animate attributeName="href" values="#a-b; #c ;#a-b"/></g>',
      '<g id="a-b~2" data-source-id="a-b"><set attributeName="href" to="#a-b~2" begin="a\\-b~2.click+1s; 2s"/><animate attributeName="href" values="#a-b~2;#c~1;#a-b~2"/></g>',
    ],
    [
      'names',
      '<g id="a"/><g id="b" aria-labelledby="a c b" aria-describedby="a"/>',
      '<g id="a~2" data-source-id="a"/><g id="b~2" aria-labelledby="a~2 c b~2" aria-describedby="a~2" data-source-id="b"/>',
    ],
    [
      'style sheets, whatever their line ends',
      '<g id="a"/><style>&#13;&#10;x{}&#13;.a{fill:url(#a)}</style>',
      '<g id="a~2" data-source-id="a"/><style>\nx:where([data-drawing="1~2"],[data-drawing="1~2"] *,[data-part-of="1~2"]){}\n.a:where([data-drawing="1~2"],[data-drawing="1~2"] *,[data-part-of="1~2"]){fill:url(#a~2)}</style>',
    ],
    [
      'an id twice',
      '<g id="a"/><g id="a"/><use href="#a"/>',
      '<g id="a~2" data-source-id="a"/><g id="a~1~2" data-source-id="a"/><use href="#a~2"/>',
    ],
    [
      'nothing of its own',
      '<g fill="url(#gone)"/><a href="#gone"/><style>/*url(#gone)*/</style>',
      '<g fill="url(#gone~1)"/><a href="#gone"/><style>/*url(#gone)*/</style>',
    ],
    [
      'HTML in it',
      '<g id="a"/><foreignObject><p xmlns="http://www.w3.org/1999/xhtml" aria-labelledby="a">x</p></foreignObject>',
      '<g id="a~2" data-source-id="a"/><foreignObject><p aria-labelledby="a~2">x</p></foreignObject>',
    ],
  ])('names itself in a copy: %s', async (_, inside, copied) => {
    const drawing = join(scratch, 'named.svg')
    writeFileSync(drawing, `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">${inside}</svg>`)
    const page = await browser.newPage()
    await page.goto(write('named', await pageOf([drawing, drawing], '')))
    const found = await page.evaluate((wanted) => {
      const expected = document.createElement('div')
      expected.innerHTML = `<svg>${wanted}</svg>`
      // What the file has there is another test's.
      return [document.querySelector('#box-1 > svg'), expected.firstElementChild].map((svg) =>
        svg?.innerHTML.replace(/ data-source-[\w-]+="[^"]*"/g, ''),
      )
    }, copied)
    expect(found[0]).toBe(found[1])
    await page.close()
  })

  it('is the copy’s own on the root, too', async () => {
    const drawing = join(scratch, 'root.svg')
    writeFileSync(
      drawing,
      '<svg xmlns="http://www.w3.org/2000/svg" id="r" style="fill:url(#g)" filter="url(#r)" class="c"><linearGradient id="g"/></svg>',
    )
    const page = await browser.newPage()
    await page.goto(write('root', await pageOf([drawing, drawing], '')))
    const tag = await page.evaluate(() => document.querySelector('#box-1 > svg')?.outerHTML.replace(/>.*/s, '>'))
    expect(tag).toMatch(/^<svg data-drawing="1~2" id="r~2" data-source-id="r" class="c"/)
    expect(tag).toContain('style="fill:url(#g~2)"')
    expect(tag).toContain('filter="url(#r~2)"')
    expect(tag).not.toContain('data-suffixes')
    await page.close()
  })

  it('moves each drawing by its own keyframes', async () => {
    const paths = [1, 2].map((turn) => {
      const path = join(scratch, `turn-${turn}.svg`)
      const style = `@keyframes go{from,to{opacity:0.${turn}}}.a{animation:go 9s infinite}`
      writeFileSync(path, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><style>${style}</style><g class="a"/></svg>`)
      return path
    })
    const page = await browser.newPage()
    await page.goto(write('keyframes', await pageOf([...paths, ...paths], '')))
    const opacities = await page.evaluate(() => [...document.querySelectorAll('.a')].map((part) => getComputedStyle(part).opacity))
    expect(opacities).toEqual(['0.1', '0.2', '0.1', '0.2'])
    await page.close()
  })
})

describe('without script', () => {
  it.each(names)('a further inclusion of %s looks like the first and keeps to its own box', async (name) => {
    const path = join(folder, name)
    const html = (await pageOf([path, path], '')).replace(/<script>[\s\S]*$/, '')
    const url = write(`no-script-${name}`, html)
    // The edge of a pixel, where the first one's size is not whole px.
    expect(await difference(browser, await shoot(url, 0), await shoot(url, 1))).toBeLessThan(200)
  })
})
