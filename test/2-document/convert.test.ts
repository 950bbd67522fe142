import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Document, Image, LiteralBlock, NodeOf, Paragraph } from '../../src/2-document/nodes.ts'
import { printMarkdown } from '../../src/2-document/print-markdown.ts'
import { printRst } from '../../src/2-document/rst/print-rst.ts'
import { compile } from '../../src/compile.ts'
import { convertDeck } from '../../src/convert.ts'

const folder = fileURLToPath(new URL('../../slides/', import.meta.url))

const files = {
  readFile: (name: string) => ({
    path: `${fileURLToPath(new URL('../../graphics/', import.meta.url))}${name.split('/').at(-1)}`,
    text: '',
  }),
}

const pageOf = async (path: string, text: string) => {
  const { page, placements } = await compile({ path, text }, { player: '/* player */' })
  return { html: page.html, placements }
}

/** The deck as it is, and after a trip into the other language. */
async function trip(name: string, text: string) {
  const path = `${folder}${name}`
  const isRst = name.endsWith('.rst')
  const other = path.replace(/\.\w+$/, isRst ? '.md' : '.rst')
  const there = convertDeck({ path, text }, isRst ? 'markdown' : 'rst', files)
  const back = convertDeck({ path: other, text: there.text }, isRst ? 'rst' : 'markdown', files)
  const said = [...there.diagnostics, ...back.diagnostics]
    .filter(({ code }) => code === 'markdown/cannot-say')
    .map(({ message }) => message)
  return { before: await pageOf(path, text), there: await pageOf(other, there.text), back: await pageOf(path, back.text), said }
}

