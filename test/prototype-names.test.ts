import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { toPseudoXml } from '../src/2-document/pseudo-xml.ts'
import { layoutTable } from '../src/5-layout/table.ts'
import { differencesFromHovercraft } from '../src/compat.ts'
import { compile } from '../src/compile.ts'
import { convertDeck } from '../src/convert.ts'
import { lintPlanted } from './lint-planted.ts'

/*
 * An author's word is never looked up in an object that inherits from Object.prototype: `constructor` there is found where nobody put it. Each
 * text below has the word NAME in one place where something is looked up by it. Whatever comes of `constructor` or `__proto__` must be what comes of a word
 * of the same shape that no object has: the same page, the same tree, the same messages, in the same places.
 */

/** Every name that an object inherits. */
const inherited = Object.getOwnPropertyNames(Object.prototype)

/** A word of the same length, letter case and signs that no object has. */
const strangerTo = (name: string): string => name.replace(/[a-z](?=[^a-z]*$)/i, (letter) => (letter === 'q' ? 'x' : 'q'))

const rst: Readonly<Record<string, string>> = {
  'a field of the deck': ':NAME: b\n\n----\n\nA',
  'a field of a style sheet for NAME': ':css-NAME: a.css\n\n----\n\nA',
  'a theme': ':theme: NAME\n\n----\n\nA',
  'a language': ':lang: NAME\n:dir: NAME\n\n----\n\nA',
  'a field of a slide': '----\n\n:NAME: b\n:NAME: c\n\nA',
  'a field below a title': '----\n\nT\n=\n\n:NAME: b\n\nA',
  'an id': '----\n\n:id: NAME\n\nA\n\n----\n\n:id: NAME\n\nB',
  'a class': '----\n\n:class: NAME\n\n.. class:: NAME\n\nA',
  'a place by a name': '----\n\n:data-x: NAME+5\n:data-rel-to: NAME\n:data-rotate-order: NAME\n:data-rel-position: NAME\n\nA',
  'a place on a drawing': '----\n\n:id: a\n\n.. svg:: a.svg\n\n----\n\n:data-on: a#NAME\n\nA\n\n----\n\n:data-on: NAME#g\n\nB',
  'a path': '----\n\n:hovercraft-path: NAME 1,2\n\nA\n\n----\n\nB',
  'an attribute that is no number': ':data-width: NAME\n:data-perspective: NAME\n\n----\n\nA',
  'a directive': '----\n\n.. NAME:: a\n   :NAME: b\n\n   c',
  'an option': '----\n\n.. image:: a.png\n   :NAME: b\n\n.. code::\n   :NAME:\n\n   a\n\n.. svg:: a.svg\n   :NAME: b',
  'the value of an option':
    '----\n\n.. image:: a.png\n   :align: NAME\n\n.. svg:: a.svg\n   :fit: NAME\n\n.. image:: a.png\n   :width: 3NAME',
  'a role': '----\n\n:NAME:`a` `b`:NAME:',
  'a role of the text': '.. role:: NAME\n.. role:: b(NAME)\n   :class: NAME\n\n----\n\n:NAME:`a` :b:`c`',
  'a default role': '.. default-role:: NAME\n\n----\n\n`a`',
  'an option of a role': '.. role:: a(code)\n   :NAME: b\n   :language: NAME\n\n----\n\n:a:`c`',
  'a format': '----\n\n.. raw:: NAME\n\n   a\n\n.. role:: b(raw)\n   :format: NAME\n\n:b:`c`',
  'a substitution': '----\n\n|NAME|\n\n.. |NAME| replace:: a',
  'a substitution that is missing': '----\n\n|NAME|',
  'a hyperlink': '----\n\nNAME_ `a <NAME_>`_\n\n.. _NAME: https://example.org',
  'hyperlinks in a ring': '----\n\nNAME_\n\n.. _NAME: b_\n.. _b: NAME_',
  'a hyperlink that is missing': '----\n\nNAME_ `NAME`__',
  'an internal target': '----\n\n_`NAME` NAME_\n\n.. _NAME:\n\nA',
  'a footnote': '----\n\n[#NAME]_ [#NAME]_\n\n.. [#NAME] a',
  'a citation': '----\n\n[NAME]_ [NAME]_\n\n.. [NAME] a\n.. [NAME] b',
  'a title': '----\n\nNAME\n====================\n\nNAME_\n\nNAME\n====================\n\nA',
  'the name of a block': '----\n\n.. image:: a.png\n   :name: NAME\n\nNAME_',
  'a meta field': '.. meta::\n   :NAME: a\n   :description NAME=b: c\n\n----\n\nA',
  'a language of code':
    '----\n\n.. code:: NAME\n\n   a = 1\n\n.. code:: c++\n   :class: NAME\n\n   int NAME(NAME NAME) { return NAME::NAME; }',
  code: `----\n\n${[
    'js',
    'ts',
    'python',
    'css',
    'xml',
    'yaml',
    'json',
    'c',
    'java',
    'php',
    'ruby',
    'sql',
    'bash',
    'rst',
    'make',
    'ini',
    'diff',
  ]
    .map((language) => `.. code:: ${language}\n\n   NAME(NAME) { NAME: NAME; } @NAME <NAME a=NAME> $NAME #NAME :NAME:\n\n`)
    .join('')}`,
  'a formula':
    '----\n\n:math:`\\NAME{a} NAME \\begin{NAME} b \\end{NAME} \\color{NAME} c \\mathNAME{x}`\n\n.. math::\n   :label: NAME\n\n   \\left\\NAME a \\NAME',
  'a number of lines': '----\n\n.. code:: python\n   :number-lines: NAME\n\n   a\n\n.. code:: python\n   :emphasize-lines: NAME\n\n   a',
  'a table':
    '----\n\n.. csv-table:: NAME\n   :widths: NAME\n   :align: NAME\n\n   NAME, b\n\n.. list-table::\n   :widths: NAME\n\n   * - NAME',
  'a standard file': '----\n\n.. include:: <NAME.txt>\n.. include:: NAME\n.. include:: a.txt\n   :start-after: NAME',
  'a date': '----\n\n.. |a| date:: %NAME\n\n|a|',
  'a character by its code': '----\n\n.. |a| unicode:: NAME\n\n|a|',
  'an encoding': '----\n\n.. include:: a.txt\n   :encoding: NAME',
  contents: '----\n\nNAME\n====================\n\n.. contents:: NAME\n   :class: NAME\n   :backlinks: NAME',
  'an admonition': '----\n\n.. admonition:: NAME\n\n   a\n\n.. container:: NAME\n\n   b',
  'a picture':
    '----\n\n.. image:: NAME\n.. image:: NAME.png\n.. image:: a.NAME\n.. image:: data:NAME;base64,AAAA\n.. figure:: NAME:a\n   :figwidth: NAME',
  'an address': '----\n\n`a <NAME:b>`_ `c <#NAME>`_ `d <#/NAME>`_ NAME:e NAME@example.org',
  'an option of a program': '----\n\n--NAME=NAME  a\n-N NAME  b',
  'a drawing’s parts':
    '----\n\n.. svg:: a.svg\n   :show: NAME\n   :hide: +NAME\n   :dim: NAME*\n   :zoom: NAME\n   :steps: NAME | +NAME | -NAME',
  'a drawing that has NAME':
    '----\n\n.. svg:: names.svg\n   :show: NAME\n   :steps: +NAME\n\n.. svg:: names.svg\n   :from: previous\n   :steps: -NAME',
  'a drawing that is not there': '----\n\n.. svg:: NAME.svg',
  'a drawing as a picture': '----\n\n.. image:: names.svg\n\n.. image:: names.svg\n   :inline:\n   :NAME: b\n\n.. svg:: image.svg',
  'a drawing as raw HTML': '----\n\n.. raw:: html\n   :file: names.svg\n\n.. raw:: html\n   :file: names.svg',
  'raw HTML':
    '----\n\n.. raw:: html\n\n   <NAME NAME="a.png" id="NAME" class=NAME style="NAME: a"><img NAME="a.png" NAME src="a.png" srcset="NAME 2x"><p NAME:NAME="a">&NAME; &NAME</p></NAME>',
  'resources in raw HTML':
    '----\n\n.. raw:: html\n\n   <link rel="NAME" href="a.css"><source NAME="a.png"><script NAME="a.js" type="NAME"></script><input type=NAME src=NAME><a href="NAME:b">c</a><form NAME=a>',
  'SVG in raw HTML':
    '----\n\n.. raw:: html\n\n   <svg NAME="a"><NAME id="NAME" NAME:href="#NAME"/><use href="#NAME" xlink:href="#NAME"/><animate attributeName="NAME" begin="NAME.click"/><g fill="url(#NAME)"/></svg>',
  'a style in raw HTML':
    '----\n\n.. raw:: html\n\n   <style>NAME { NAME: NAME(a) } @NAME b { c { d: e } } #NAME, .NAME, [NAME^=NAME]::NAME:NAME(a) {} @layer NAME; @import "NAME"; @font-face { font-family: NAME; src: NAME("a.png") format("NAME") }</style>',
  'a style sheet': ':css: names.css\n\n----\n\nA',
  'a missing file': ':css: NAME\n:js-body: NAME\n\n----\n\nA',
  'a theme with NAME in its settings': ':theme: themes/named\n\n----\n\nA',
  'a transition’s character': '----\n\nA\n\n====\n\nNAME',
  'a field whose body is a list': '----\n\n:NAME:\n   * a\n   * b\n\nA',
  'a list of authors': ':author: NAME\n:authors: NAME, NAME\n:keywords: NAME\n\n----\n\nA',
}

