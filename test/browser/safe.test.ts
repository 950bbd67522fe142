import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { directives } from '../../src/2-document/syntax/directives/registry.ts'
import { deckSchema } from '../../src/3-deck/schema.ts'
import { compile } from '../../src/compile.ts'
import { startBrowser, visit } from './browser.ts'
import { bundlePlayer } from './built-page.ts'
import { elementFor, sheets, styles } from './hostile-css.ts'
import { away, drawings, html, pieces, plain, run } from './hostile-html.ts'

let browser: Browser
let folder: string
let player: string

beforeAll(async () => {
  browser = await startBrowser()
  folder = mkdtempSync(join(tmpdir(), 'safe-'))
  player = bundlePlayer()
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true })
})

const indent = (text: string): string => text.replace(/^/gm, '   ')

const ten = <Item>(items: readonly Item[], write: (item: Item, index: number) => string): string =>
  items.map((item, index) => (index % 10 === 0 ? '----\n\n' : '') + write(item, index)).join('\n')
const raw = (piece: string): string => `.. raw:: html\n\n${indent(piece)}\n`
const inHtml = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')

/** A drawing with many style sheets, and something for each to style. */
const styledDrawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${sheets.map((css, index) => `<style>${inHtml(css)}</style><text class="c${index}">x</text>`).join('')}${styles.map((css) => `<rect width="1" height="1" style="${inHtml(css)}" fill="${inHtml(css.replace(/^[-\w]+:/, ''))}"/>`).join('')}</svg>`

/** What would run or ask if it went into HTML, an attribute or CSS as it stands. */
const values = [
  away,
  `javascript:${run}`,
  `1px;background:url(${away})`,
  `"><img src=x onerror=${run}>`,
  `x" onfocus="${run}" autofocus="`,
  `</style><img src=x onerror=${run}>`,
]
const options = [...directives].flatMap(([name, { options = {} }]) => Object.keys(options).map((option) => [name, option] as const))