describe('a deck that is converted stays the same page', () => {
  test.each(['tour.rst', 'tour.md', 'architecture.rst', 'container-orchestration.rst'])('%s, there and back', async (name) => {
    const { before, there, back, said } = await trip(name, readFileSync(`${folder}${name}`, 'utf8'))
    expect(said).toEqual([])
    expect(there).toEqual(before)
    expect(back).toEqual(before)
  })

  test('text before the first step stays unseen', async () => {
    const { before, there } = await trip('any.rst', ':title: A\n\nUnseen *text*.\n\n----\n\nB\n=\n')
    expect(there).toEqual(before)
  })

  test.each([
    ['header, footer and a comment before the first step', '.. header:: A\n\n.. footer:: *B*\n\n.. nothing\n\n----\n\nC\n=\n'],
    ['HTML before the first step', '.. raw:: html\n\n   <b>x</b>\n\n----\n\nC\n=\n'],
    ['a title of the document', 'Title\n=====\n\n----\n\nA\n-\n\n----\n\nB\n-\n'],
    ['a title and a subtitle', 'Title\n=====\n\nSub\n---\n\n----\n\nA\n~\n'],
    ['a title over the text of a first step', 'Title\n=====\n\nText\n\n----\n\nA\n-\n'],
    ['roles for HTML’s elements', '.. include:: <html-roles.txt>\n\n----\n\nA :kbd:`X` :del:`*y*` :q:`z`\n'],
    [
      'a drawing with all its options',
      '----\n\n.. svg:: k8s_architecture.svg\n   :zoom: "Control plane" node1\n   :show: node1 "API server"\n   :hide: *\n   :dim: etcd\n   :steps: node1 | +"API server"\n   :duration: 0.2s\n   :fit: contain\n   :overflow: visible\n   :width: 50%\n   :height: 300\n   :align: center\n   :alt: All\n   :class: a b\n',
    ],
    ['two steps and no fields', '----\n\nA\n=\n\n----\n\nB\n=\n'],
    ['fields further down in a step', '----\n\n.. no field\n\n:id: a\n\nA\n=\n\n----\n\ntext\n\n:data-x: r7\n\n:id: b\n'],
    ['classes of titles', '----\n\n.. class:: a\n\nA\n=\n\nx\n\n.. class:: b\n\nB\n-\n\ny\n\n----\n\n:id: c\n\n.. class:: d\n\nD\n=\n'],
    ['titles of one level within a step', '----\n\nA\n=\n\nx\n\nB\n=\n\ny\n\n----\n\nC\n=\n'],
    ['fields that do nothing below a title', '----\n\nA\n=\n\n:id: a\n\ntext\n\n----\n\n:id: b\n\nB\n=\n'],
  ])('steps stay the same: %s', async (_, text) => {
    const { before, there, back } = await trip('any.rst', text)
    expect(there).toEqual(before)
    expect(back.placements).toEqual(before.placements)
  })

  test.each([
    ['emphasis and the like', 'A *b* **c** ``d`` :sub:`2` :sup:`3` :math:`x^2` and a\\ *b*\\ c'],
    ['characters that are markup in Markdown', '1\\. no list, [brackets], <angle>, $5, a_b_c, _d_, ~e~, &amp; and C:\\\\ `x`'],
    ['nested lists', '* a\n\n  1. b\n  2. c\n\n     text\n\n* d'],
    ['other enumerators', 'a) one\nb) two'],
    ['a definition list', 'Term : class\n  Meaning *of it*'],
    ['code with numbers', '.. code:: python\n   :number-lines: 10\n\n   a = 1\n\n   b'],
    ['a literal block', 'Text::\n\n   kept  as\n     is'],
    ['line blocks', '| a\n|   b\n| c'],
    ['a table with spans of text', '===  ===\na    b\n===  ===\n1    *x*\n===  ==='],
    ['a figure', '.. figure:: k8s.png\n   :width: 40%\n\n   Caption\n\n   Legend'],
    ['admonitions', '.. tip::\n   One\n\n.. admonition:: Title\n\n   Two'],
    ['classes', '.. class:: substep big\n\n- a\n- b\n\n.. container:: box\n\n   c'],
    ['footnotes', 'A [#x]_\n\n.. [#x] Note'],
    ['a quotation', 'Text\n\n    Quoted\n\n    -- Somebody'],
    ['formulas', '.. math::\n\n   a = b'],
    ['links', '`one <https://example.org/a_b>`__ and two_ and https://example.org\n\n.. _two: https://example.org/two'],
    ['substitutions', 'A |b| c\n\n.. |b| replace:: *text*'],
    ['raw HTML', '.. raw:: html\n\n   <b>x</b>\n\n   <i>y</i>'],
    [
      'a table with cells over rows and columns',
      '+---+---+\n| a | b |\n+===+===+\n| c     |\n+---+---+\n| d | e |\n|   +---+\n|   | f |\n+---+---+',
    ],
    [
      'widths of columns',
      '.. list-table:: *T*\n   :widths: 10 90\n   :width: 50%\n   :header-rows: 1\n   :stub-columns: 1\n\n   * - a\n     - b\n   * - c\n     - - d\n       - e',
    ],
    ['an option list', '-a         all\n-b FILE    some *thing*\n--long=X, -l X\n           text\n\n           more'],
    ['notes of every kind', 'A [#]_ [#x]_ [5]_ [*]_ [C]_\n\n.. [#] one\n.. [#x] two\n.. [5] five\n.. [*] star\n.. [C] cite'],
    ['a target within and before a text', 'To here_ and in_\n\n.. _here:\n\nHere, _`in` this'],
    ['a target at the end of an item', '1. To it_\n\n   .. _it:\n\n2. b'],
    ['marked literal text', '.. parsed-literal::\n\n   a *b*\n     c'],
    ['fields within a step that are none of its own', '.. note::\n\n   :a *b*: c\n   :d: e\n\n      f'],
    ['blocks in a quotation', 'Text\n\n   Term : class\n     Meaning\n\n   .. tip::\n      :class: big\n\n      Two'],
    [
      'a figure that leads somewhere',
      '.. figure:: k8s.png\n   :figwidth: 40%\n   :figclass: big\n   :target: https://example.org\n\n   *Caption*',
    ],
    ['metadata', 'Text\n\n.. meta::\n   :description: a b'],
    ['a bullet before a mark', 'a\n\n\\•\n*b*\n\n\\-\n``c``'],
    ['brackets in code in a title', '.. admonition:: ``]`` **a**\n\n   b'],
    ['a title of nothing', '.. admonition:: \\\n\n   b'],
    ['a formula in an item', '- .. math::\n\n     a = b\n\n  a'],
    ['an admonition whose title is marked', '.. admonition:: **\\漢\\字**\n\n   a\n\n.. admonition:: *b* c\n\n   d'],
    ['an admonition whose title is code', '.. admonition:: ``c``\n\n   a'],
    [
      'bars in a table',
      '===========  ======\na            b\n===========  ======\n:sup:`a|b`   :math:`|x|`\n===========  ======\n\n===========  ======\na            b\n===========  ======\n:sup:`a|b`   ``c|``\n===========  ======',
    ],
    ['an address behind what could be part of it', '\\-\\ a@b.de and /\\ a@b.de (a@b.de)'],
    ['what looks like a URL', 'a\\_b-http\\://x.y'],
    ['what looks like an address', '\\a\\@{b} c\\@\\*d'],
    ['a field that does nothing', ':a: b\n  #'],
    ['an address that is none in Markdown', 'a@b_c.de `x@y_z.de <mailto:x@y_z.de>`__'],
    ['a colon and a letter of another language before a link', 'a:é\\ `b <https://example.org>`__'],
    ['code in a row', '``a``\\ ``b``\\ :math:`c`\\ :math:`d`'],
    [
      'words that look like markup here',
      'Note: no note\n\nNOTES: none\n\n\\:id: no-id\n\n\\[a]{.b} ``c``\\ {.d} www\\.example.org ::\\ :sup:`2` . . .',
    ],
  ])('%s', async (_, text) => {
    const { before, there, back } = await trip('any.rst', `----\n\nTitle\n=====\n\n${text}\n`)
    expect(there.html).toBe(before.html)
    expect(back.html).toBe(before.html)
  })
})

