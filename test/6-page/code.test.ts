import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'
import { pageOf, slideOf } from './page-of.ts'

const code = (language: string, source: string, options = ''): string =>
  `.. code:: ${language}\n${options}\n${source.replace(/^/gm, '    ')}`

/** highlight.js's scopes under Pygments' short names. */
const cases: readonly (readonly [language: string, source: string, html: string])[] = [
  ['python', 'import os', '<span class="kn">import</span> os'],
  ['python', 'x = "a"', 'x = <span class="s2">"a"</span>'],
  ['py', "y = 'a' # c", `y = <span class="s1">'a'</span> <span class="c1"># c</span>`],
  ['python', 'return 1.5', '<span class="k">return</span> <span class="mf">1.5</span>'],
  ['html', '<a b="c">x</a>', '<span class="p">&lt;</span><span class="nt">a</span>'],
  ['yaml', 'a: 1', '<span class="nt">a:</span> <span class="mi">1</span>'],
  ['json', '{"a": true}', '<span class="nt">"a"</span>'],
  ['js', 'const a = 1', '<span class="kd">const</span> a = <span class="mi">1</span>'],
  ['c', '/* x */ int a;', '<span class="cm">/* x */</span> <span class="kt">int</span> a;'],
  ['console', '$ ls', '<span class="gp">$ </span>'],
  ['rst', 'Title\n=====', '<span class="gh">Title\n=====</span>'],
  ['rst', '.. image:: a.png', '.. </span><span class="ow">image</span>'],
  ['http', 'HTTP/1.1 200 OK\nDate: today', '<span class="na">Date</span>'],
  ['css', 'a { color: red }', '<span class="k">color</span>'],
  ['Python', 'pass', '<span class="k">pass</span>'],
]

describe('code', () => {
  test.each(cases)('%s: %s', async (language, source, html) => {
    const slide = await slideOf(code(language, source))
    expect(slide.html).toContain(`<pre class="highlight code ${language}">`.toLowerCase().replace(language.toLowerCase(), language))
    expect(slide.html).toContain(html)
    expect(slide.codes).toEqual([])
  })

  test('the text is the source, whatever its colours', async () => {
    const source = 'def f(x):\n    """doc"""\n    return f"{x}" if x else None  # end'
    const { html } = await slideOf(code('python', source))
    expect(
      html
        .replace(/<[^>]+>/g, '')
        .replace(/&quot;/g, '"')
        .trim(),
    ).toBe(source)
  })

  test('in a text, the role names the language, beside any class', async () => {
    const roles = '.. role:: py(code)\n   :language: python\n   :class: small\n\n.. role:: plain(code)\n   :class: small\n\n'
    const { html, codes } = await slideOf(`${roles}:py:\`def\` :plain:\`def\` :code:\`def\``)
    const tokens = '<tt class="code small python"><span class="k">def</span></tt>'
    expect(html.trim()).toBe(`<p>${tokens} <tt class="code small">def</tt> <tt class="code">def</tt></p>`)
    expect(codes).toEqual([])
  })

  test('numbered lines keep a token that spans them in one colour', async () => {
    const { html } = await slideOf(code('python', '"""a\nb"""\nx = 1', '    :number-lines:\n'))
    expect(html).toContain('<span class="ln">1 </span><span class="sd">"""a\n</span><span class="ln">2 </span><span class="sd">b"""</span>')
    expect(html).toContain('<span class="ln">3 </span>x = <span class="mi">1</span></pre>')
  })

  test.each([
    [':emphasize-lines: 2', 'a\n<span class="hll">b\n</span>c'],
    [':hl_lines: 1-2', '<span class="hll">a\n</span><span class="hll">b\n</span>c'],
    [':emphasize-lines: 3-99999999999', 'a\nb\n<span class="hll">c</span>'],
    [':linenos:', '<span class="ln">1 </span>a\n<span class="ln">2 </span>b\n<span class="ln">3 </span>c'],
    [':lineno-start: 9', '<span class="ln"> 9 </span>a\n<span class="ln">10 </span>b\n<span class="ln">11 </span>c'],
  ])('%s', async (option, html) => {
    const slide = await slideOf(code('text', 'a\nb\nc', `    ${option}\n`))
    expect(slide.html).toContain(`<pre class="highlight code text">${html}</pre>`)
    expect(slide.codes).toEqual([])
  })

  test('a caption', async () => {
    const { html } = await slideOf(code('text', 'a', '    :caption: C & D\n'))
    expect(html).toBe('<figure class="listing"><figcaption>C &amp; D</figcaption><pre class="highlight code text">a</pre></figure>')
  })

  test('an unknown language is plain and said so', async () => {
    const { html, codes } = await slideOf(code('klingon', 'a < b'))
    expect(html).toContain('<pre class="highlight code klingon">a &lt; b</pre>')
    expect(codes).toEqual(['page/unknown-language@3'])
  })

  test('a role colours inline code', async () => {
    const { html } = await slideOf('.. role:: py(code)\n   :language: python\n\n:py:`None`')
    expect(html).toContain('<tt class="code py python"><span class="kc">None</span></tt>')
  })

  test('colours are in the page only with code', async () => {
    expect((await pageOf('----\n\nA\n=\n')).html).not.toContain('.highlight .nb')
    expect((await pageOf('----\n\n.. code:: python\n\n  x\n')).html).toContain('.highlight .nb')
  })
})

describe('colours that an earlier process has found', () => {
  let cacheFolder: string
  beforeEach(() => {
    cacheFolder = mkdtempSync(join(tmpdir(), 'colours-'))
  })
  afterEach(() => rmSync(cacheFolder, { recursive: true }))

  const htmlOf = async (text: string, options: { cacheFolder?: string } = { cacheFolder }, path = '/talk.rst') =>
    (await compile({ path, text: `----\n\n${text}\n` }, { player: '', ...options })).page.html

  const decks = [
    code('yaml', 'a: 1'),
    `${code('yaml', 'a: 1')}\n\n${code('yaml', 'b: 2')}\n\n${code('python', 'import os')}`,
    code('python', 'a: 1'),
    code('json', '{"a": true}', '    :number-lines:\n'),
    code('yaml', 'a: <b> "c" é'),
    'No code.',
  ]

  test.each(decks)('are there as if they were new: %s', async (deck) => {
    const fresh = await htmlOf(deck, {})
    for (const before of decks) {
      await htmlOf(before)
      await htmlOf(before, { cacheFolder }, '/other.rst')
      for (let time = 0; time < 2; time++) expect(await htmlOf(deck)).toBe(fresh)
    }
  })

  test('are taken from there, if they are whole', async () => {
    const fresh = await htmlOf(code('yaml', 'a: 1'))
    const folder = join(cacheFolder, 'colours')
    const path = join(folder, readdirSync(folder)[0] ?? '')
    const kept = readFileSync(path, 'utf8')
    writeFileSync(path, kept.replaceAll('"mi"', '"mf"'))
    expect(await htmlOf(code('yaml', 'a: 1'))).toBe(fresh.replace('"mi"', '"mf"'))
    writeFileSync(path, kept.replace('"mi"', '"mf"'))
    expect(await htmlOf(code('yaml', 'a: 1'))).toBe(fresh)
    expect(readFileSync(path, 'utf8')).toBe(kept)
  })
})
