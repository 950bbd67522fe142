import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compile } from '../../src/compile.ts'
import { startBrowser, visit } from './browser.ts'
import { bundlePlayer } from './built-page.ts'

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

const away = 'https://x.example/away'
const run = 'window.hacked=1'

/** Each would run `run` or ask for something of x.example, as HTML or as a drawing. */
const html = [
  `<script>${run}</script>`,
  `<scr<script></script>ipt>${run}</script>`,
  `<img src=x onerror=${run}>`,
  `<svg/onload=${run}>`,
  `<body onload=${run}>`,
  `<details open ontoggle=${run}>x</details>`,
  `<input autofocus onfocus=${run}>`,
  `<b tabindex=1 autofocus onfocus=${run}>x</b>`,
  `<a href="java&#9;script:${run}" id=click1>x</a>`,
  `<a href="&#1;javascript&colon;${run}" id=click2>x</a>`,
  `<svg><a xlink:href="javascript:${run}" id=click3><text y=9>x</text></a></svg>`,
  `<svg><a id=click4><animate attributeName=href values="javascript:${run}" /><text y=9>x</text></a></svg>`,
  `<svg><set attributeName=onmouseover to="${run}"/><animate onbegin=${run} attributeName=x dur=1s /></svg>`,
  `<svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><script>${run}</script></svg>#x"/></svg>`,
  `<svg></p><style><a id="</style><img src=1 onerror=${run}>">`,
  `<svg><title><style><a title="</style><img src onerror=${run}>"></svg>`,
  `<svg><desc><noscript><p title="</noscript><img src=1 onerror=${run}>"></svg>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${run}&gt;">`,
  `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${run}>`,
  `<noscript><p title="</noscript><img src=x onerror=${run}>"></noscript>`,
  `<textarea><img title="</textarea><img src=x onerror=${run}>"></textarea>`,
  `<xmp><p title="</xmp><img src=x onerror=${run}>"></xmp>`,
  `<!--><img src=x onerror=${run}>-->`,
  `<!--x--!><img src=x onerror=${run}>-->`,
  `<![CDATA[><img src=x onerror=${run}>]]>`,
  `<?x ><img src=x onerror=${run}>`,
  `<style></style/><img src=x onerror=${run}></style>`,
  `<style>a{b:"</style><img src=x onerror=${run}>"}</style>`,
  `<svg><style>a{b:"</style><img src=x onerror=${run}>"}</style></svg>`,
  `<svg><foreignObject><iframe srcdoc="<script>parent.hacked=1</script>"></iframe></foreignObject></svg>`,
  `<iframe srcdoc="<script>parent.hacked=1</script>"></iframe>`,
  `<iframe src="javascript:parent.hacked=1"></iframe>`,
  `<object data="javascript:${run}"></object><embed src="javascript:${run}">`,
  `<meta http-equiv=refresh content="0;${away}">`,
  `<base href="${away}/"><img src="a.png">`,
  `<link rel=stylesheet href=${away}><link rel=prefetch href=${away}>`,
  `<form action=${away} id=submit><button>x</button></form>`,
  `<img src=${away}><img srcset="${away} 1x, ${away} 2x"><picture><source srcset="${away}"><img></picture>`,
  `<img src="ht\ntps://x.example/away"><img src="\\\\x.example\\away">`,
  `<video src=${away} poster=${away} autoplay></video><audio src=${away} preload=auto></audio>`,
  `<table background=${away}><tr><td background=${away}>x</td></tr></table>`,
  `<svg width=9 height=9><image href=${away} width=9 height=9 /><use href="${away}#a"/><feImage href=${away} /></svg>`,
  `<svg width=9 height=9><image width=9 height=9><set attributeName=href to=${away} /></image></svg>`,
  `<svg width=9 height=9><rect width=9 height=9 fill="url(${away}#a)" style="filter:url(${away}#b)"/></svg>`,
  `<svg width=9 height=9><style>rect{mask:url(${away})}@import "${away}";@font-face{font-family:a;src:url(${away})}text{font-family:a}</style><rect width=9 height=9 /><text>x</text></svg>`,
  `<style>@import url(${away});@\\69mport '${away}';.step{background:url(${away})}</style>`,
  `<style>.step{--u:"${away}";background:image-set(var(--u) 1x)}b{background:u\\72l(${away})}</style><b>x</b>`,
  `<style>i{content:"/*";background:url(${away});color:"*/"}</style><i>x</i>`,
  `<style>u{background:<!--url(#a"b)}u{background:url(${away})}"</style><u>x</u>`,
  `<p style="background:url(${away});list-style:image-set('${away}' 1x)">x</p>`,
  `<p style="background:\\75rl(&quot;${away}&quot;)">x</p>`,
]

const drawings = [
  ...html.filter((piece) => piece.startsWith('<svg')),
  `<!DOCTYPE svg [<!ENTITY s "&#60;script>${run}&#60;/script>"><!ENTITY o SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg">&s;&o;</svg>`,
  `<?xml-stylesheet href="${away}"?><svg xmlns="http://www.w3.org/2000/svg"><SCRIPT>${run}</SCRIPT><g ONCLICK="${run}"/></svg>`,
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:h="http://www.w3.org/1999/xhtml"><h:script>${run}</h:script><h:img src="x" onerror="${run}"/></svg>`,
  `<svg xmlns="http://www.w3.org/2000/svg"><title><![CDATA[</title><img src=x onerror=${run}>]]></title></svg>`,
  `<svg xmlns="http://www.w3.org/2000/svg"><style><![CDATA[</style><img src=x onerror=${run}>]]></style></svg>`,
  `<svg xmlns="http://www.w3.org/2000/svg"><g id="&lt;/style>&lt;img src=x onerror=${run}>"/><linearGradient id="&lt;/style>&lt;img src=x onerror=${run}>"/></svg>`,
  `<svg xmlns="http://www.w3.org/2000/svg" xml:base="${away}"><image href="a.png" width="9" height="9"/></svg>`,
]

const indent = (text: string): string => text.replace(/^/gm, '   ')

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
    'attributes of a slide',
    'deck.rst',
    `----\n\n:onclick: ${run}\n:style: background:\\75rl(${away});list-style:image-set("${away}" 1x)\n\nx\n`,
  ],
]

describe('the page of a stranger’s deck runs nothing and asks for nothing', () => {
  it.each(decks)('%s', async (_, name, text) => {
    for (const [index, piece] of html.entries()) writeFileSync(join(folder, `${index}.html`), piece)
    for (const [index, piece] of drawings.entries()) writeFileSync(join(folder, `${index}.svg`), piece)
    const { page, diagnostics } = await compile({ path: join(folder, name), text }, { player, safe: true })
    expect(diagnostics.length).toBeGreaterThan(0)
    for (const { code, position } of diagnostics) expect(position?.start.line, code).toBeGreaterThan(0)
    // The browser would hold the page to it as well: the compiler is to do without its help.
    const alone = page.html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
    expect(alone).not.toBe(page.html)
    const path = join(folder, 'page.html')
    writeFileSync(path, alone)
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
    expect(requests.filter((address) => !address.startsWith('file:'))).toEqual([])
    expect(await shown.evaluate(() => 'hacked' in window)).toBe(false)
    expect(
      await shown.evaluate(() => document.querySelectorAll('#impress script, iframe, form, base, object, embed, meta[http-equiv]').length),
    ).toBe(0)
    expect(said.filter((line) => line.startsWith('uncaught'))).toEqual([])
    expect(await shown.evaluate(() => document.querySelectorAll('.step').length)).toBeGreaterThan(0)
    await context.close()
  })
})