describe('what the other language cannot say is told once, and the rest builds', () => {
  test.each([
    ['any.md', '| a |\n|--:|\n| 1 |\n| 2 |', ['the class "align-right" of a cell']],
    ['any.md', '**a `b` c**', ['markup within "strong"']],
    ['any.md', '`  a  ` `  `', ['blanks at the ends of code in a text', 'blanks at the ends of code in a text']],
    ['any.md', '`  a  `{.js}', ['blanks at the ends of code in a text']],
    ['any.md', '*<br>*', ['markup within "emphasis"']],
    ['any.md', '$a`$', ['a formula with a backquote, or a backslash at its end']],
    ['any.md', '>', ['an empty quotation']],
    ['any.md', '- [ ] a\n- [x] b', ['the class "task" of an item']],
    ['any.md', '> # a\n>\n> b', ['a heading within a block']],
    ['any.md', '```\n```', ['code without a text']],
    ['any.md', 'a\n\nNotes:\n\n---\n\nb\n\nNotes:', []],
    ['any.md', 'a\n\nNotes: b\n\n---\n\nc', []],
    ['any.md', 'a\n\n::: {.notes}\n:::', []],
    ['any.md', '![a](b.png "c")', ['the title of a picture']],
    ['any.md', 'a [b *c*]() d [![e](f.png)]()', ['a link without an address', 'a link without an address']],
    [
      'any.md',
      'a ![b_]() ![]()\n\n![c]()',
      ['a picture without an address', 'a picture without an address', 'a picture without an address'],
    ],
    ['any.md', '- a <!-- .element: class="fragment" -->\n- b', ['the class "substep" of an item']],
    [
      'any.md',
      '- a <!-- .element: class="fragment" -->\n  - b <!-- .element: class="fragment" -->\n  - c',
      ['the class "substep" of an item', 'the class "substep" of an item'],
    ],
    ['any.rst', '-a  *b*\n--long=C  d', []],
  ])('%s: %j', (name, text, said) => {
    const rst = name.endsWith('.rst')
    const path = `${folder}${name}`
    const { diagnostics, text: there } = convertDeck({ path, text: `----\n\n${text}\n` }, rst ? 'markdown' : 'rst')
    const language = rst ? 'Markdown' : 'reStructuredText'
    const told = diagnostics.filter(({ code }) => code !== 'markdown/read-as')
    expect(told.map(({ message }) => message)).toEqual(said.map((what) => `${language} cannot say this: ${what}.`))
    expect(convertDeck({ path: `${folder}any.${rst ? 'md' : 'rst'}`, text: there }, rst ? 'rst' : 'markdown').diagnostics).toEqual([])
  })

  test('fragments on every item are those of the list', async () => {
    const text =
      '----\n\n- a <!-- .element: class="fragment" -->\n  1. b <!-- .element: class="fragment" -->\n- c <!-- .element: class="fragment" -->\n'
    const { diagnostics, text: there } = convertDeck({ path: `${folder}any.md`, text }, 'rst')
    expect(there).toContain('.. class:: substep\n\n- a\n')
    expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([])
    expect((await pageOf(`${folder}any.rst`, there)).html).toContain('data-presses="3"')
  })

  test.each([
    ['links with markup in them', '[**a** `b`](https://example.org) and [![c](d.png)](e)'],
    ['code in a quotation', '> ```js\n> a\n>\n> b\n> ```'],
    ['colons in code in a directive', '::: {.a}\n```\n:::\n```\n:::'],
    ['line starts that are markup in reStructuredText', '\\# a\n\n.. b\n\n1\\. c\n\n:d: e\n\n-f g\n\n|  h\n\n\\====\n\ni::'],
    ['text that is markup in reStructuredText', 'a_ b__ \\*c\\* |d| \\`e\\` [1]\\_ mailto\\:x f\\@g.h http\\://i.j k\\\\l'],
    ['code with backquotes', '`` a`b `` ``` ``c`` ```'],
    ['an attribution of nothing that is shown', '> <!-- a -->\n>\n> — b'],
    ['boxes without content', '::: {.box}\n:::\n\n:::tip\n<!-- a -->\n:::\n\n:::admonition[b]\n<!-- a -->\n:::'],
    ['a URL and what is none of it', 'a(<https://e.org>)&b <https://e.org>), <https://e.org>_c'],
    ['a mark over two lines in another language', ':::rst\n+--------+\n| *漢 a  |\n| b*     |\n+--------+\n:::'],
    ['a field in a quotation', '> :::rst\n> :a: b \\_\\_ c\n> :::'],
    ['a heading of nothing', '##\n\na'],
    ['brackets over lines in quotations', '> - > a :sub[b\n>   > c] ![d:e\n>   > f](g.png) :span[h]'],
    ['blanks in a role', 'a :sup[ b ]'],
    ['a backslash for a link', '[\\\\](https://example.org)'],
    ['a note in a heading', '## a [^b]\n\n[^b]: c'],
    ['roles without a text', 'a :sup[] *:sub[ ]*'],
    ['an item without content', '1. a\n2.\n3. b'],
    ['a mark around nothing', 'a *<!-- b --> c* _<!-- b -->_ ~~<!-- b -->~~ c'],
    ['comments at the ends of texts', '|a|\n|-|\n|<!-- b --> **c** d <!-- e -->|\n\n## <!-- f --> g'],
    ['a note before a colon', '[^a]\\: b\n\n[^a]<!-- -->:sup[c]\n\n[^a]: Note'],
    ['an admonition whose title is code', ':::admonition[`c`]\na\n:::\n\n:::admonition[a `b: c`]\nd\n:::'],
    ['blanks in code', '`a  b` ``c   d``'],
    ['notes in a directive', ':::tip\nA[^b]\n:::\n\n[^b]: Note\n\n    - c'],
  ])('from Markdown and back: %s', async (_, text) => {
    const { before, there, back, said } = await trip('any.md', `---\n\n# Title\n\n${text}\n`)
    expect(said).toEqual([])
    expect(there.html).toBe(before.html)
    expect(back.html).toBe(before.html)
  })
})

