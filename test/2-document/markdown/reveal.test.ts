import { describe, expect, test } from 'vitest'
import { compile } from '../../../src/compile.ts'
import { read } from './read.ts'

const pageOf = async (text: string) => {
  const { page, diagnostics } = await compile({ path: '/decks/deck.md', text }, { player: '' })
  const said = diagnostics.filter(({ code }) => code !== 'markdown/read-as' && !code.startsWith('source/'))
  return { html: page.html.slice(page.html.indexOf('<div id="impress"')), said: said.map(({ message }) => message) }
}

describe('what stands behind a comment on its line is Markdown', () => {
  test.each([
    ['a paragraph, which goes on', '<!-- x --> a *b*\nc', '<p>a <em>b</em>\nc</p>'],
    ['in an item', '- <!-- x --> *b*', '<li><em>b</em></li>'],
    ['in a quotation', '> <!-- x --> *b*', '<blockquote><p><em>b</em></p></blockquote>'],
    ['behind several', '<!-- x --> <!-- y --> *b*', '<p><em>b</em></p>'],
    ['a heading with a line below', '<!-- x --> *b*\n===', '<h1 id="b"><em>b</em></h1>'],
  ])('%s', async (_, text, html) => {
    expect((await pageOf(text)).html).toContain(html)
  })

  test('without a blank it is HTML, as CommonMark has it, and so is a tag', () => {
    expect(read('<!-- x -->*b*').tree).toContain('<raw format="html"')
    expect(read('<!-- x --> <div>*b*</div>').tree).toContain('<raw format="html"')
  })

  test('a comment that does not end on its line is read to its end', () => {
    expect(read('<!-- x\n\ny --> *b*').tree).not.toContain('<emphasis>')
  })

  test('a rule below such a text in a note makes a heading of it, as below any text', async () => {
    const { html } = await pageOf('---\ndialect: plain\n---\n# A\n\nNote: x\n\n<!-- c --> words\n---\n\nmore')
    expect(html.match(/class="step/g)).toHaveLength(1)
  })
})

describe('what divides a deck', () => {
  const slidesOf = async (text: string): Promise<string[]> =>
    (await compile({ path: '/decks/deck.md', text }, { player: '' })).page.steps.map((html) => html.replace(/<[^>]*>|\n/g, ''))

  test.each<[what: string, text: string, slides: readonly string[]]>([
    ['a rule right below HTML', '---\ndialect: reveal\n---\n# A\n<img src="data:,">\n---\n# B\n<p>b</p>\n--\n\n# C', ['A', 'Bb', 'C']],
    ['four dashes right below HTML', '---\ndialect: reveal-md\n---\n# A\n<p>a</p>\n----\n# B', ['Aa', 'B']],
    ['no more than four dashes', '---\ndialect: reveal-md\n---\n# A\n\n-----\n\na\n\n---\n\n# B', ['Aa', 'B']],
    ['not what is in code', '---\ndialect: reveal\n---\n# A\n\n<p>\n```\n---\n```\n</p>\n\n---\n\n# B', ['A```---```', 'B']],
  ])('%s', async (_, text, slides) => {
    expect(await slidesOf(text)).toEqual(slides)
  })

  test('in plain Markdown HTML goes on to the next blank line', async () => {
    expect(await slidesOf('---\ndialect: plain\n---\n# A\n<p>a</p>\n---\n# B')).toHaveLength(1)
  })
})

describe('the ground of a slide', () => {
  const styleOf = async (attributes: string): Promise<string | undefined> =>
    (await compile({ path: '/decks/deck.md', text: `<!-- .slide: ${attributes} -->\n\n# A\n` }, { player: '' })).deck.steps[0]?.attributes[
      'style'
    ]

  test('stands beside a style that ends without a semicolon', async () => {
    expect(await styleOf('style="padding: 0" data-background="#123"')).toMatch(/^padding: 0; background: #123;/)
  })

  test.each([
    ['linear-gradient(135deg, #667eea 0%, #764ba2 100%)', 'white'],
    ['radial-gradient(navy, rgb(0, 0, 90))', 'white'],
    ['linear-gradient(to right, #ffe, yellow)', 'black'],
  ])('text can be read on %s', async (gradient, ink) => {
    expect(await styleOf(`data-background="${gradient}"`)).toContain(` color: ${ink};`)
  })
})

describe('attributes of an element in a comment', () => {
  test.each([
    ['before the text', '<!-- .element: class="x" --> a *b*', '<p class="x">a <em>b</em></p>'],
    ['before an item’s text', '- <!-- .element: class="x" --> a', '<li class="x">a</li>'],
    ['behind the text', 'a <!-- .element: class="x" -->', '<p class="x">a</p>'],
    ['below the text', 'a\n<!-- .element: class="x" -->', '<p class="x">a</p>'],
    ['of a heading', '# T\n\n## A <!-- .element: class="fragment" -->', '<h2 class="substep" data-press="1" id="a">A</h2>'],
    [
      'of the last element before it in the text',
      'a *b* c <!-- .element: class="fragment" -->',
      'a <em class="substep" data-press="1">b</em> c',
    ],
    ['of a picture', '![](data:,) <!-- .element: class="x" -->', 'alt="" class="x">'],
  ])('%s', async (_, text, html) => {
    const found = await pageOf(`<!-- .slide: class="c" -->\n\n${text}`)
    expect(found.html).toContain(html)
    expect(found.said.filter((message) => message.includes('meaning'))).toEqual([])
  })

  test('what has no meaning here is told', async () => {
    const { said } = await pageOf('a <!-- .element: class="x" data-transition="zoom" data-trim -->')
    expect(said).toEqual(['reveal.js\'s "data-transition" of an element has no meaning here and is left out.'])
  })
})

describe('more of an element’s attributes', () => {
  test.each([
    ['a paragraph', 'a <!-- .element: id="x" style="color: red" -->', '<p id="x" style="color: red">a</p>'],
    ['an item', '- a <!-- .element: style="color: red" id="x" -->', '<li id="x" style="color: red">a</li>'],
    ['a heading', '# T\n\n## A <!-- .element: id="x" style="color: red" -->', '<h2 style="color: red" id="x">A</h2>'],
    ['a picture', '![](data:,) <!-- .element: style="border: 0" -->', 'alt="" style="border: 0">'],
    ['a mark', 'a *b* <!-- .element: style="color: red" -->', '<em style="color: red">b</em>'],
    ['a block above', '> a\n\n<!-- .element: style="color: red" -->', '<blockquote style="color: red"><p>a</p></blockquote>'],
    ['a cell', '|a|\n|-|\n|b <!-- .element: style="color: red" -->|', '<p style="color: red">b</p>'],
  ])('id and style: %s', async (_, text, html) => {
    const found = await pageOf(`<!-- .slide: class="c" -->\n\n${text}`)
    expect(found.html).toContain(html)
    expect(found.said).toEqual([])
  })

  test('a link leads to an element by its id', async () => {
    const { said } = await pageOf('a <!-- .element: id="here" -->\n\n[b](#here)')
    expect(said).toEqual([])
  })

  test('a style that asks for more than a look goes with --safe', async () => {
    const text = 'a <!-- .element: style="background: url(https://x.example/a.png)" -->'
    const { page } = await compile({ path: '/decks/deck.md', text }, { player: '', safe: true })
    expect(page.html).not.toContain('x.example')
  })

  test('the order of presses is that of the indexes, the same at once, then the others', async () => {
    const text = [
      'z <!-- .element: class="fragment" -->',
      '',
      '- one <!-- .element: class="fragment" data-fragment-index="7" -->',
      '- two <!-- .element: class="fragment" data-fragment-index="0" -->',
      '',
      '<p class="fragment" data-fragment-index="7">three</p>',
    ]
    const { html } = await pageOf(text.join('\n'))
    const presses = [...html.matchAll(/data-press="(\d)"[^>]*>(\w+)/g)].map(([, press, word]) => `${press} ${word}`)
    expect(presses).toEqual(['3 z', '2 one', '1 two', '2 three'])
  })
})

describe('HTML as reveal.js shows it', () => {
  const front = '---\ndialect: reveal\n---\n'

  test.each([
    ['a fragment', '<p class="a fragment fade-up">x</p>', '<p data-press="1" class="a substep fade-up">x</p>'],
    ['a fragment in a text', 'a <span class=fragment>x</span>', 'a <span data-press="1" class="substep">x</span>'],
    ['no fragment', '<p class="fragments">x</p>', '<p class="fragments">x</p>'],
    ['what only looks like one', '<script>"<p class=fragment>"</script>', '<script>"<p class=fragment>"</script>'],
  ])('%s', async (_, text, html) => {
    expect((await pageOf(front + text)).html).toContain(html)
  })

  test('in other decks a class is what it says', async () => {
    expect((await pageOf('---\ndialect: plain\n---\n<p class="fragment">x</p>')).html).toContain('<p class="fragment">x</p>')
  })

  test('what has no meaning is told once a tag', async () => {
    const { said } = await pageOf(`${front}<div data-auto-animate data-auto-animate data-id="a"><b data-transition="x">a</b></div>`)
    expect(said).toEqual(
      ['data-auto-animate', 'data-transition'].map((name) => `reveal.js's "${name}" has no meaning here and is left out.`),
    )
  })

  test.each([
    [
      'marked lines, the first stage',
      '<pre><code class="hljs language-python" data-trim data-line-numbers="1|2-3">\n  a = 1\n\n  b = "&lt;"\n</code></pre>',
      'pre class="highlight code python"',
      ['"{1|2-3}" asks for lines to light up one after another; the first stage is shown.'],
    ],
    ['a fragment', '<pre class="x"><code class="fragment js">a</code></pre>', '<pre class="highlight code js substep" data-press="1">', []],
    ['a template', '<pre><code><script type="text/template">\n<b>a</b>\n</script></code></pre>', '&lt;b>a&lt;/b>', []],
    ['what has tags of its own stays HTML', '<pre><code>a <mark>b</mark></code></pre>', '<pre><code>a <mark>b</mark></code></pre>', []],
  ])('code: %s', async (_, text, html, expected) => {
    const found = await pageOf(front + text)
    expect(found.html).toContain(html)
    expect(found.said).toEqual(expected)
  })

  test('code keeps its lines, without what all begin with', () => {
    const { tree } = read(`${front}<pre><code data-trim>\n  a\n\n    b &amp; c\n</code></pre>`)
    expect(tree).toContain('    a\n    \n      b & c')
  })

  test('links by place lead to the slide', async () => {
    const text = `${front}# A\n\n---\n\n# B\n\n--\n\n# C\n\n<a href="#/1">b</a> <a class="x" href='#/1/1'>c</a> <a href="#/0">a</a>\n\n<p><a href=#/1/1>c</a> <a href="#/9">z</a></p>`
    const { html, said } = await pageOf(text)
    expect([...html.matchAll(/href=["']?(#[^"'>]*)/g)].map(([, href]) => href)).toEqual([
      '#/step-2',
      '#/step-3',
      '#/step-1',
      '#/step-3',
      '#/9',
    ])
    expect(said).toHaveLength(1)
  })
})

describe('slides below one another', () => {
  const stacks = '# A\n\n---\n\n# B\n\n--\n\n<!-- .slide: id="below" -->\n# C\n\n---\n\n# D\n\n'
  const compiled = async (text: string) => compile({ path: '/decks/deck.md', text }, { player: '' })
  const places = async (text: string) => (await compiled(text)).placements.map(({ x, y }) => [x, y])

  test('stand so on the stage, a quarter of the canvas apart', async () => {
    expect(await places(`:data-width: 1000\n:data-height: 800\n\n---\n${stacks}`)).toEqual([
      [0, 0],
      [1250, 0],
      [1250, 1000],
      [2500, 0],
    ])
  })

  test('stand where the author puts them, if that is said of any', async () => {
    expect(await places(stacks.replace('id="below"', 'data-x="7" data-y="8"'))).toEqual([
      [0, 0],
      [1600, 0],
      [7, 8],
      [7, 8],
    ])
  })

  test('a deck without any is a row', async () => {
    expect(await places('<!-- .slide: class="x" -->\n# A\n\n---\n\n# B')).toEqual([
      [0, 0],
      [1600, 0],
    ])
  })

  test('reveal-md has them below four dashes', async () => {
    const { deck, placements } = await compiled('---\nhighlightTheme: x\n---\n# A\n\n----\n\n# B\n\n---\n\n# C')
    expect(deck.steps.map(({ level }) => level)).toEqual([1, 2, 1])
    expect(placements.map(({ y }) => y > 0)).toEqual([false, true, false])
  })

  test('links by place lead to the slide, and to none that there is not', async () => {
    const { html, said } = await pageOf(`${stacks}[a](#/1) [b](#/1/1) [c](#/3) [d][e] [f](#/below) [g](#/9)\n\n[e]: #/2`)
    expect([...html.matchAll(/<a href="(.*?)"/g)].map(([, href]) => href)).toEqual([
      '#/step-2',
      '#/below',
      '#/3',
      '#/step-4',
      '#/below',
      '#/9',
    ])
    expect(said.filter((message) => /lead/.test(message))).toEqual([expect.stringContaining('#/9')])
  })

  test('in other decks such a link is what it says', async () => {
    expect((await pageOf('---\nmarp: true\n---\n# A\n\n[a](#/0)')).html).toContain('href="#/0"')
  })
})

describe('a deck’s own separators', () => {
  const found = async (text: string) => {
    const { deck, diagnostics } = await compile({ path: '/decks/deck.md', text }, { player: '' })
    const codes = diagnostics.map(({ code }) => code).filter((code) => code !== 'markdown/read-as')
    return { levels: deck.steps.map(({ level }) => level), notes: deck.steps.map(({ notes }) => notes.length), codes }
  }

  test.each([
    ['comments', 'separator: <!--s-->\nverticalSeparator: <!--v-->', '# A\n<!--v-->\n# B\n\n---\n\nmore\n\n<!--s-->\n\n# C', [1, 2, 1]],
    ['patterns for one line', "separator: '^===$'\nverticalSeparator: '\\r?\\n---\\r?\\n'", '# A\n\n===\n\n# B\n\n---\n\n# C', [1, 1, 2]],
    ['words', 'separator: NEXT', '# A\n\nNEXT\n\n# B\n\n----\n\n# C', [1, 1, 2]],
    ['blank lines', "separator: '^\\n\\n\\n'\nverticalSeparator: '^\\n\\n'", '# A\n\nx\n\n\n\n# B\n\n\n# C\n\n---\n\ny', [1, 1, 2]],
    ['blank lines counted from a text on', "separator: '\\n\\n\\n'\nverticalSeparator: x", '# A\n\n\n# B\n\nc', [1, 1]],
    [
      'the ends of lines in YAML’s own words',
      'separator: "\\r?\\n---\\r?\\n"\nverticalSeparator: "^\\n\\n"',
      '# A\n---\n# B\n\n\n# C',
      [1, 1, 2],
    ],
    ['a line with blank ones around it', "separator: '^\\n---\\n$'", '# A\n\n---\n\n# B\nz\n---\n\nc', [1, 1]],
    [
      'characters that are repeated',
      "separator: '^-{3,}\\s*$'\nverticalSeparator: '^\\s*\\*+$'",
      '# A\n\n-----  \n\n# B\n\n***\n\n# C',
      [1, 1, 2],
    ],
    ['not what is in code', "separator: '^\\n\\n\\n'", '# A\n\n```\na\n\n\n\nb\n```\n\n\n\n# B', [1, 1]],
    ['blank lines behind an item', "separator: '^\\n\\n\\n'", '# A\n\n- a\n\n\n\nb', [1, 1]],
  ])('of reveal-md: %s', async (_, front, text, expected) => {
    const { levels, codes } = await found(`---\n${front}\n---\n${text}`)
    expect({ levels, codes }).toEqual({ levels: expected, codes: [] })
  })

  test.each([
    ["separator: '^(a+)+$'", ['markdown/separator']],
    ["separator: '^.*.*.*$'", ['markdown/separator']],
    ["verticalSeparator: ''", ['markdown/separator']],
    ["notesSeparator: '^x*'", ['markdown/separator']],
  ])('a pattern that says more is told: %s', async (front, codes) => {
    expect(await found(`---\n${front}\n---\n# A\n\n---\n\n# B`)).toMatchObject({ levels: [1, 1], codes })
  })

  test.each([
    [
      'at a section of HTML',
      '<section data-markdown data-separator="^\\n\\n\\n" data-separator-vertical="^\\n\\n"></section>\n\n# A\n\n\n\n# B\n\n\n# C',
      [1, 1, 2],
    ],
    [
      'in a site with front matter like another tool’s',
      '---\nlayout: slides\n---\n<section data-markdown data-separator="^---\\n" data-separator-vertical="^--\\n">\n\n# A\n\n---\n## B\n\n--\n- c',
      [1, 1, 2],
    ],
    ['in a comment', '<!-- data-separator="^---$" data-separator-vertical=\'^--$\' -->\n# A\n\n---\n\n# B\n\n--\n\n# C', [1, 1, 2]],
    ['of which there is one kind', '<!-- data-separator="^\\n===\\n$" -->\n# A\n\n===\n\n# B\n\n---\n\nb\n\n--\n\nc', [1, 1]],
  ])('of reveal.js, %s', async (_, text, expected) => {
    const { levels, codes } = await found(text)
    expect({ levels, codes }).toEqual({ levels: expected, codes: [] })
  })

  test.each([
    ['reveal-md', "---\nnotesSeparator: '^Speaker:'\n---\n# A\n\nSpeaker: a\n\nb\n\n---\n\n# B\n\nNote: shown"],
    ['reveal.js', '<!-- data-separator-notes="^\\?{3}" -->\n# A\n\n???\na\n\n---\n\n# B\n\nNote: shown'],
    [
      'with separators',
      "---\nseparator: '<!-- s -->'\nnotesSeparator: '^\\s*speaker:'\n---\n# A\n\nSpeaker: a\n\n---\n\nb\n<!-- s -->\n\n# B",
    ],
  ])('what begins the notes: %s', async (_, text) => {
    expect(await found(text)).toEqual({ levels: [1, 1], notes: [1, 0], codes: [] })
  })

  test('slides in sections of HTML are slides, without the sections and templates', async () => {
    const lines = [
      '<section data-markdown id="one"',
      '  data-separator="^\\n---\\n$">',
      '  <textarea data-template>',
      '    ## A',
      '',
      '    - a',
      '      - b',
      '',
      '    ---',
      '',
      '    ## B',
      '',
      '    Note: said',
      '  </textarea>',
      '</section>',
      '<section>',
      '<section data-markdown>',
      '  <script type="text/template">',
      '  ## C',
      '  </script>',
      '</section>',
      '<section data-markdown>',
      '## D',
      '</section>',
      '</section>',
    ]
    expect(await found(lines.join('\n'))).toEqual({ levels: [1, 1, 1, 2], notes: [0, 1, 0, 0], codes: [] })
    const { html } = await pageOf(lines.join('\n'))
    expect(html).toContain('<div id="one"')
    expect(html.replace(/\n/g, '')).toContain('<ul><li>a<ul><li>b</li></ul></li></ul>')
    expect(html).not.toMatch(/<section|<textarea/)
  })
})
