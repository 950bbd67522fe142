import { describe, expect, test } from 'vitest'
import { compile } from '../../../src/compile.ts'

/** A deck in short: its steps' ids, classes, places as written, attributes and notes. */
async function deckOf(text: string) {
  const { deck, diagnostics, page } = await compile({ path: '/decks/deck.md', text }, { player: '/* player */' })
  const steps = deck.steps.map(({ id, level, classes, placing, attributes, notes }) => ({
    id,
    level,
    classes: classes.join(' '),
    placing: Object.fromEntries(Object.entries(placing).map(([name, { value }]) => [name, value])),
    attributes,
    notes: notes.length,
  }))
  const fields = Object.fromEntries(Object.entries(deck.fields).map(([name, { value }]) => [name, value]))
  // Which tool the deck is read as is another test's (dialects.test.ts).
  const told = diagnostics.filter(({ code }) => code !== 'markdown/read-as')
  return { steps, fields, html: page.html, codes: told.map(({ code, position }) => `${code}@${position?.start.line}`) }
}

const step = (id: string, more: object = {}) => ({ id, level: 1, classes: '', placing: {}, attributes: {}, notes: 0, ...more })

describe('slides', () => {
  test.each([
    ['rules divide them', '# A\n\n---\n\n# B', [step('step-1'), step('step-2')]],
    ['a text without rule or heading is one', 'A\n\nB', [step('step-1')]],
    [
      'other rules are deeper levels',
      'A\n\n---\n\nB\n\n***\n\nC\n\n___\n\nD',
      [1, 1, 2, 3].map((level, index) => step(`step-${index + 1}`, { level })),
    ],
    ['headings divide them where there is no rule', '# A\n\ntext\n\n# B\n\n## C', [step('step-1'), step('step-2')]],
    ['at the level that text follows', '# A\n\n## B\n\ntext\n\n## C\n\ntext', [step('step-1'), step('step-2'), step('step-3')]],
    ['or at the level that is asked for', '---\nslide-level: 2\n---\n# A\n\ntext\n\n## B\n\n### C', [step('step-1'), step('step-2')]],
    [
      'fields stand at the top',
      '---\n---\n:id: a\n\n:data-x: r100\n\n# A\n\n---\n:class: c d\n:data-autoplay: 5\n\nB',
      [step('a', { placing: { 'data-x': 'r100' } }), step('step-2', { classes: 'c d', attributes: { 'data-autoplay': '5' } })],
    ],
    [
      'or behind the first heading',
      '# A {#a .c data-x=r100 data-y="3"}\n\n---\n\n# B',
      [step('a', { classes: 'c', placing: { 'data-x': 'r100', 'data-y': '3' } }), step('step-2')],
    ],
    [
      'or in front matter of their own',
      '# A\n\n---\nid: b\ndata-x: r7\n---\n\n# B',
      [step('step-1'), step('b', { placing: { 'data-x': 'r7' } })],
    ],
    [
      'notes are boxes, words or fences',
      'A\n\n:::note\nx\n:::\n\n---\n\nB\n\nNote: x\n\ny\n\n---\n\n::: notes\nx\n:::',
      [step('step-1', { notes: 1 }), step('step-2', { notes: 1 }), step('step-3', { notes: 1 })],
    ],
    [
      'reveal.js: attributes in a comment',
      '# A\n\n---\n\n<!-- .slide: id="b" class="c" -->\n# B\n\n--\n\nC',
      [
        step('step-1', { placing: { 'data-x': '0w', 'data-y': '0h' } }),
        step('b', { classes: 'c', placing: { 'data-x': '1.25w', 'data-y': '0h' } }),
        step('step-3', { level: 2, placing: { 'data-x': '1.25w', 'data-y': '1.25h' } }),
      ],
    ],
  ])('%s', async (_, text, steps) => {
    expect((await deckOf(text)).steps).toEqual(steps)
  })

  test.each([
    ['a fence', '```js\na\n```\nNotes:\nx'],
    ['a fence in an item', '- ```\n  a\n  ```\nNote: x'],
    ['a heading', '## B\nNote: x'],
    ['a list', '- a\n- b\nNote: x'],
    ['a table', '| a |\n|---|\n| b |\nNote: x'],
    ['a picture’s comment', '![](a.png)\n<!-- .element: class="b" -->\nNote: x'],
    ['a text, where it stands alone', 'text\nNote:\nx'],
    ['a text, behind blanks', 'text\n\n  Note: x\n\ny'],
    ['a text, on a line of its own behind blanks', 'text\n\n   NOTE:\nx'],
    ['a text and a blank line, in small letters', 'text\n\nnotes: x'],
  ])('reveal.js: notes follow %s', async (_, text) => {
    const { steps, html, codes } = await deckOf(`# A\n\n${text}\n\n---\n\n# C`)
    expect(steps.map(({ notes }) => notes)).toEqual([1, 0])
    expect(html).not.toMatch(/\bNote\b/)
    expect(codes.filter((code) => !code.startsWith('source/'))).toEqual([])
  })

  test('a text may go on with the word', async () => {
    expect((await deckOf('text\nNote: more')).steps).toEqual([step('step-1')])
  })

  test.each([
    ['a formula in an item', '- $$\n  a\n  $$'],
    ['code in an item that the item ends', '- ```\n  a'],
    ['code in a quotation that the quotation ends', '> ```\n> a'],
    ['a comment in an item', '- <!-- a\n\n  -- -->'],
    ['dollars in an item', '- $$5'],
  ])('a slide ends after %s', async (_, text) => {
    expect((await deckOf(`# A\n\n${text}\n\n---\n:id: b\n\n# C`)).steps).toEqual([step('step-1'), step('b')])
  })

  test('front matter gives the deck its fields', async () => {
    const { fields, codes } = await deckOf(
      '---\ntitle: A\ncss-print: [a.css]\ndata-x-y: "07"\nskip-help: true\nauto-console: false\n---\n# A',
    )
    expect(fields).toEqual({ title: 'A', 'css-print': 'a.css', 'data-x-y': '07', 'skip-help': 'true' })
    expect(codes).toEqual(['source/not-found@3'])
  })

  test('front matter that is no YAML is reported where it stops being so', async () => {
    expect((await deckOf('---\ntitle: "A\n---\n# A')).codes).toContain('markdown/front-matter@2')
  })
})