test.each([
  ['code', ['emphasize-lines: 1,2', 'hl_lines: 2', 'linenos:', 'lineno-start: 9', 'caption: C', 'dedent: 4', 'force:']],
  ['math', ['label: a', 'nowrap:', 'no-wrap:']],
])('what other tools take at “%s” stays', (directive, options) => {
  const text = `----\n\n.. ${directive}::\n${options.map((option) => `   :${option}\n`).join('')}\n   a = 1\n`
  const { text: markdown, diagnostics } = convertDeck({ path: 'a.rst', text }, 'markdown', files)
  expect(diagnostics.map(({ code }) => code)).toEqual([])
  for (const option of options) expect(markdown).toContain(`:${option}\n`)
})

test('a URL in a style ends as it will in reStructuredText too', async () => {
  const text = '---\n:style: background: url(a_b_.png) url("c_") *\n:data-a: `*x|\n\n# A\n'
  const { there, back, before } = await trip('any.md', text)
  expect(there.html).toBe(before.html)
  expect(back.html).toBe(before.html)
  const { text: rst } = convertDeck({ path: `${folder}any.md`, text }, 'rst')
  const { diagnostics } = await compile({ path: `${folder}any.rst`, text: rst }, { player: '' })
  expect(diagnostics.filter(({ code }) => code !== 'source/not-found')).toEqual([])
})

