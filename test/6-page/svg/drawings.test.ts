import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createResources } from '../../../src/1-source/resources.ts'
import { createDrawingStore } from '../../../src/4-look/drawings/store.ts'
import { embedDrawings } from '../../../src/6-page/svg/drawings.ts'

const folder = resolve(import.meta.dirname, 'drawings')

interface Options {
  readonly safe?: boolean
  readonly takenIds?: ReadonlySet<string>
  readonly cacheFolder?: string
}

interface File {
  readonly path: string
  readonly content: string | Uint8Array
}

async function embed(contents: readonly (string | File)[], options: Options = {}) {
  const codes: string[] = []
  const report = ({ code }: { code: string }) => codes.push(code)
  const files = contents.map((content) => (typeof content === 'string' ? { path: join(folder, 'x.svg'), content } : content))
  const store = createDrawingStore(options.cacheFolder === undefined ? {} : { cacheFolder: options.cacheFolder })
  const shown = await Promise.all(files.map(async ({ path, content }) => ({ drawing: await store.read(content, path) })))
  const drawings = embedDrawings(shown, { report, resources: createResources({ report }), ...options })
  return { ...drawings, codes }
}

const svg = (inside: string, attributes = ''): string => `<svg xmlns="http://www.w3.org/2000/svg"${attributes}>${inside}</svg>`

describe('one inclusion', () => {
  const cases: readonly [what: string, inside: string, html: string][] = [
    [
      'groups, ids, classes and titles stay',
      '<g id="a" class="b c" data-x="1"><title>T</title><desc>D</desc><g/></g>',
      '<g id="a" class="b c" data-x="1"><title>T</title><desc>D</desc><g/></g>',
    ],
    ['empty groups and definitions stay', '<defs id="d"><g id="e"/></defs>', '<defs id="d"><g id="e"/></defs>'],
    [
      'colours and numbers stay as written',
      '<rect fill="#ff0000" width="10.0px" style="fill: RED"/>',
      '<rect fill="#ff0000" width="10.0px" style="fill: RED"/>',
    ],
    ['a little path data stays', '<path d="M 10.000 10.000 L 20.000 20.000"/>', '<path d="M 10.000 10.000 L 20.000 20.000"/>'],
    [
      'animated path data stays',
      '<path d="M 0 0 L 9 9"><animate attributeName="d" values="M 0 0 L 9 9;M 1 1 L 9 9"/></path>',
      '<path d="M 0 0 L 9 9"><animate attributeName="d" values="M 0 0 L 9 9;M 1 1 L 9 9"/></path>',
    ],
    ['white space in text stays', '<text> a <tspan> b </tspan> </text>\n <g> </g>', '<text> a <tspan> b </tspan> </text><g/>'],
    ['comments and metadata go', '<!-- x --><metadata><a/></metadata><g/>', '<g/>'],
    [
      'a reference to nothing stays nothing',
      '<rect fill="url(#none)"/><a href="#step-2"/>',
      '<rect fill="url(#none~1)" data-source-fill="url(#none)"/><a href="#step-2"/>',
    ],
    ['an id twice', '<g id="a"/><g id="a"/><use href="#a"/>', '<g id="a"/><g id="a~1" data-source-id="a"/><use href="#a"/>'],
    ['elements that would end the SVG in HTML go', '<g><p>x</p><table/></g>', '<g/>'],
  ]
  it.each(cases)('%s', async (_, inside, html) => {
    const result = await embed([svg(inside)])
    expect(result.html).toEqual([`<svg data-drawing="1">${html}</svg>`])
    expect(result.codes).toEqual([])
  })

  it('keeps the view box and the layers of Inkscape', async () => {
    const { html, codes } = await embed([{ path: join(folder, 'inkscape.svg'), content: readFileSync(join(folder, 'inkscape.svg')) }])
    for (const part of ['viewBox="0 0 120 90"', 'inkscape:label="Nodes"', 'inkscape:groupmode="layer"', 'inkscape:label="First node"']) {
      expect(html[0]).toContain(part)
    }
    for (const part of ['sodipodi:', 'namedview', '-inkscape-', 'inkscape:version']) expect(html[0]).not.toContain(part)
    expect(codes).toEqual([])
  })
})