const markdown: Readonly<Record<string, string>> = {
  'a field of the front matter': '---\nNAME: b\n---\n\n# A',
  'fields of another tool': '---\nmarp: true\nsize: NAME\ntheme: NAME\nNAME: b\n_NAME: c\nclass: NAME\n---\n\n# A',
  'fields of Slidev': '---\nlayout: NAME\nNAME: b\ntransition: NAME\n---\n\n# A\n\n---\nlayout: NAME\nNAME: c\n---\n\nB',
  'front matter in front matter': '---\na: { NAME: b }\nNAME:\n  NAME: c\nd: &NAME e\nf: *NAME\n? NAME\n: g\nh: !NAME i\n---\n\n# A',
  'a field of a slide': '---\n:NAME: b\n:NAME: c\n\nA\n\n---\nNAME: d\n---\n\nB',
  'attributes of a heading': '# A {#NAME .NAME NAME=NAME}\n\n## B {#NAME}',
  'a directive': ':::NAME[a]{NAME=b .NAME #NAME}\n:NAME: c\n\nd\n:::\n\n::NAME[e]{NAME=f}\n\n::: NAME g\nh\n:::',
  'options of a directive': ':::svg[a.svg]{NAME=b}\n:show: NAME\n:::\n\n:::image[a.png]{NAME=b align=NAME}\n:::',
  'MyST’s directive': '```{NAME} a\n:NAME: b\n\nc\n```\n\n:::{NAME} d\ne\n:::',
  'a role': ':NAME[a]{NAME=b} :span[c]{.NAME NAME=d} {NAME}`e` :code[f]{language=NAME NAME=g}',
  'a language of code': '```NAME {NAME} NAME=NAME\na\n```\n\n`a`{.NAME NAME=NAME}',
  'code in known languages': '```js\nNAME.NAME(NAME)\n```\n\n```css\nNAME { NAME: NAME }\n```',
  'attributes of a picture': '![NAME](a.png){NAME=a width=NAME align=NAME .NAME}\n\n![bg NAME w:3NAME NAME:b](a.png)',
  'a picture of Marp':
    '---\nmarp: true\n---\n\n![bg NAME w:3NAME h:NAME NAME:b](a.png)\n\n<!-- NAME: a -->\n<!-- _NAME: b -->\n<!-- color: NAME -->\n<!-- _backgroundColor: NAME -->',
  'comments of reveal.js':
    '<!-- .slide: NAME="a" data-background="NAME" data-background-NAME="b" -->\n\nA <!-- .element: class="NAME" NAME="c" -->',
  'a link by reference': '[NAME] [a][NAME] ![b][NAME]\n\n[NAME]: https://example.org "NAME"',
  'a link that leads nowhere': '[a](#NAME) [b](NAME) <NAME:c> [d](NAME:e)',
  'a footnote': 'A[^NAME]\n\n[^NAME]: b',
  'an alert': '> [!NAME]\n> a\n\n> [!NOTE] NAME\n> b',
  'a table': '| NAME | b |\n|:-|-:|\n| NAME | d |',
  'a formula': '$\\NAME{a}$ and\n\n$$\n\\begin{NAME} a \\end{NAME}\n$$',
  HTML: '<NAME NAME="a" id="NAME">b &NAME; &NAME</NAME>\n\nc <NAME NAME> d <v-NAME> <NAME/> <img NAME="a.png" src="NAME">',
  'a heading twice': '# NAME\n\n# NAME\n\n[NAME](#NAME)',
  reStructuredText: ':::rst\n.. NAME::\n\n:NAME:`a` |NAME| [NAME]_ NAME_\n:::',
  'a box of pandoc': '::: {.NAME #NAME NAME=a}\nb\n:::\n\n::: columns\n::: {.column width=NAME}\nc\n:::\n:::',
  'a slot': '---\nlayout: two-cols\n---\n\nA\n\n::NAME::\n\nB',
}

