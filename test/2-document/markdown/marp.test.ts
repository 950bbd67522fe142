import { describe, expect, test } from 'vitest'
import { compile } from '../../../src/compile.ts'

const deckOf = async (text: string) => {
  const { deck, page, diagnostics } = await compile({ path: '/decks/deck.md', text }, { player: '' })
  const said = diagnostics.filter(({ code }) => code !== 'markdown/read-as' && !code.startsWith('source/'))
  return {
    steps: deck.steps,
    fields: Object.fromEntries(Object.entries(deck.fields).map(([name, { value }]) => [name, value])),
    html: page.html.slice(page.html.indexOf('<body')),
    said: said.map(({ message, position }) => `${position?.start.line}:${position?.start.column} ${message}`),
  }
}

describe('front matter and comments as Marp reads them', () => {
  test.each([
    ['a colour', 'backgroundColor: #0f172a', 'background-color: #0f172a'],
    ['a picture with a colon', 'backgroundImage: url(https://a.example/x.png)', 'https://a.example/x.png'],
    ['what begins with a mark of YAML', 'color: %x', 'color: %x'],
    ['a text in quotes is YAML’s', 'color: "#123" # said', 'color: #123;'],
    ['a directive for one slide', '_color: #321', 'color: #321;'],
    ['a name in quotes', '"color": #321', 'color: #321;'],
  ])('%s', async (_, line, style) => {
    for (const text of [`---\nmarp: true\n${line}\n---\n\n# A`, `---\nmarp: true\n---\n\n<!-- ${line} -->\n\n# A`]) {
      const { steps, said } = await deckOf(text)
      expect(steps[0]?.attributes['style']).toContain(style)
      expect(said.filter((message) => !message.includes('https:'))).toEqual([])
    }
  })

  test('a colon in a value, also in a deck that only Marp’s other fields show', async () => {
    for (const front of ['marp: true\nfooter: Talk: a "subtitle"', 'footer: Talk: a "subtitle"\npaginate: true']) {
      const { html, said } = await deckOf(`---\n${front}\n---\n\n# A`)
      expect(html).toContain('Talk: a &quot;subtitle&quot;'.replaceAll('&quot;', '"'))
      expect(said).toEqual([])
    }
  })

  test('in a deck of another tool they are YAML’s', async () => {
    const { said, steps } = await deckOf('---\nlayout: cover\ntitle: a: b\n---\n\n# A')
    expect(said[0]).toMatch(/^3:8 .*mapping/i)
    expect(steps).toHaveLength(1)
  })

  test('places are those of the file', async () => {
    const { said } = await deckOf('---\nmarp: true\nclass: x\nheader: a: [b](#c)\n---\n\n# A')
    expect(said).toEqual([expect.stringMatching(/^4:12 .*#c/)])
  })

  test('one directive makes a comment no note, and what Marp does not know in it is told', async () => {
    const { steps, said } = await deckOf('---\nmarp: true\n---\n\n# A\n\n<!--\n_class: lead\nfoo: bar\n-->')
    expect(steps[0]).toMatchObject({ classes: ['lead'], notes: [] })
    expect(said).toEqual(['9:1 Marp\'s "foo" has no meaning here and is left out.'])
  })

  test('what is switched off stays so', async () => {
    expect((await deckOf('---\nmarp: true\npaginate: false\n---\n\n# A')).fields).toEqual({})
  })
})

test('code stands in an element of its own, which style sheets for Marp speak of', async () => {
  const { html } = await deckOf('---\nmarp: true\nstyle: "pre code { color: red }"\n---\n\n# A\n\n```\nx\n```\n\n    y')
  expect(html).toContain('<style>.step pre code { color: red }</style>')
  expect(html).toContain('<pre class="highlight"><code>x</code></pre>')
  expect(html).toContain('<pre class="highlight"><code>y')
  expect((await deckOf('# A\n\n```\nx\n```\n\n---\n\nB')).html).toContain('<pre class="highlight">x')
})

describe('pictures behind a slide', () => {
  const slide = async (text: string) => {
    const { steps, html, said } = await deckOf(`---\nmarp: true\n---\n\n# A\n\n${text}`)
    expect(said).toEqual([])
    const ground = /<div class="(ground[^"]*)">(.*?)<\/div>/.exec(html)
    const styles = [...(ground?.[2] ?? '').matchAll(/alt="([^"]*)"[^>]*style="([^"]*)"/g)].map(([, alt, style]) => `${alt}: ${style}`)
    return { style: steps[0]?.attributes['style'], classes: ground?.[1], styles }
  }

  test.each([
    ['two, side by side', '![bg](a.png) ![bg contain B c](b.png)', 'ground', [': object-fit: cover;', 'B c: object-fit: contain;']],
    ['one below the other', '![bg](a.png)\n\n![bg vertical](b.png)', 'ground vertical', [': object-fit: cover;', ': object-fit: cover;']],
    [
      'sizes of their own',
      '![bg auto](a.png) ![bg 50%](b.png) ![bg w:300 h:2in](b.png)',
      'ground',
      [': object-fit: none;', ': height: auto; width: 50%;', ': height: 192px; width: 300px;'],
    ],
    ['a filter', '![bg blur](a.png)', 'ground', [': object-fit: cover; filter: blur(10px);']],
    [
      'several filters',
      '![bg brightness:.8 sepia:50% fit](a.png)',
      'ground',
      [': object-fit: contain; filter: brightness(.8) sepia(50%);'],
    ],
    [
      'a shadow',
      '![bg drop-shadow:0,5px,10px,rgba(0,0,0,.4)](a.png)',
      'ground',
      [': object-fit: cover; filter: drop-shadow(0 5px 10px rgba(0,0,0,.4));'],
    ],
  ])('%s', async (_, text, classes, styles) => {
    expect(await slide(text)).toEqual({ style: undefined, classes, styles })
  })

  test('several at a side leave the other to the text', async () => {
    const { style, classes } = await slide('![bg left:33%](a.png) ![bg](b.png)')
    expect(style).toBe(
      '--background-image: none; --background-size: auto; --background-inset: 0 67% 0 0; --background-columns: calc(33% + 40px) minmax(0, 1fr) 0;',
    )
    expect(classes).toBe('ground')
  })

  test.each([
    ['#fca', 'background-color: #fca;'],
    ['navy', 'background-color: navy;'],
    ['rgb(1,2,3)', 'background-color: rgb(1,2,3);'],
  ])('a colour, %s', async (colour, style) => {
    expect(await slide(`![bg](${colour})`)).toEqual({ style, classes: undefined, styles: [] })
  })

  test('a colour under a picture', async () => {
    const { style } = await slide('![bg](#fca) ![bg fit](a.png)')
    expect(style).toMatch(/^background-color: #fca; background-image: url\("a\.png"\); background-size: contain;/)
  })

  test('filters hold for pictures in the text, too, and no value leaves its declaration', async () => {
    const { html } = await deckOf('---\nmarp: true\n---\n\n![sepia w:30](a.png) ![blur:1px;color:red](b.png)')
    expect(html).toMatch(/width="30"[^>]*style="filter: sepia\(1\);"/)
    expect(html).not.toContain('color:red)')
  })

  test('in another tool’s deck the name of a filter alone is a word of the description', async () => {
    expect((await deckOf('# A\n\n![contrast](a.png)\n\n---\n\n# B')).html).toContain('alt="contrast"')
  })
})

describe('what stands around a slide', () => {
  const around = async (text: string) => {
    const { html, said, fields } = await deckOf(text)
    expect(said).toEqual([])
    const steps = html.split('<div id="step-').slice(1)
    const within = (part: string, name: string) => new RegExp(`<div class="${name}"[^>]*>(.*?)</div>`).exec(part)?.[1]
    return {
      fields,
      deck: within(html.split('<div id="impress"')[0] ?? '', 'header'),
      headers: steps.map((step) => within(step, 'header')),
      footers: steps.map((step) => within(step.split('</div>\n<div class="footer"')[0] ?? '', 'footer')),
      numbers: steps.map((step) => /^[^>]*data-slide-number="(.*?)"/.exec(step)?.[1]),
    }
  }
  const deck = (front: string, ...slides: string[]) => `---\nmarp: true\n${front}\n---\n\n${slides.join('\n\n---\n\n')}`

  test('a header that is the same on all slides is the deck’s', async () => {
    const { deck: own, headers } = await around(deck('header: "**a**"', '# A', '# B\n\n<!-- header: "**a**" -->'))
    expect([own, ...headers]).toEqual(['<p><strong>a</strong></p>', undefined, undefined])
  })

  test('one that changes on the way stands on its slides', async () => {
    const text = deck('header: a', '# A', '# B\n\n<!-- header: "*b*" -->', '# C\n\n<!-- _header: "" -->', '# D')
    const { deck: own, headers } = await around(text)
    expect([own, ...headers]).toEqual([undefined, '<p>a</p>', '<p><em>b</em></p>', '', '<p><em>b</em></p>'])
  })

  test('front matter may speak of the first slide alone', async () => {
    const { headers, numbers } = await around(deck('header: a\n_header: ""\npaginate: true\n_paginate: false', '# A', '# B'))
    expect(headers).toEqual(['', '<p>a</p>'])
    expect(numbers).toEqual(['', undefined])
  })

  test('a footer begins on the way', async () => {
    expect((await around(deck('paginate: false', '# A', '<!-- footer: a: b -->\n\n# B'))).footers).toEqual(['', '<p>a: b</p>'])
  })

  test.each([
    ['hold', ['# A', '# B\n<!-- _paginate: hold -->', '# C'], [undefined, '1', '2']],
    ['skip', ['# A', '# B\n<!-- _paginate: skip -->', '# C'], [undefined, '', '2']],
    ['false', ['# A', '# B\n<!-- paginate: false -->', '# C'], [undefined, '', '']],
  ])('paginate: %s', async (_, slides, numbers) => {
    const found = await around(deck('paginate: true', ...slides))
    expect(found.fields).toEqual({ 'slide-numbers': 'true' })
    expect(found.numbers).toEqual(numbers)
  })

  test('numbers may begin on the way, and where none is shown there are none', async () => {
    expect((await around(deck('title: T', '# A', '# B\n<!-- paginate: true -->'))).numbers).toEqual(['', undefined])
    expect((await around(deck('title: T', '# A', '# B\n<!-- paginate: skip -->'))).fields).toEqual({ title: 'T' })
  })

  test('a header without end is not written on slides without end', async () => {
    const text = deck(
      'title: T',
      `<!-- header: ${'words '.repeat(20_000)} -->\n# A`,
      ...Array.from({ length: 200 }, () => '# B'),
      '<!-- _header: x -->\n# C',
    )
    const { diagnostics, page } = await compile({ path: '/decks/deck.md', text }, { player: '' })
    expect(diagnostics.filter(({ code }) => code === 'document/too-much-generated')).toHaveLength(1)
    expect(page.html.length).toBeLessThan(8_000_000)
  })
})

test('a heading that is to fit its slide has a class for it, and the comment is no note', async () => {
  const { html, steps, said } = await deckOf('---\nmarp: true\n---\n\n# <!-- fit --> A\n\n## B <!-- fitting -->')
  expect(html).toContain('<h1 class="fit-text" id="a">A</h1><h2 id="b">B</h2>')
  expect(steps[0]?.notes).toHaveLength(1)
  expect(said).toEqual([])
})

test.each(['.', '-', '- x', '# h', '>', ':::', '$$', '|a|', '<!-- -->'])(
  'a header of several lines that ends in %s is Markdown',
  async (end) => {
    const header = `header: |\n  *one*\n\n  ${end}`
    for (const text of [`---\nmarp: true\n${header}\n---\n\n# A\n`, `---\nmarp: true\n---\n\n# A\n\n---\n\n<!--\n${header}\n-->\n\n# B\n`])
      expect((await deckOf(text)).html).toContain('<em>one</em>')
    // Of a slide, right below a rule.
    expect((await deckOf(`\n---\n${header}\n---`)).said.join()).not.toContain('Please report')
  },
)

test('shortcodes of emoji are those characters in a Marp deck, and text in others', async () => {
  const text = '# A :smile:\n\n:+1: a :100: b `:tada:` \\:tada: :constructor: :none: 12:30:15\n'
  const { html } = await deckOf(`---\nmarp: true\n---\n\n${text}`)
  expect(html).toContain('A 😄</h1>')
  expect(html).toContain('<p>👍 a 💯 b <')
  expect(html).toMatch(/>:tada:<\/\w+> :tada: :constructor: :none: 12:30:15<\/p>/)
  expect((await deckOf(text)).html).toContain('A :smile:')
})