describe('much path data', () => {
  it('gets shorter, and keeps its points', async () => {
    const paths = '<path id="p" d="M 10.000 10.000 L 20.000 20.000 H 30.000 h 0 C 40.12345,40 50,50 60.00000,60 Z"/>'.repeat(30)
    const { html } = await embed([svg(paths, ' viewBox="0 0 1024 768"')])
    expect(html[0]).toContain(' d="m10 10 10 10h10 0c10.123 20 20 30 30 40Z"')
    const animated = '<path d="M 0 0 L 9.000 9.000"><animate attributeName="d" values="M 0 0 L 9 9;M 1 1 L 9 9"/></path>'
    expect((await embed([svg(paths + animated)])).html[0]).toContain(animated)
  })
})

describe('ids that the page has already', () => {
  it('make way with every reference to them', async () => {
    const inside = `<linearGradient id="a"/><clipPath id="b"/><g id="c" fill="url(#a)" style="clip-path:url('#b');mask:url(&quot;#a&quot;)" aria-labelledby="a c"/><use xlink:href="#c"/><set begin="c.click+1s;2s;b.end" attributeName="href" to="#c"/><style>#c{fill:url(#a)}</style>`
    const { html, rewriteCss } = await embed([svg(inside, ' xmlns:xlink="http://www.w3.org/1999/xlink"')], {
      takenIds: new Set(['a', 'b', 'c']),
    })
    const text = html[0] ?? ''
    const references = [...text.replace(/ data-source-[-\w]+="[^"]*"/g, '').matchAll(/#([abc])(?![~\w])/g)].map(([, id]) => id)
    expect(references).toEqual(['c'])
    expect(text).toContain('begin="c~1.click+1s;2s;b~1.end"')
    expect(text).toContain('data-source-begin="c.click+1s;2s;b.end"')
    expect(text).toContain('aria-labelledby="a~1 c~1"')
    expect(text).toContain('to="#c~1"')
    expect(text).toContain(':is(#c,[data-source-id="c"])')
    expect(rewriteCss('#c{}#d{}')).toBe(':is(#c,[data-source-id="c"]){}#d{}')
  })

  it.each([
    ['a-b.click', 'a-b~1.click'],
    ['a\\-b.begin+2s', 'a-b~1.begin+2s'],
    ['3s; a\\-b.end -1s ;click', '3s; a-b~1.end -1s ;click'],
    ['a\\.c.click', 'a.c~1.click'],
    ['a.c.click', 'a.c.click'],
    ['no\\-one.click', 'no\\-one.click'],
    ['1.5s;-2.5s', '1.5s;-2.5s'],
  ])('make way in the time of an animation, where a dash in them may be escaped: %s', async (begin, renamed) => {
    const inside = `<g id="a-b"/><g id="a.c"/><set begin="${begin}" end="${begin}" attributeName="x" to="1"/>`
    const { html } = await embed([svg(inside)], { takenIds: new Set(['a-b', 'a.c']) })
    expect(html[0]).toContain(`begin="${renamed}" end="${renamed}"`)
  })
})

describe('the same file again', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.svg'))
  it.each(files)('%s costs under 300 bytes', async (name) => {
    const request = { path: join(folder, name), content: readFileSync(join(folder, name)) }
    const { html } = await embed([request, request, request])
    for (const further of html.slice(1)) {
      expect(further.length).toBeLessThan(300)
      expect(further).toMatch(/^<svg data-drawing="1~\d"/)
    }
  })

  it('numbers copies past ids that end alike', async () => {
    const { html } = await embed([svg('<g id="a"/><g id="a~2"/>'), svg('<g id="a"/><g id="a~2"/>')])
    expect(html[1]).toContain('data-drawing="1~3"')
  })
})