test.each(['{.column width=30%}', '{width=30%}'])('a column keeps its width in Markdown: %s', (attributes) => {
  const text = `# a\n\n:::: {.columns}\n\n::: ${attributes}\n\nb\n\n:::\n\n::::\n`
  const { text: again, diagnostics } = convertDeck({ path: `${folder}a.md`, text }, 'markdown')
  expect(diagnostics).toEqual([])
  expect(again).toContain(`::: ${attributes}\nb\n:::`)
})

describe('takes any number', () => {
  const many = 150_000
  const deck = (children: Document['children'][number][]): Document => ({
    type: 'document',
    source: 'a.rst',
    children: [{ type: 'section', children: [{ type: 'title', children: [{ type: 'text', value: 'T' }] }, ...children] }],
  })
  const times = <Item>(item: Item): Item[] => Array.from({ length: many }, () => item)
  test('of blocks', () => {
    const document = deck(times<Paragraph>({ type: 'paragraph', children: [{ type: 'text', value: 'a' }] }))
    for (const print of [printMarkdown, printRst]) expect(print(document, () => {}).match(/^a$/gm)?.length).toBe(many)
  })
  test('of fences in code', () => {
    const code: LiteralBlock = { type: 'literal_block', children: [{ type: 'text', value: times('```').join('\n') }] }
    expect(printMarkdown(deck([code]), () => {})).toContain('\n````\n```\n')
    expect(
      printMarkdown(deck([{ ...code, children: [{ type: 'text', value: times(':::').join('\n') }], classes: ['x'] }]), () => {}),
    ).toMatch(/^::::rst\n/m)
  })
  test('of marks in a text, and of pictures in it', () => {
    const mark: NodeOf<'emphasis'> = { type: 'emphasis', children: [{ type: 'text', value: 'b' }] }
    const paragraph: Paragraph = { type: 'paragraph', children: times(0).flatMap(() => [{ type: 'text' as const, value: 'a ' }, mark]) }
    expect(printRst(deck([paragraph]), () => {}).match(/a \*b\*\\ /g)?.length).toBe(many - 1)
    const images = Array.from({ length: 20_000 }, (_, index): Image => ({ type: 'image', uri: `${index}.png`, children: [] }))
    expect(printRst(deck([{ type: 'paragraph', children: images }]), () => {})).toContain('.. |image-20000| image:: 19999.png\n')
  })
})

test('the style of an element, which the other language has no word for, is told', () => {
  const text = '- a <!-- .element: style="color: red" -->\n'
  const { diagnostics } = convertDeck({ path: 'a.md', text }, 'rst')
  expect(diagnostics.map(({ message }) => message)).toContain('reStructuredText cannot say this: the style "color: red" of an element.')
})

describe('HTML in a heading', () => {
  const there = (path: string, text: string) => convertDeck({ path, text }, path.endsWith('.md') ? 'rst' : 'markdown').text

  test('needs no target before it, there and back', () => {
    const text = '---\ndialect: plain\n---\n\n# A<br>b\n\n---\n\n# C\n'
    const rst = there('a.md', text)
    expect(rst).not.toContain('.. _')
    const back = there('a.rst', rst)
    expect(back).not.toContain('.. _')
    expect(back).toContain('# A<br>b')
    expect(there('a.md', back)).toBe(rst)
  })

  test.each(['[x](#ab)', '<a href="#/ab">x</a>'])('keeps the name that something leads to: %s', async (link) => {
    const rst = there('a.md', `# A<br>b\n\n${link}\n`)
    expect(rst).toContain('.. _ab:')
    const { diagnostics } = await compile({ path: 'a.rst', text: rst }, { player: '' })
    expect(diagnostics.filter(({ code }) => code === 'page/dead-link')).toEqual([])
  })
})

test('filters of Marp’s pictures go along, within a text they are told', async () => {
  const text = '---\nmarp: true\n---\n![bg blur:3px](data:,)\n\n![opacity:.3 w:20](data:,b)\n\nx ![sepia:1](data:,c)\n'
  const { text: rst, diagnostics } = convertDeck({ path: 'a.md', text }, 'rst')
  const { html } = await pageOf('a.rst', rst)
  const before = await pageOf('a.md', text)
  for (const style of ['filter: blur(3px)', 'filter: opacity(.3)']) {
    expect(before.html).toContain(style)
    expect(html).toContain(style)
  }
  expect(diagnostics.map(({ message }) => message)).toContain('reStructuredText cannot say this: the look of a picture: filter: sepia(1);.')
})
