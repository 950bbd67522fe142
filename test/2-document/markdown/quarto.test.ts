import { describe, expect, test } from 'vitest'
import { compile } from '../../../src/compile.ts'
import { read, rstTree } from './read.ts'

const quarto = (text: string) => read(`---\ndialect: quarto\n---\n${text}`)

const lines = (...written: string[]): string => written.join('\n')

describe('a picture alone in its paragraph', () => {
  test.each([
    ['is a figure with its text as caption', '![a *b*](c.png){width=40%}', '.. figure:: c.png\n   :alt: a b\n   :width: 40%\n\n   a *b*'],
    ['may have its text over lines', '- ![a\n  b](c.png)', '- .. figure:: c.png\n     :alt: a b\n\n     a\n     b'],
    ['has no caption where it has no text', '![](c.png)', '.. image:: c.png\n   :alt: '],
    [
      'says its alternative text by itself',
      '![a](c.png){fig-alt="d e" fig-align="left"}',
      '.. figure:: c.png\n   :alt: d e\n   :align: left\n\n   a',
    ],
  ])('%s', (_, markdown, rst) => {
    expect(quarto(markdown)).toEqual({ tree: rstTree(rst), codes: [] })
  })

  test('is one that is led to by its id', () => {
    expect(quarto('![a](c.png){#fig-d}').tree).toMatch(/^<figure ids="fig-d" names="fig-d">/)
    expect(quarto('![](c.png){#fig-d}').tree).toMatch(/^<image alt="" ids="fig-d" names="fig-d"/)
  })

  test('is that picture where the deck is none of pandoc’s', () => {
    expect(read('---\ndialect: plain\n---\n![a](c.png)').tree).toBe(rstTree('.. image:: c.png\n   :alt: a'))
  })
})

describe('callouts', () => {
  test.each([
    ['with the title of their kind', '::: {.callout-tip}\na\n:::', '.. tip:: a'],
    [
      'with a title among the attributes',
      '::: {.callout-warning title="B *c*"}\na\n:::',
      '.. admonition:: B *c*\n   :class: warning\n\n   a',
    ],
    [
      'with a heading as title',
      ':::: {.callout-caution collapse="true"}\n## B *c*\n\na\n::::',
      '.. admonition:: B *c*\n   :class: caution\n\n   a',
    ],
    ['for a note', '::: {.callout-note}\na\n:::', '.. admonition:: Note\n\n   a'],
    ['for a note with a title', '::: {.callout-note title="B"}\na\n:::', '.. admonition:: B\n   :class: admonition-note\n\n   a'],
  ])('%s', (_, markdown, rst) => {
    expect(quarto(markdown)).toEqual({ tree: rstTree(rst), codes: [] })
  })
})

test('tabs come one after the other', async () => {
  const text = '::: {.panel-tabset}\n### A\n\na\n\n#### B\n\n### C *d*\n\n- c\n:::'
  const { tree, codes } = quarto(text)
  expect(codes).toEqual([])
  expect(tree).toBe(
    lines(
      '<container classes="panel-tabset">',
      '    <container classes="tab">',
      '        <paragraph classes="title">',
      '            A',
      '        <paragraph>',
      '            a',
      '        <section ids="b" names="b">',
      '            <title>',
      '                B',
      '    <container classes="tab substep">',
      '        <paragraph classes="title">',
      '            C ',
      '            <emphasis>',
      '                d',
      '        <bullet_list bullet="-">',
      '            <list_item>',
      '                <paragraph>',
      '                    c',
    ),
  )
  const { deck } = await compile({ path: '/decks/deck.md', text: `---\ndialect: quarto\n---\n## X\n\n${text}` }, { player: '' })
  expect(deck.steps.map(({ presses }) => presses.length)).toEqual([1])
})

describe('boxes', () => {
  test.each([
    ['a word of the author’s is a class', '::: mine\na\n:::', lines('<container classes="mine">', '    <paragraph>', '        a')],
    ['what is for other formats is not shown', '::: {.content-visible when-format="pdf"}\na\n:::', ''],
    ['what is hidden in pages is not shown', '::: {.content-hidden when-format="revealjs"}\na\n:::', ''],
    [
      'what is for pages is shown',
      '::: {.content-visible when-format="html"}\na\n:::',
      lines('<container classes="content-visible">', '    <paragraph>', '        a'),
    ],
    [
      'with a style',
      '::: {.a style="color: red" width="30%"}\nb\n:::',
      lines(
        '<raw format="html" xml:space="preserve">',
        '    <div class="a" style="flex: 0 1 30%; color: red">',
        '<paragraph>',
        '    b',
        '<raw format="html" xml:space="preserve">',
        '    </div>',
      ),
    ],
  ])('%s', (_, markdown, tree) => {
    expect(quarto(markdown)).toEqual({ tree, codes: [] })
  })
})