describe('what a drawing names', () => {
  it('is taken into it', async () => {
    const { html, codes } = await embed([
      `<?xml-stylesheet href="style.css"?>${svg('<image href="checker.png"/><rect style="fill:url(checker.png)"/><image href="gone.png"/>')}`,
    ])
    expect(html[0]?.match(/data:image\/png;base64,/g)?.length).toBe(2)
    expect(codes).toEqual(['source/not-found', 'source/not-found', 'svg/unsafe'])
  })

  it('is told once where it is missing, however often it is named', async () => {
    const gone =
      '<image href="gone.png" xlink:href="gone.png"/><image href="gone.png"/><rect style="fill:url(gone.png)" mask="url(gone.png#a)"/>'
    const { codes } = await embed([
      svg(gone, ' xmlns:xlink="http://www.w3.org/1999/xlink"'),
      svg(`<g/>${gone.replace(/xlink:href="[^"]*"/, '')}`),
    ])
    expect(codes.filter((code) => code === 'source/not-found')).toEqual(['source/not-found'])
  })
})

describe('what runs or reaches out', () => {
  const cases: readonly [what: string, inside: string, safe: string][] = [
    ['a script', '<script>alert(1)</script><g/>', '<g/>'],
    ['a handler', '<g onclick="x()" id="a"/>', '<g id="a"/>'],
    ['HTML', '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>', ''],
    ['a script’s address', '<a href="java&#10;script:x()"><g/></a>', '<a><g/></a>'],
    [
      'an animated address',
      '<a href="#b"><animate attributeName="href" values="javascript:x()"/></a>',
      '<a href="#b~1"/>'.replace('~1', ''),
    ],
    ['a picture elsewhere', '<image href="https://example.org/a.png"/>', '<image/>'],
    ['a use elsewhere', '<use href="https://example.org/a.svg#b"/>', '<use/>'],
    ['a url in a style', '<g style="fill:u\\72l(https://example.org/a.svg#b);stroke:red"/>', '<g style="fill:none;stroke:red"/>'],
    [
      'an import',
      '<style>@import "https://example.org/a.css";.a{fill:red}</style>',
      '<style>/**/.a:where([data-drawing="1"],[data-drawing="1"] *,[data-part-of="1"]){fill:red}</style>',
    ],
  ]
  it.each(cases)('%s is told, and removed from a stranger’s deck', async (_, inside, safe) => {
    const trusted = await embed([svg(inside)])
    expect(trusted.codes).toEqual(['svg/unsafe'])
    const result = await embed([svg(inside)], { safe: true })
    expect(result.codes).toEqual(['svg/unsafe'])
    expect(result.html).toEqual([safe === '' ? '<svg data-drawing="1"/>' : `<svg data-drawing="1">${safe}</svg>`])
  })

  it('is not what Illustrator keeps of its own, for an extension that no browser has', async () => {
    const inside =
      '<switch><foreignObject requiredExtensions="http://ns.adobe.com/AdobeIllustrator/10.0/"><x/></foreignObject><g id="a"/></switch>'
    const trusted = await embed([svg(inside)])
    expect(trusted.codes).toEqual([])
    expect(trusted.html[0]).toContain('<g id="a"/></switch>')
    const { html } = await embed([svg(inside)], { safe: true })
    expect(html).toEqual(['<svg data-drawing="1"><switch><g id="a"/></switch></svg>'])
    // An empty list names no such extension.
    expect((await embed([svg(inside.replace(/requiredExtensions="[^"]*"/, 'requiredExtensions=""'))])).codes).toEqual(['svg/unsafe'])
  })

  it('puts no rule together from pieces around what goes', async () => {
    const { html } = await embed([svg('<style>@imp<g/>ort "https://example.org/a.css";</style>')], { safe: true })
    expect(html).toEqual(['<svg data-drawing="1"><style>/**/</style></svg>'])
  })

  it('takes no string apart when it renames a font', async () => {
    const drawing = svg('<style>@font-face{font-family:"a\\";b:url(//x.example)"}c{font-family:"a\\";b:url(//x.example)"}</style>')
    const { html } = await embed([drawing, { path: join(folder, 'other.svg'), content: drawing }], { safe: true })
    expect(html[1]?.match(/font-family:'a";b:\\75rl\(\/\/x\.example\) 2'\}/g)?.length).toBe(2)
  })

  it.each([
    ['a backslash at the end', 'a{b:url("#a\\");c:url(//x.example)")}', 'url("#a\\");c:\\75rl(//x.example)~1")}'],
    ['a line end', 'a{b:url("#x\\a;c:url(//x.example);d:\\22")}', 'url("#x\\a ;c:\\75rl(//x.example);d:\\"~1")'],
    ['a line end that is none yet', 'a{b:url("#x\\d;c:url(//x.example);d:\\22")}', 'url("#x\\d ;c:\\75rl(//x.example);d:\\"~1")'],
  ])('lets nothing out of the name of an id with %s', async (_, css, expected) => {
    const { html } = await embed([svg(`<style>${css}</style><g style='${css.slice(2, -1)}'/>`)], { safe: true })
    expect(html[0]).toContain(`{b:${expected}`)
  })

  it('lets nothing out of an id with a line end that a selector names', async () => {
    const drawing = svg('<style>#a\\d\\}\\@import\\22{}</style><g id="a&#13;}@import&quot;"/>')
    const { html } = await embed([drawing, { path: join(folder, 'other.svg'), content: drawing }], { safe: true })
    expect(html[1]).toContain('[data-source-id="a\\d }@\\69mport\\""]')
  })

  it('makes no further value of an animation out of a semicolon in an id', async () => {
    const { html } = await embed([svg('<a href="#b"><animate attributeName="href" values="#%3Bjavascript:x()"/></a>')], { safe: true })
    expect(html[0]).toContain('values="#%3Bjavascript:x()~1"')
  })

  it('leaves only what is on the list', async () => {
    const { html, codes } = await embed([svg('<g id="a" ping="x" class="c"/><marquee/><video/>')], { safe: true })
    expect(html).toEqual(['<svg data-drawing="1"><g id="a" class="c"/></svg>'])
    expect(codes).toEqual(['svg/unsafe', 'svg/unsafe'])
  })
})

describe('files that are no drawings', () => {
  const cases: readonly [what: string, content: string | Uint8Array, code: string][] = [
    ['not well-formed', '<svg><g></svg>', 'svg/not-well-formed'],
    ['another root', '<html/>', 'svg/not-svg'],
    ['not text', new Uint8Array([0x3c, 0xff, 0xfe, 0x80]), 'svg/not-text'],
    ['50 MB', new Uint8Array(50_000_000), 'svg/too-large'],
  ]
  it.each(cases)('%s', async (_, content, code) => {
    const request = { path: join(folder, 'x.svg'), content }
    const { html, codes } = await embed([request, request])
    expect(codes).toEqual([code])
    for (const piece of html) expect(piece).toMatch(/^<img class="missing"/)
  })

  it('reads other encodings and compressed files', async () => {
    const { gzipSync } = await import('node:zlib')
    const latin = Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${svg('<text>é</text>')}`, 'latin1')
    const wide = Buffer.from(`\ufeff${svg('<text>é</text>')}`, 'utf16le')
    const { html, codes } = await embed(
      [latin, wide, gzipSync(svg('<text>é</text>'))].map((content, index) => ({ path: `${index}.svg`, content })),
    )
    expect(html.map((piece) => piece.replace(/^<svg data-drawing="\d">|<\/svg>$/g, ''))).toEqual(Array(3).fill('<text>é</text>'))
    expect(codes).toEqual([])
  })
})

describe('the cache', () => {
  let cacheFolder: string
  beforeAll(() => {
    cacheFolder = mkdtempSync(join(tmpdir(), 'cache-'))
  })
  afterAll(() => rmSync(cacheFolder, { recursive: true }))

  it('gives what was cleaned, and nothing that was put there otherwise', async () => {
    const content = svg('<path d="M 1.000 1.000 L 2 2"/>')
    const fresh = await embed([content], { cacheFolder })
    const kept = join(cacheFolder, 'drawings')
    const [entry] = readdirSync(kept)
    const path = join(kept, entry ?? '')
    const sealed = readFileSync(path, 'utf8')
    expect(statSync(path).mode & 0o077).toBe(0)
    expect((await embed([content], { cacheFolder })).html).toEqual(fresh.html)
    for (const planted of [sealed.replace('</svg>', '<script/></svg>'), sealed.slice(0, -9), '', '\0']) {
      writeFileSync(path, planted)
      expect((await embed([content], { cacheFolder })).html).toEqual(fresh.html)
      expect(readFileSync(path, 'utf8')).toBe(sealed)
    }
    // An entry of another drawing, whole in itself.
    await embed([svg('<g id="other"/>')], { cacheFolder })
    const other = readdirSync(kept).find((name) => name !== entry)
    writeFileSync(path, readFileSync(join(kept, other ?? '')))
    expect((await embed([content], { cacheFolder })).html).toEqual(fresh.html)
  })
})

describe('a drawing that an earlier process has put into its page', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kept-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const drawing = svg(
    '<style>#a{fill:url(#g)}rect{opacity:.5}</style><g id="a"/><g id="a"/><linearGradient id="g"/><rect fill="url(#g)"/><use href="#a"/>',
  )
  const picture = { path: 'x.svg', content: svg('<image href="a.png"/><g id="a"/>') }
  const other = svg('<g id="other"/>')
  const rules = '#a{}[fill="url(#g)"]{}[id$="~1"]{}rect{fill:url(#g)}'
  const pages: readonly [what: string, contents: readonly (string | File)[], takenIds?: readonly string[]][] = [
    ['once', [drawing]],
    ['twice', [drawing, drawing]],
    ['three times, and another between', [drawing, other, drawing, drawing]],
    ['behind another', [other, drawing]],
    ['where the page has its ids', [drawing], ['a', 'g']],
    ['where the page has an id that would be its', [drawing], ['a', 'a~1']],
    ['where another has its ids', [svg('<g id="g"/>'), drawing]],
  ]
  const embedded = async (contents: readonly (string | File)[], options: Options) => {
    const { html, rewriteCss, withoutScript, codes } = await embed(contents, options)
    return { html, css: rewriteCss(rules), withoutScript, codes }
  }

  it.each(pages)('is there as if it were new, %s', async (_, contents, takenIds = []) => {
    const options = { takenIds: new Set(takenIds) }
    const fresh = await embedded(contents, options)
    // Whatever page it was in before.
    for (const [, before, taken = []] of pages) {
      await embed(before, { takenIds: new Set(taken), cacheFolder: folder })
      for (let time = 0; time < 2; time++) expect(await embedded(contents, { ...options, cacheFolder: folder })).toEqual(fresh)
    }
  })

  it('is taken from there', async () => {
    await embed([drawing], { cacheFolder: folder })
    const entries = join(folder, 'drawings')
    const path = join(entries, readdirSync(entries).find((name) => name.endsWith('-1')) ?? '')
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('){opacity:.5', '){opacity:.9'))
    const { html } = await embed([drawing], { cacheFolder: folder })
    expect(html[0]).toContain('opacity:.9')
  })

  it('has the picture that is there now', async () => {
    const at = (name: string) => join(folder, name)
    const content = { ...picture, path: at('x.svg') }
    const uriOf = async () => /href="([^"]*)"/.exec((await embed([content], { cacheFolder: folder })).html[0] ?? '')?.[1]
    for (const bytes of ['one', 'two', 'two']) {
      writeFileSync(at('a.png'), bytes)
      expect(await uriOf()).toBe(`data:image/png;base64,${Buffer.from(bytes).toString('base64')}`)
    }
  })

  it.each([
    ['a file that is missing', [picture.content], ['source/not-found', 'svg/unsafe']],
    ['a script', [svg('<script/>')], ['svg/unsafe']],
  ])('is told of %s each time', async (_, contents, codes) => {
    for (let time = 0; time < 3; time++) expect((await embed(contents, { cacheFolder: folder })).codes).toEqual(codes)
  })

  it('makes way for the names that another brings', async () => {
    const spinning = (angle: number) => svg(`<style>@keyframes spin{to{rotate:${angle}deg}}</style>`)
    for (let time = 0; time < 3; time++)
      expect((await embed([spinning(1), spinning(2)], { cacheFolder: folder })).html[1]).toContain('@keyframes spin-2')
  })

  it('is cleaned again for a stranger’s deck', async () => {
    const odd = svg('<g odd="1"/>')
    const clean = await embed([odd], { safe: true })
    for (let time = 0; time < 2; time++) await embed([odd], { cacheFolder: folder })
    expect((await embed([odd], { cacheFolder: folder, safe: true })).html).toEqual(clean.html)
    expect((await embed([odd], { cacheFolder: folder })).html).not.toEqual(clean.html)
  })
})

it('a store says what is wrong with the file that is there now', async () => {
  const store = createDrawingStore()
  const codes: string[] = []
  for (const bytes of [new Uint8Array(25 * 1024 * 1024), Uint8Array.of(0x3c, 0xff, 0xff)])
    (await store.read(bytes, 'a.svg')).report(({ code }) => void codes.push(code))
  expect(codes).toEqual(['svg/too-large', 'svg/not-text'])
})

describe('names that are the whole page’s', () => {
  const spin = (angle: number, rest = '') =>
    svg(
      `<style>@keyframes spin{to{rotate:${angle}deg}}@keyframes own${angle}{}.a{animation:spin 2s linear,own${angle} 1s}.spin{animation-name : spin}</style><g class="a" style="animation: 1s spin"/>${rest}`,
    )
  it('are given to keyframes once', async () => {
    const { html } = await embed([spin(90), { path: 'other.svg', content: spin(180) }, spin(90)])
    expect(html[0]).toContain('@keyframes spin{to')
    expect(html[0]).toContain('{animation:spin 2s linear,own90 1s}')
    expect(html[0]).toContain('style="animation: 1s spin"')
    expect(html[1]).toContain('@keyframes spin-2{to')
    expect(html[1]).toContain('{animation:spin-2 2s linear,own180 1s}')
    expect(html[1]).toMatch(/\.spin[^{]*\{animation-name : spin-2\}/)
    expect(html[1]).toContain('style="animation: 1s spin-2"')
  })

  it('are given to fonts once', async () => {
    const text = (weight: number) =>
      svg(
        `<style>@font-face{font-family:"Own  Font";src:url(data:font/woff2;base64,AA${weight}=)}@font-face { font-family: other${weight}; src: local(x) }text{font:bold 12px/1 own font, serif}.a{font-family:serif,'Own Font'}</style><text font-family="Own Font, serif" style="font-family:'Own Font';font-size:1px">a</text>`,
      )
    const { html } = await embed([text(1), { path: 'other.svg', content: text(2) }])
    expect(html[0]).toContain('@font-face{font-family:"Own  Font";')
    expect(html[0]).toContain('font-family="Own Font, serif"')
    expect(html[1]).toContain(
      "@font-face{font-family:'own font 2';src:url(data:font/woff2;base64,AA2=)}@font-face { font-family: other2; src: local(x) }",
    )
    expect(html[1]).toMatch(/\{font:bold 12px\/1 'own font 2', serif\}\.a[^{]*\{font-family:serif,'own font 2'\}/)
    expect(html[1]).toContain(`<text font-family="'own font 2', serif" style="font-family:'own font 2';font-size:1px">`)
  })

  it.each([
    ['@font-face{font-family:A\\20 B}', 'font:1px/1 a b!important', "font:1px/1 'a b 2'!important"],
    ["@FONT-FACE{Font-Family:'A B'/**/}", 'font-family:x,/*,*/"A b",c', "font-family:x,/*,*/'a b 2',c"],
    ['@font-face{font-family:a}', '--x:{font-family:a};f\\6fnt: bold 1px a b', "--x:{font-family:'a 2'};f\\6fnt: bold 1px a b"],
    ['@font-face{font-family:a}', 'content:";font-family:a";b:url(;font:a', 'content:";font-family:a";b:url(;font:a'],
    ['@keyframes "a"{}', "animation:1s 'a',/*;*/a", 'animation:1s "a-2",/*;*/a-2'],
    ['@-webkit-keyframes \\61{}', '-WEBKIT-animation-name:a', '-WEBKIT-animation-name:a-2'],
    ['@keyframes a{}', 'content:";animation:a";/*;animation:a;*/', 'content:";animation:a";/*;animation:a;*/'],
  ])('are known however they are written: %s', async (rule, declarations, renamed) => {
    const drawing = svg(`<style>${rule}</style><g style='${declarations.replace(/'/g, '&apos;')}'/>`)
    const { html } = await embed([drawing, { path: 'other.svg', content: drawing }])
    expect(html[1]?.replace(/&quot;/g, '"')).toContain(`<g style="${renamed}"/>`)
  })

  const paint = svg('<linearGradient id="p"/><linearGradient id="p q"/>')
  const urls: readonly [what: string, contents: readonly string[], css: string, rewritten: string][] = [
    ['one inclusion', [paint], '.a{fill:url(#p)}', '.a{fill:url(#p)}'],
    [
      'a copy',
      [paint, paint],
      '.a{fill:url( "#p" ) red}',
      '.a{fill:var(--url-p,url( "#p" )) red}\n:where([data-drawing="1~2"]){--url-p:url("#p~2");}\n',
    ],
    [
      'the same id in another drawing',
      [paint, svg('<marker id="p"/>')],
      '.a{marker:url(#p)}',
      '.a{marker:var(--url-p,url(#p))}\n:where([data-drawing="2"]){--url-p:url("#p~2");}\n',
    ],
    [
      'a name that CSS must escape',
      [paint, paint],
      ".a{fill:url('#p\\20 q')}",
      '.a{fill:var(--url-p_20_q,url(\'#p\\20 q\'))}\n:where([data-drawing="1~2"]){--url-p_20_q:url("#p q~2");}\n',
    ],
    [
      'what is no reference',
      [paint, paint],
      '/* url(#p) */.a{content:"url(#p)";background:url(p.png#p)}',
      '/* url(#p) */.a{content:"url(#p)";background:url(p.png#p)}',
    ],
    ['an id of nothing', [paint, paint], '.a{fill:url(#none)}', '.a{fill:url(#none)}'],
  ]
  it.each(urls)('of paint servers reach every inclusion from CSS: %s', async (_, contents, css, rewritten) => {
    const files = contents.map((content) => ({ path: join(folder, `${content.length}.svg`), content }))
    const { rewriteCss } = await embed(files)
    expect(rewriteCss(css)).toBe(rewritten)
    expect(rewriteCss(rewritten)).toBe(rewritten)
  })
})

describe('without script', () => {
  it.each([
    ['viewBox="0 0 120 90" width="120mm"', ' width="120" height="90"'],
    ['viewBox="-5 10 1.5 2"', ' x="-5" y="10" width="1.5" height="2"'],
    ['width="2in" height="10"', ' width="192" height="10"'],
    ['width="50%" height="9"', ' width="100%" height="100%"'],
    ['', ''],
  ])('a further inclusion with %s shows the first one in the same coordinates', async (attributes, box) => {
    const { html } = await embed([svg('<g/>', ` ${attributes}`), svg('<g/>', ` ${attributes}`)])
    expect(html[1]).toContain(`<use href="#drawing~1"${box}/>`)
  })
})

it('tells of a drawing that is too large to shorten', async () => {
  const { html, codes } = await embed([svg(`<path d="M0 0"/>${' '.repeat(4_200_000)}`)])
  expect(codes).toEqual(['svg/not-shortened'])
  expect(html[0]).toContain('<path d="M0 0"/>')
})