const drawing = (
  name: string,
): string => `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:${name.replaceAll('_', '')}="urn:x"
  xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" viewBox="0 0 10 10" width="10${name}" ${name}="a">
  <style>#${name}, .${name}, [${name}^=a], ${name}:${name} { ${name}: url(#${name}); animation: ${name} 1s } @keyframes ${name} { from { fill: red } } @${name} a {}
  @font-face { font-family: ${name}; src: url(${name}.woff2) format(${name}) }</style>
  <defs><linearGradient id="${name}"/><marker id="m"><path d="M0 0 ${name} 1 1"/></marker></defs>
  <g id="g" inkscape:label="${name}" inkscape:groupmode="layer" ${name.replaceAll('_', '')}:a="b" transform="${name}(3)"><rect width="3${name}" height="3" fill="url(#${name})" style="${name}: url(#${name}); fill: ${name}(#a)" ${name}="b"/>
  <${name} id="b"/><use xlink:href="#${name}" href="#${name}"/><text font-size="${name}" font-family="${name}" text-anchor="${name}">&#65;</text></g>
  <animate attributeName="${name}" begin="${name}.click" href="#${name}"/><image href="${name}.png"/><a href="${name}:b" aria-labelledby="${name}"><path d="M0 0h5v5"/></a>
  <g id="${name}-1" class="${name}"><circle r="3" marker-end="url(#m)"/></g></svg>`

