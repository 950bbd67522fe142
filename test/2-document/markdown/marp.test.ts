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
