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
      '        <container classes="tab-content">',
      '            <paragraph>',
      '                a',
      '            <section ids="b" names="b">',
      '                <title>',
      '                    B',
      '    <container classes="tab substep">',
      '        <paragraph classes="title">',
      '            C ',
      '            <emphasis>',
      '                d',
      '        <container classes="tab-content">',
      '            <bullet_list bullet="-">',
      '                <list_item>',
      '                    <paragraph>',
      '                        c',
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

const compiled = async (front: string, text: string) => {
  const { deck, page, diagnostics } = await compile({ path: '/decks/deck.qmd', text: `---\n${front}\n---\n${text}` }, { player: '' })
  const said = diagnostics.filter(({ code }) => !/read-as|source\/|page\//.test(code)).map(({ message }) => message)
  return { deck, html: page.html, steps: page.steps, said }
}

test('a box that is named by a word alone is the same', () => {
  const inner = '### A\n\na\n\n### B\n\nb\n:::'
  expect(quarto(`::: panel-tabset\n${inner}`)).toEqual(quarto(`::: {.panel-tabset}\n${inner}`))
  expect(quarto('::: callout-tip\na\n:::')).toEqual({ tree: rstTree('.. tip:: a'), codes: [] })
})

describe('lists that unfold', () => {
  const presses = async (front: string, text: string) => (await compiled(front, text)).deck.steps.map(({ presses }) => presses.length)
  const list = '- a\n- b\n'

  test.each([
    ['on one slide', 'title: ""', `## A {.incremental}\n\n${list}\n## B\n\n${list}`, [2, 0]],
    ['not on one', 'incremental: true', `## A\n\n${list}\n## B {.nonincremental}\n\n${list}`, [2, 0]],
    ['below a heading within a slide', 'title: ""', `## A\n\n${list}\n### B {.incremental}\n\n${list}`, [2]],
    ['not below one', 'format:\n  revealjs:\n    incremental: true', `## A\n\n${list}\n### B {.nonincremental}\n\n${list}`, [2]],
  ])('%s', async (_, front, text, expected) => {
    expect((await presses(`dialect: pandoc\n${front}`, text)).slice(-expected.length)).toEqual(expected)
  })
})

describe('what a format is told', () => {
  test('echo: false hides code that does not say otherwise', async () => {
    const cell = (...lines: string[]) => `\`\`\`{python}\n${lines.join('\n')}\n\`\`\`\n\n`
    const text = `${cell('first = 0')}## A\n\n${cell('x = 1')}${cell('#| echo: true', 'y = 2')}${cell('#| echo: fenced', 'z = 3')}\`\`\`python\nw = 4\n\`\`\`\n`
    const { steps, said } = await compiled('execute:\n  echo: false', text)
    expect(steps).toHaveLength(1)
    expect(['first', 'x', 'y', 'z', 'w'].filter((name) => steps[0]?.includes(`${name} = `))).toEqual(['y', 'z', 'w'])
    expect(said.filter((message) => message.includes('execute'))).toEqual([])
  })

  test('footer, numbers, size and styles', async () => {
    const front =
      'format:\n  revealjs:\n    footer: "A *foot*"\n    slide-number: c/t\n    width: 1000\n    height: 600\n    css: [a.css]\n    theme: dark'
    const { deck, html, said } = await compiled(front, '## A\n\na\n\n## B\n\n::: footer\nown\n:::\n')
    expect(html).toContain('data-width="1000" data-height="600"')
    expect(deck.fields['slide-numbers']?.value).toBe('true')
    expect([...html.matchAll(/<div class="footer"><p>(.*?)<\/p>/g)].map(([, text]) => text)).toContain('own')
    expect(html).toContain('A <em>foot</em>')
    expect(said).toContain('Quarto\'s "format" (revealjs.theme) has no meaning here and is left out.')
  })
})

describe('code in the browser', () => {
  test.each([
    ['pyodide-python', 'python'],
    ['webr-r', 'r'],
    ['webr', 'r'],
  ])('{%s} is %s', (engine, language) => {
    expect(quarto(`\`\`\`{${engine}}\nx\n\`\`\``).tree).toBe(rstTree(`.. code:: ${language}\n\n   x`))
  })
})

test('a hidden slide is passed by, one that is not counted is told', async () => {
  const { deck, said } = await compiled('title: ""', '## A {visibility="hidden"}\n\na\n\n## B {visibility="uncounted"}\n\nb')
  expect(deck.steps.slice(-2).map(({ classes }) => classes)).toEqual([['skip'], []])
  expect(said).toEqual(['reveal.js\'s "visibility" has no meaning here and is left out.'])
})

test('titles are Markdown on the slide, and plain in the head', async () => {
  const { html, steps } = await compiled('title: "A *b* `c`"\nauthor: "[D](https://x.example)"', '## E\n\ne')
  expect(steps[0]).toContain('<h1>A <em>b</em> <tt>c</tt></h1>')
  expect(steps[0]).toContain('<p class="author"><a href="https://x.example">D</a></p>')
  expect(html).toContain('<title>A b c</title>')
  expect(html).toContain('content="D"')
})

describe('HTML with Markdown on its lines', () => {
  test.each([
    ['<div>*x*</div>', '<div><p><em>x</em></p></div>'],
    ['<div class="k">*y*\nz</div>', '<div class="k"><p><em>y</em>\nz</p></div>'],
    ['<center>**q** r</center>\nafter', '<center><p><strong>q</strong> r</p></center><p>after</p>'],
    ['<div>x</div>', '<div>x</div>'],
    ['<p>*x*</p>', '<p>*x*</p>'],
    ['<div>*x*\n\ny</div>', '<div><p><em>x</em></p><p>y</p></div>'],
  ])('%s', async (text, html) => {
    const found = (await compiled('title: ""', `## A\n\n${text}`)).html
    expect(found).toContain(html)
  })
})

test('code keeps its tags and text on their line', () => {
  expect(quarto('```\n<div>*x*</div>\n```').tree).toContain('    <div>*x*</div>')
})

test('a backslash alone is an empty line', () => {
  expect(quarto('a\n\n\\\n\nb').tree).toContain('<paragraph classes="empty-line">')
})