const filesFor = (name: string): Readonly<Record<string, string>> => ({
  'a.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><g id="g"><path d="M0 0h5v5"/></g></svg>',
  'names.svg': drawing(name),
  'image.svg':
    '<svg xmlns="http://www.w3.org/2000/svg"><image href="names.svg"/><style>@import "names.css"; a { background: url(names.svg) }</style></svg>',
  'a.png': 'no picture',
  'a.css': 'p { color: red }',
  'a.js': '',
  'a.txt': 'a',
  'names.css': `${name} { ${name}: ${name}(url(a.png)) } @${name} a { b { c: d } } #${name}, .${name}, [${name}=${name}] {} @import url(${name}); p { background: ${name}("a.png"), url(${name}) }`,
  'themes/named/theme.css': `${name} { ${name}: ${name} }`,
  'themes/named/theme.json': `{"${name}": 1, "extends": "${name}", "width": 100}`,
})

let folder: string
beforeAll(() => {
  // The two words are compiled one after the other, and a date must not differ between them.
  vi.useFakeTimers({ toFake: ['Date'] })
  folder = mkdtempSync(join(tmpdir(), 'names-'))
  for (const name of inherited) {
    for (const word of [name, strangerTo(name)]) {
      for (const [file, text] of Object.entries(filesFor(word))) {
        mkdirSync(dirname(join(folder, word, file)), { recursive: true })
        writeFileSync(join(folder, word, file), text)
      }
    }
  }
})
afterAll(() => {
  vi.useRealTimers()
  rmSync(folder, { recursive: true, force: true })
})