describe('shortcodes', () => {
  const raw = (html: string) => lines('<raw format="html" xml:space="preserve">', `    ${html}`)
  test.each([
    ['{{< video a.mp4 width="40%" title="B c" >}}', raw('<video src="a.mp4" width="40%" title="B c" controls></video>'), []],
    ['{{< video https://youtu.be/abc >}}', raw('<iframe src="https://www.youtube.com/embed/abc" allowfullscreen></iframe>'), []],
    [
      '{{< video https://www.youtube.com/watch?v=a-c >}}',
      raw('<iframe src="https://www.youtube.com/embed/a-c" allowfullscreen></iframe>'),
      [],
    ],
    ['{{< video https://vimeo.com/12 >}}', raw('<iframe src="https://player.vimeo.com/video/12" allowfullscreen></iframe>'), []],
    ['{{< pagebreak >}}', '', []],
    ['{{< lipsum 2 >}}', '', ['markdown/no-meaning@4:1']],
    ['a {{< fa brands github >}} b', '<paragraph>\n    a  b', ['markdown/no-meaning@4:3']],
    ['a {{< kbd Ctrl-C >}}', '<paragraph>\n    a \n    <literal classes="kbd">\n        Ctrl-C', []],
    ['`{{< video a >}}`', '<paragraph>\n    <literal>\n        {{< video a >}}', []],
  ])('%s', (markdown, tree, codes) => {
    expect(quarto(markdown)).toEqual({ tree, codes })
  })

  test('a file is included', () => {
    const readFile = (path: string) => ({ path, text: '# A\n\n- b\n' })
    const { tree, codes } = read('---\ndialect: quarto\n---\nx\n\n{{< include _a.qmd >}}\n\ny', { readFile })
    expect(tree).toContain('<bullet_list')
    expect(codes).toEqual([])
  })

  test('are text where the deck is not Quarto’s', () => {
    expect(read('---\ndialect: plain\n---\n{{< video a >}}').tree).toBe('<paragraph>\n    {{< video a >}}')
  })
})

describe('what a heading says of its slide', () => {
  const slide = async (attributes: string) => {
    const text = `---\ndialect: quarto\n---\n## A {${attributes}}\n\na`
    const { deck, diagnostics } = await compile({ path: '/decks/deck.md', text }, { player: '' })
    const [step] = deck.steps
    return { style: step?.attributes['style'], classes: step?.classes, codes: diagnostics.map(({ code }) => code) }
  }

  test.each([
    ['background-color="navy"', 'background-color: navy; color: white'],
    ['data-background-color="navy"', 'background-color: navy; color: white'],
    [
      'background-position="left top" background-image="a.png" background-size="contain"',
      'background-image: url(a.png); background-position: center; background-repeat: no-repeat; background-position: left top; background-size: contain',
    ],
    [
      'background-image="a.png" background-opacity=0.25 background-color="#fff"',
      'background-image: linear-gradient(color-mix(in srgb, #fff 75%, transparent), color-mix(in srgb, #fff 75%, transparent)), url(a.png)',
    ],
    ['background-image="a.png" background-opacity="1"', 'background-image: url(a.png)'],
    ['background-image="my (a).png"', 'background-image: url("my (a).png"); background-size: cover'],
    ['background-image="a.png" background-opacity=0.2', 'background-repeat: no-repeat; color: var(--ink, inherit)'],
  ])('%s', async (attributes, style) => {
    const told = await slide(attributes)
    expect(told.style).toMatch(style.slice(0, 10))
    expect(told.style).toContain(style)
  })

  test('classes and an id are the slide’s, what has no meaning is told', async () => {
    const told = await slide('#b .smaller .scrollable transition="fade"')
    expect(told.classes).toEqual(['smaller', 'scrollable'])
    expect(told.codes).toEqual(['markdown/no-meaning'])
  })
})

test.each(['[@smith2020, p. 3], @fig-x', 'see @eq-a and [-@b]'])(
  'citations and references to figures stay as they are written: %s',
  (text) => {
    expect(quarto(text)).toEqual({ tree: `<paragraph>\n    ${text}`, codes: [] })
  },
)