/** Files beside the deck, and its text. */
const decks: readonly [what: string, name: string, text: string][] = [
  ['raw blocks', 'deck.rst', `:a: b\n\n${html.map((piece) => `----\n\n.. raw:: html\n\n${indent(piece)}\n`).join('\n')}`],
  [
    'raw roles',
    'deck.rst',
    `.. role:: raw-html(raw)\n   :format: html\n\n${html.map((piece) => `----\n\n:raw-html:\`${piece.replace(/\s+/g, ' ')}\` x\n`).join('\n')}`,
  ],
  ['raw files', 'deck.rst', `:a: b\n\n${html.map((_, index) => `----\n\n.. raw:: html\n   :file: ${index}.html\n`).join('\n')}`],
  [
    'raw drawings',
    'deck.rst',
    `:a: b\n\n${drawings.map((_, index) => `----\n\n.. raw:: html\n   :file: ${index}.svg\n\n.. raw:: html\n   :file: ${index}.svg\n`).join('\n')}`,
  ],
  [
    'drawings',
    'deck.rst',
    `:a: b\n\n${drawings.map((_, index) => `----\n\n.. svg:: ${index}.svg\n\n.. image:: ${index}.svg\n`).join('\n')}`,
  ],
  [
    'styles on ids of drawings',
    'deck.rst',
    `:a: b\n\n${drawings.map((_, index) => `----\n\n.. raw:: html\n   :file: ${index}.svg\n\n.. svg:: ${index}.svg\n`).join('\n')}\n\n.. raw:: html\n\n   <style>a{b:url("#\\3c/style>\\3cimg src=x onerror=${run}>")} #\\3c\\2fstyle\\3e\\3cimg\\20src\\3dx\\20onerror\\3d${run.replace(/[.=]/g, '\\$&')}\\3e{}</style>\n`,
  ],
  ['blocks of Markdown', 'deck.md', html.map((piece) => `# a\n\n${piece}\n\nb\n`).join('\n---\n\n')],
  ['texts of Markdown', 'deck.md', html.map((piece) => `# a\n\nx ${piece} y\n`).join('\n---\n\n')],
  [
    'options and arguments of directives',
    'deck.rst',
    values
      .flatMap((value) => [
        ...options.map(([name, option]) => `.. ${name}:: 0.svg\n   :${option}: ${value}\n\n   x\n`),
        ...[...directives.keys()].map((name) => `.. ${name}:: ${value}\n\n   ${value}\n`),
      ])
      .map((piece, index) => (index % 40 === 0 ? '----\n\n' : '') + piece)
      .join('\n'),
  ],
  [
    'options and arguments of directives in Markdown',
    'deck.md',
    values
      .flatMap((value) => [
        ...options.map(([name, option]) => `:::${name}[0.svg]{${option}='${value}'}\nx\n:::\n`),
        ...[...directives.keys()].map((name) => `:::${name}[${value}]\n${value}\n:::\n`),
        `![x](0.svg){width='${value}' height='${value}' style='${value}'}\n\n![x](${value})\n\n![w:${value} bg](0.svg)\n`,
        `[x](#a){style='${value}' onclick='${value}' target='${value}'}\n\n$\\href{${value}}{x}\\includegraphics{${value}}\\class{${value}}{x}$\n`,
        `\`\`\`${value}\nx\n\`\`\`\n`,
      ])
      .map((piece, index) => (index % 40 === 0 ? '---\n\n# a\n\n' : '') + piece)
      .join('\n'),
  ],
  ...values.map((value): [string, string, string] => [
    `fields of the deck: ${value}`,
    'deck.rst',
    `${[
      ...Object.keys(deckSchema().properties ?? {}),
      'css-screen',
      'data-a',
      'css-console',
      'css-preview',
      'js-header',
      'style',
      'footer',
      'class',
    ]
      .filter((name) => name !== 'auto-console')
      .map((name) => `:${name}: ${value}\n`)
      .join(
        '',
      )}\n----\n\n${[...Object.keys(deckSchema().$defs?.['step']?.properties ?? {})].map((name) => `:${name}: ${value}\n`).join('')}\nx\n`,
  ]),
  ['many pieces of HTML', 'deck.rst', ten(pieces, raw)],
  ['many pieces of HTML in Markdown', 'deck.md', pieces.map((piece) => `# a\n\n${piece}\n\nb\n`).join('\n---\n\n')],
  ['style sheets in HTML', 'deck.rst', ten(sheets, (css, index) => raw(`<style>${css}</style>${elementFor(index)}`))],
  [
    'style sheets of the deck',
    'deck.rst',
    `:css: ${sheets.map((_, index) => `${index}.css`).join(' ')}\n\n${ten(sheets, (_, index) => raw(elementFor(index)))}`,
  ],
  [
    'style sheets written out in their address',
    'deck.rst',
    `${sheets.map((css) => `:css: data:text/css,${encodeURIComponent(css).replace(/'/g, '%27')}\n`).join('')}\n${ten(sheets, (_, index) => raw(elementFor(index)))}`,
  ],
  ['a theme', 'deck.rst', `:theme: theme\n\n${ten(sheets, (_, index) => raw(elementFor(index)))}`],
  [
    'style sheets and attributes of a drawing',
    'deck.rst',
    '----\n\n.. raw:: html\n   :file: styled.svg\n\n.. svg:: styled.svg\n\n.. image:: styled.svg\n',
  ],
  ['style attributes', 'deck.rst', ten(styles, (css) => raw(`<b style="${inHtml(css)}">x</b>`))],
  ['styles of slides', 'deck.rst', styles.map((css) => `----\n\n:style: ${css.replace(/\s+/g, ' ')}\n\nx\n`).join('\n')],
  [
    'attributes of a slide',
    'deck.rst',
    `----\n\n:onclick: ${run}\n:onfocus: ${run}\n:autofocus:\n:tabindex: 0\n:background: ${away}\n:href: ${away}\n:src: ${away}\n:srcdoc: <script>parent.hacked=1</script>\n:style: background:\\75rl(${away});list-style:image-set("${away}" 1x)\n\nx\n`,
  ],
]

/** The browser would hold the page to it as well: the compiler is to do without its help. */
function withoutPolicy(page: string): string {
  const alone = page.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
  expect(alone).not.toBe(page)
  return alone
}

describe('the page of a stranger’s deck runs nothing and asks for nothing', () => {
  it.each(decks)('%s', async (_, name, text) => {
    for (const [index, piece] of html.entries()) writeFileSync(join(folder, `${index}.html`), piece)
    for (const [index, piece] of drawings.entries()) writeFileSync(join(folder, `${index}.svg`), piece)
    for (const [index, css] of sheets.entries()) writeFileSync(join(folder, `${index}.css`), css)
    mkdirSync(join(folder, 'theme'), { recursive: true })
    writeFileSync(join(folder, 'theme/theme.css'), sheets.join('\n'))
    writeFileSync(join(folder, 'theme/highlight.css'), sheets[9] ?? '')
    writeFileSync(join(folder, 'styled.svg'), styledDrawing)
    const { page, diagnostics } = await compile({ path: join(folder, name), text }, { player, safe: true })
    expect(diagnostics.length).toBeGreaterThan(0)
    for (const { code, position } of diagnostics) expect(position?.start.line, code).toBeGreaterThan(0)
    const path = join(folder, 'page.html')
    writeFileSync(path, withoutPolicy(page.html))
    const { page: shown, context, requests, console: said } = await visit(browser, pathToFileURL(path).href)
    await shown.evaluate(() => {
      for (const link of document.querySelectorAll('[id^=click]'))
        link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
    })
    // The presenter console reads notes once more as HTML, which must mean the same then.
    await shown.evaluate(() => {
      const copy = document.body.appendChild(document.createElement('div'))
      copy.innerHTML = document.getElementById('impress')?.innerHTML ?? ''
      for (const _ of [1, 2]) copy.innerHTML = `${copy.innerHTML}`
    })
    await shown.waitForTimeout(300)
    expect(requests).toEqual([])
    expect(await shown.evaluate(() => 'hacked' in window)).toBe(false)
    expect(
      await shown.evaluate(() => document.querySelectorAll('#impress script, iframe, form, base, object, embed, meta[http-equiv]').length),
    ).toBe(0)
    expect(said.filter((line) => line.startsWith('uncaught'))).toEqual([])
    expect(await shown.evaluate(() => document.querySelectorAll('.step').length)).toBeGreaterThan(0)
    await context.close()
  })

  const named = sheets.map((_, index) => `${index}.css`).join(' ')
  it.each([
    ['style sheets', `:css-console: ${named}\n:css-preview: ${named}\n`],
    [
      'fields that its style sheets would go by',
      ['data-console-css', 'data-console-css-iframe']
        .map((name) => `:${name}: .note{background:url(${away})} b{background:url(${away})}\n`)
        .join(''),
    ],
  ])('the presenter console of a deck with %s', async (_, fields) => {
    const notes = ten(sheets, (_, index) => `.. note::\n\n   .. raw:: html\n\n      ${elementFor(index)}\n`)
    for (const [index, css] of sheets.entries()) writeFileSync(join(folder, `${index}.css`), css)
    const text = `${fields}\n${notes}`
    const { page } = await compile({ path: join(folder, 'deck.rst'), text }, { player, safe: true })
    const path = join(folder, 'page.html')
    writeFileSync(path, withoutPolicy(page.html))
    const { page: shown, context } = await visit(browser, pathToFileURL(path).href)
    const requests: string[] = []
    context.on('request', (request) => requests.push(request.url()))
    const [opened] = await Promise.all([context.waitForEvent('page'), shown.keyboard.press('p')])
    await opened.waitForSelector('#notes b')
    expect(await opened.evaluate(() => document.querySelectorAll('head style').length)).toBe(2)
    await opened.waitForTimeout(300)
    expect(requests.filter((address) => !address.startsWith(pathToFileURL(path).href) && !address.startsWith('data:'))).toEqual([])
    await context.close()
  })
})

describe('these vectors are live', () => {
  /** The page of a deck that is trusted, until it has asked for so many different things of x.example. */
  const askedFor = async (text: string, least: number): Promise<{ readonly asked: number; readonly ran: boolean }> => {
    const { page } = await compile({ path: join(folder, 'deck.rst'), text }, { player })
    writeFileSync(join(folder, 'live.html'), page.html)
    const context = await browser.newContext()
    await context.route(/x\.example/, (route) => route.abort())
    const shown = await context.newPage()
    const asked = new Set<string>()
    shown.on('request', (request) => {
      if (request.url().includes('x.example')) asked.add(request.url())
    })
    await shown.goto(pathToFileURL(join(folder, 'live.html')).href, { waitUntil: 'commit' })
    await expect.poll(() => asked.size, { timeout: 20_000 }).toBeGreaterThanOrEqual(least)
    const ran = await shown.evaluate(() => 'hacked' in window)
    await context.close()
    return { asked: asked.size, ran }
  }
  it('pieces of HTML run and ask without --safe', async () => {
    expect(await askedFor(ten(plain, raw), 20)).toMatchObject({ ran: true })
  })
  it('style sheets ask without --safe', async () => {
    const rules = sheets.filter((css) => !/import/i.test(css))
    await askedFor(
      ten(rules, (css) => raw(`<style>${css}</style>${elementFor(sheets.indexOf(css))}`)),
      50,
    )
    const first = sheets.slice(0, 60)
    await askedFor(
      ten(first, (css) => raw(`<style>${css}</style>`)),
      10,
    )
  })
})