/** All that comes of a deck with the word in it, a line each; what tells the two words that are alike apart is the same in it. */
async function outcomeOf(template: string, { word, alike, language, safe }: Wish): Promise<string[]> {
  const text = template.replaceAll('NAME', word)
  const source = { path: join(folder, word, language === 'rst' ? 'deck.rst' : 'deck.md'), text }
  const compilation = await compile(source, { player: '/* player */', safe })
  const { document, deck, placements, page, diagnostics } = compilation
  const other = convertDeck(source, language === 'rst' ? 'markdown' : 'rst')
  const all = {
    page: page.html.split('\n'),
    tree: toPseudoXml(document).split('\n'),
    deck,
    layout: layoutTable(deck.steps, placements).split('\n'),
    diagnostics,
    compat: differencesFromHovercraft(compilation),
    converted: [other.text.split('\n'), other.diagnostics],
  }
  return JSON.stringify(all, null, 1)
    .replaceAll(/data:[\w/+.-]+;base64,([\w+/=]+)/g, (_, base64: string) => Buffer.from(base64, 'base64').toString())
    .replaceAll(/data:[\w/+.-]+(?:;charset=utf-8)?,([^"' ]+)/g, (_, escaped: string) => decodeURIComponent(escaped))
    .replaceAll(endingOf(alike[0]), endingOf(alike[1]))
    .replaceAll(endingOf(alike[0]).toLowerCase(), endingOf(alike[1]).toLowerCase())
    .split('\n')
}

/** What tells a name from its stranger, also where its first letters or its signs are gone. */
const endingOf = (name: string): string => name.replaceAll('_', '').slice(-4)

interface Wish {
  readonly word: string
  readonly alike: readonly [string, string]
  readonly language: 'rst' | 'markdown'
  readonly safe: boolean
}

const cases = [
  ...Object.entries(rst).map(([place, text]) => ({ language: 'rst' as const, place, text })),
  ...Object.entries(markdown).map(([place, text]) => ({ language: 'markdown' as const, place, text })),
]

describe.each([
  { safe: false, how: 'the author’s own deck' },
  { safe: true, how: 'a stranger’s deck' },
])('a word that every object inherits is a word like any other in $how', ({ safe }) => {
  it.each(cases)('$language: $place', async ({ language, text }) => {
    for (const name of inherited) {
      const alike = [name, strangerTo(name)] as const
      const expected = await outcomeOf(text, { word: alike[1], alike, language, safe })
      const found = await outcomeOf(text, { word: name, alike, language, safe })
      expect(found, name).toEqual(expected)
    }
  })
})

/** Tables as a phase might have them, and whether the linter lets them pass. */
const tables: readonly [path: string, source: string, passes: boolean][] = [
  ['src/6-page/record.ts', 'export const sizes: Readonly<Record<string, number>> = { a: 1 }\n', false],
  ['src/6-page/partial.ts', 'export const sizes: Partial<Record<string, number>> = { a: 1 }\n', false],
  ['src/6-page/nested.ts', "export const sizes: Record<string, Record<'a', number>> = { a: { a: 1 } }\n", false],
  ['src/6-page/signature.ts', 'export const sizes: { readonly [name: string]: number } = { a: 1 }\n', false],
  ['src/6-page/changing.ts', 'export let sizes: Record<string, number> = {}\nexport const set = (): void => void (sizes = {})\n', false],
  [
    'src/6-page/cast.ts',
    'const sizes = { a: 1 }\nexport const sizeOf = (word: string): number => sizes[word as keyof typeof sizes]\n',
    false,
  ],
  ['src/6-page/map.ts', "export const sizes: ReadonlyMap<string, number> = new Map([['a', 1]])\n", true],
  ['src/6-page/bare.ts', 'export const sizes: Record<string, number> = Object.create(null)\n', true],
  ['src/6-page/known.ts', "export const sizes: Readonly<Record<'a' | 'b', number>> = { a: 1, b: 2 }\n", true],
]

describe('the linter knows a table that an author’s word may be looked up in', () => {
  let complaints: readonly string[]
  beforeAll(() => {
    complaints = lintPlanted(Object.fromEntries(tables))
  })
  it.each(tables)('%s', (path, _, passes) => {
    expect(complaints.filter((line) => line.includes(path))).toHaveLength(passes ? 0 : 1)
  })
})