test.each([
  ['a.md', '', 'Start each slide with a line of three dashes, or with a heading.'],
  ['a.md', '<!-- nothing -->', 'Start each slide with a line of three dashes, or with a heading.'],
  ['a.rst', 'text', 'Start each slide with a line of four or more dashes.'],
])('a deck without slides, %s, is told how its language begins one: %j', async (path, text, advice) => {
  const { diagnostics } = await compile({ path, text }, { player: '' })
  expect(diagnostics.filter(({ code }) => code === 'deck/empty').map((found) => found.advice)).toEqual([advice])
})

describe('decks of other tools', () => {
  test('Marp', async () => {
    const text = `---\nmarp: true\ntheme: gaia\nsize: 4:3\nclass: big\n---\n<!-- _class: lead -->\n# <!-- fit --> A\n\n* a\n* b\n\n<!-- spoken -->\n\n---\n\n![bg right:40%](x.png)\n![w:30](y.png)`
    const { steps, fields, codes, html } = await deckOf(text)
    expect(fields).toEqual({ 'data-width': '960', 'data-height': '720' })
    expect(steps[0]).toEqual(step('step-1', { classes: 'lead', notes: 1 }))
    expect(steps[1]?.classes).toBe('big')
    expect(steps[1]?.attributes['style']).toContain('--background-image: url("x.png")')
    expect(html.match(/<li class="substep" data-press="[12]">/g)).toHaveLength(2)
    expect(codes.filter((code) => code.startsWith('markdown'))).toEqual(['markdown/no-meaning@3'])
  })

  test.each([
    ['bg', 'background-image: url("x.png"); background-size: cover;'],
    ['bg contain', 'background-size: contain;'],
    ['bg width:300pt height:60px', 'background-size: 400px 60px;'],
    ['bg w:300', 'background-size: 300px auto;'],
    ['bg h:60px', 'background-size: auto 60px;'],
    ['bg right:40%', '--background-size: cover; --background-inset: 0 0 0 60%; --background-columns: 0 minmax(0, 1fr) calc(40% + 40px);'],
    ['bg left 80%', '--background-size: 80%; --background-inset: 0 50% 0 0; --background-columns: calc(50% + 40px) minmax(0, 1fr) 0;'],
  ])('Marp: a picture marked "%s" is the ground of its slide', async (words, style) => {
    const { steps } = await deckOf(`---\nmarp: true\n---\n# A\n\n![${words}](x.png)`)
    expect(steps[0]?.attributes['style']).toContain(style)
  })

  test.each([
    ['Marp', '---\nmarp: true\n---\n<!-- _color: white -->\n# A', 'color: white;'],
    ['reveal.js, a dark colour', '<!-- .slide: data-background="#234" -->\n# A', 'background: #234; color: white;'],
    ['reveal.js, a light colour', '<!-- .slide: data-background-color="#fe8" -->\n# A', 'background-color: #fe8; color: black;'],
    ['reveal.js, a name', '<!-- .slide: data-background="navy" -->\n# A', 'background: navy; color: white;'],
    [
      'reveal.js, a picture, which it makes cover the slide',
      '<!-- .slide: data-background-image="a.png" -->\n# A',
      'background-image: url(a.png); background-size: cover; background-position: center; background-repeat: no-repeat;',
    ],
    [
      'reveal.js, a picture by the short name',
      '<!-- .slide: data-background="a.png" -->\n# A',
      'background-image: url(a.png); background-size: cover; background-position: center; background-repeat: no-repeat;',
    ],
    [
      'reveal.js, a picture and its size, in either order',
      '<!-- .slide: data-background-size="contain" data-background-image="a.png" -->\n# A',
      'background-image: url(a.png); background-position: center; background-repeat: no-repeat; background-size: contain;',
    ],
    [
      'reveal.js, a gradient',
      '<!-- .slide: data-background-gradient="linear-gradient(#111, #222)" -->\n# A',
      'background-image: linear-gradient(#111, #222);',
    ],
    [
      'Slidev, a picture',
      '---\nlayout: cover\nbackground: /a.png\n---\n\n# A',
      'background-image: url(/a.png); background-size: cover; background-position: center; background-repeat: no-repeat;',
    ],
  ])('text can be read on the ground that %s names', async (_, text, style) => {
    const written = (await deckOf(`${text}\n\n---\n\n# B`)).steps[0]?.attributes['style']
    expect(written?.slice(0, style.length)).toBe(style)
    expect(written?.includes('--ink:')).toBe(/(?:^| )color:/.test(style))
  })

  test('what a comment says to a formatter is no note', async () => {
    const { steps } = await deckOf(
      '---\nmarp: true\n---\n\n# A\n\n<!-- prettier-ignore -->\n\n<!-- markdownlint-disable MD033 -->\n\n<!-- spoken -->',
    )
    expect(steps).toEqual([step('step-1', { notes: 1 })])
  })

  test.each([
    ['rules', '# A\n\n---\n\n# B'],
    ['headings', 'headingDivider: 1\n---\n# A\n\ntext'],
    ['a comment', '# A\n\n<!-- style: "p { margin: 7px }" -->\n\n---\n\n# B'],
  ])('Marp: a style sheet reaches the page of a deck divided by %s', async (_, text) => {
    const front = text.startsWith('heading') ? text : `paginate: true\n---\n${text}`
    const { html } = await deckOf(`---\nmarp: true\nstyle: "section { margin: 7px }"\n${front}`)
    expect(html).toContain('<style>.step { margin: 7px }</style>')
    if (text.includes('<!-- style')) expect(html).toContain('<style>.step p { margin: 7px }</style>')
  })

  test.each([
    ['section', '.step'],
    ['section.lead h1, h2', '.step.lead h1, .step h2'],
    ['a > b, :root', '.step a > b, .step'],
    ['section::after', '#slide-number'],
    ['header', '.header'],
    ['section > footer p', '.footer p'],
    ['section.lead header', '.step.lead .header'],
    ['h1:is(.a, .b)', '.step h1:is(.a, .b)'],
  ])('Marp: the selector %s is ours %s', async (selector, ours) => {
    const { html } = await deckOf(`---\nmarp: true\nstyle: "${selector} { margin: 7px }"\n---\n# A`)
    expect(html).toContain(`<style>${ours} { margin: 7px }</style>`)
  })

  test('Marp: selectors in @media are ours, those of a rule in a rule and of keyframes are as written', async () => {
    const { html } = await deckOf(
      '---\nmarp: true\n---\n# A\n\n<style>\n/* h1 { */\n@media print { h1 { a: "}" } }\n@keyframes k { from { b: 1 } }\np { & b { c: 1 } }\n</style>',
    )
    expect(html).toContain('@media print { .step h1 { a: "}" } }\n@keyframes k { from { b: 1 } }\n.step p { & b { c: 1 } }')
  })

  test('Marp: a scoped style holds in its slide, a line ends where the source’s does, sizes are px', async () => {
    const { html, codes } = await deckOf(
      '---\nmarp: true\n---\n# A\n\none\n*two*\nthree\n\n<style scoped>h1 { margin: 7px }</style>\n\n![h:2em](data:,)',
    )
    expect(html).toMatch(/<style data-scope="([\w-]+)">\.step:has\(\[data-scope="\1"\]\) h1 \{ margin: 7px \}<\/style>/)
    expect(html).toContain('one<br><em>two</em><br>three')
    expect(html).toContain('height="58px"')
    expect(codes).toEqual([])
  })

  test('Slidev', async () => {
    const text = `---\nlayout: cover\ntheme: seriph\n---\n# A\n\n---\nlayout: two-cols\nclass: x\n---\n# B\n\nleft\n\n::right::\n\n<v-clicks>\n\n- a\n\n</v-clicks>\n\n<v-click>later</v-click>`
    const { steps, codes, html } = await deckOf(text)
    expect(steps.map(({ classes }) => classes)).toEqual(['layout-cover', 'layout-two-cols x'])
    expect(html).toContain('<div class="columns"><div class="column slot-left"><p>left</p></div><div class="column slot-right">')
    expect(html).toContain('<li class="substep" data-press="1">a</li>')
    expect(html).toContain('<span class="substep" data-press="2">later</span>')
    expect(codes).toEqual(['markdown/no-meaning@3'])
  })

  test.each([
    ['Marp', 'marp: true\ntheme: dark', 'Marp\'s "theme"', 'Choose one of the themes here with --theme'],
    ['Slidev', 'mdc: true\ntitleTemplate: "%s"', 'Slidev\'s "titleTemplate"', 'Write the whole title in "title".'],
    ['Slidev, on a slide', 'mdc: true\n---\n# A\n\n---\nzoom: 2\n---\n# B', 'Slidev\'s "zoom"', 'The camera moves from sl'],
    ['Slidev, on a slide of any deck', 'title: A\n---\n# A\n\n---\nclicks: 3\n---\n# B', 'Slidev\'s "clicks"', 'The presses of a slide'],
    ['reveal-md, by a theme of its own', 'theme: moon', 'reveal-md\'s "theme"', 'Choose one of the themes here with --theme'],
    [
      'reveal.js, on a slide',
      'title: A\n---\n<!-- .slide: data-autoslide="9" -->\n# A',
      'reveal.js\'s "data-autoslide"',
      'Write data-autoplay, in',
    ],
    ['pandoc', 'bibliography: a.bib', 'pandoc\'s "bibliography"', 'Write citations in ":::rst".'],
    ['Quarto', 'format: revealjs', 'Quarto\'s "format"', 'Exporting is up to deck export'],
    [
      'Quarto, fields within a field',
      'format:\n  revealjs:\n    logo: a.png',
      'Quarto\'s "format" (revealjs.logo)',
      'Exporting is up to deck',
    ],
  ])('%s: a field without a meaning is told with its tool, and with what there is instead', async (_, front, what, instead) => {
    const text = `---\n${front}${front.includes('---') ? '' : '\n---\n# A'}`
    const { diagnostics } = await compile({ path: 'deck.md', text }, { player: '' })
    const found = diagnostics.filter(({ code }) => code === 'markdown/no-meaning')
    expect(found.map(({ message }) => message)).toContain(`${what} has no meaning here and is left out.`)
    expect(found.some(({ message, advice }) => message.startsWith(what) && advice?.startsWith(instead))).toBe(true)
  })

  test('what another tool has without a word for it here has no advice', async () => {
    const { diagnostics } = await compile({ path: 'deck.md', text: '# A <!-- .element: data-id="1" -->' }, { player: '' })
    expect(diagnostics.find(({ code }) => code === 'markdown/no-meaning')).not.toHaveProperty('advice')
  })

  test('reveal.js: a field of ours in its comment is ours, though its own begin with the same words', async () => {
    const { steps, codes } = await deckOf('<!-- .slide: data-transition-duration="5" -->\n# A\n\n---\n\n# B')
    expect(steps[0]?.attributes).toEqual({ 'data-transition-duration': '5' })
    expect(codes).toEqual([])
  })

  test('Marp: any of its directives with its mark for one slide shows whose deck it is', async () => {
    const { codes, steps } = await deckOf('---\n_backgroundSize: contain\n---\n# A\n\n* a\n\n---\n\n# B')
    expect(steps[0]?.attributes['style']).toBe('background-size: contain;')
    expect(codes).toEqual([])
  })

  test('Slidev’s rule under a text is a rule', async () => {
    const { steps } = await deckOf('---\nlayout: cover\n---\n# A\ntext\n---\n\n# B\n---\nclass: x\n---\nC')
    expect(steps.map(({ classes }) => classes)).toEqual(['layout-cover', '', 'x'])
  })

  test('pandoc', async () => {
    const text = `% Talk\n% Me\n\n# A\n\nfirst\n\n. . .\n\nthen\n\n::: incremental\n- a\n:::\n\n# B {.x}\n\n:::: {.columns}\n::: {.column width=40%}\nl\n:::\n::: {.column}\nr\n:::\n::::`
    const { steps, fields, html, codes } = await deckOf(text)
    expect(fields).toEqual({ title: 'Talk', author: 'Me' })
    expect(steps).toEqual([step('step-1'), step('step-2'), step('step-3', { classes: 'x' })])
    expect(html).toContain('<p>first</p><div class="substep" data-press="1"><p>then</p>')
    expect(html).toContain(
      '<div class="columns"><div class="column" style="flex: 0 1 40%"><p>l</p></div><div class="column"><p>r</p></div></div>',
    )
    expect(codes).toEqual([])
  })

  test('reveal.js', async () => {
    const { html, codes } = await deckOf(
      '# A\n\n- a <!-- .element: class="fragment" -->\n- b\n\n---\n\nB\n<!-- .element: class="fragment x" -->',
    )
    expect(html).toContain('<li class="substep" data-press="1">a</li><li>b</li>')
    expect(html).toContain('<p class="substep x" data-press="1">B</p>')
    expect(codes).toEqual([])
  })
})
