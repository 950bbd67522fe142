import { describe, expect, test } from 'vitest'
import type { Node } from '../../../src/2-document/nodes.ts'
import { parseMarkdown } from '../../../src/2-document/parse-markdown.ts'
import { compile } from '../../../src/compile.ts'

/** What the comments of a deck have given it. */
async function deckOf(text: string) {
  const { deck, diagnostics, page } = await compile({ path: '/decks/deck.md', text }, { player: '/* player */' })
  return {
    steps: deck.steps.map(({ classes, attributes, notes }) => ({ classes: classes.join(' '), style: attributes['style'] ?? '', notes })),
    fields: Object.fromEntries(Object.entries(deck.fields).map(([name, { value }]) => [name, value])),
    header: deck.header.length,
    html: page.html,
    // Which tool the deck is read as is another test's (dialects.test.ts).
    codes: diagnostics
      .filter(({ code }) => code !== 'markdown/read-as')
      .map(({ code, position }) => `${code}@${position?.start.line}:${position?.start.column}`),
  }
}

describe('a comment before the first heading of a deck without rules belongs to the first slide', () => {
  const marp = (text: string): string => `---\nmarp: true\nheadingDivider: 1\n---\n${text}`

  test.each([
    ['a directive', '<!-- _class: lead -->\n# A\n\ntext\n\n# B', ['lead', '']],
    ['a directive for the following slides too', '<!-- class: lead -->\n# A\n\ntext\n\n# B\n\ntext', ['lead', 'lead']],
    ['two directives', '<!--\n_class: lead\n_color: red\n-->\n\n# A\n\ntext\n\n# B', ['lead', '']],
    ['attributes of reveal.js', '<!-- .slide: class="lead" -->\n# A\n\ntext\n\n# B', ['lead', '']],
    ['a directive behind a heading', '# A\n\n<!-- _class: lead -->\n\ntext\n\n# B', ['lead', '']],
  ])('%s', async (_, text, classes) => {
    const { steps, codes } = await deckOf(text)
    expect(steps.map((step) => step.classes)).toEqual(classes)
    expect(codes).toEqual([])
  })

  test('a note', async () => {
    const { steps, codes } = await deckOf(marp('<!-- spoken\n\nmore -->\n\n# A\n\ntext\n\n# B\n\ntext'))
    expect(steps.map(({ notes }) => notes.length)).toEqual([1, 0])
    expect(codes).toEqual([])
  })

  test('what is the whole deck’s', async () => {
    const { fields, header, steps, codes } = await deckOf(
      '<!--\npaginate: true\nsize: 4:3\nheader: H\nheadingDivider: 2\ntitle: T\n-->\n# A\n\ntext\n\n## B\n\ntext',
    )
    expect(fields).toEqual({ 'slide-numbers': 'true', 'data-width': '960', 'data-height': '720', title: 'T' })
    expect(header).toBe(1)
    expect(steps).toHaveLength(2)
    expect(codes).toEqual([])
  })

  test('Marp’s level of headings, in any slide', async () => {
    expect((await deckOf('# A\n\ntext\n\n## B\n\n<!-- headingDivider: 2 -->')).steps).toHaveLength(2)
  })

  test('fields of the deck in its first slide', async () => {
    const { fields, header, codes } = await deckOf('# A\n\n<!-- paginate: true -->\n\n<!-- header: "*H*" -->\n\n---\n\n# B')
    expect(fields).toEqual({ 'slide-numbers': 'true' })
    expect(header).toBe(1)
    expect(codes).toEqual([])
  })

  test('the last of several fields of the deck', async () => {
    const { fields } = await deckOf(
      marp('<!-- title: A -->\n\n# A\n\n<!-- paginate: true -->\n\n---\n\n<!--\npaginate: true\ntitle: B\n-->\n# B'),
    )
    expect(fields).toEqual({ title: 'B', 'slide-numbers': 'true' })
  })

  test.each(['_paginate: false', 'paginate: skip', '_header: ""'])('%s changes nothing and is no note', async (directive) => {
    const { steps, codes } = await deckOf(marp(`# A\n\n<!-- ${directive} -->`))
    expect(steps.map(({ notes }) => notes.length)).toEqual([0])
    expect(codes).toEqual([])
  })

  test.each([['theme: gaia', 'markdown/no-meaning@6:6']])('in a later slide %s is reported where it stands', async (directive, code) => {
    const { codes } = await deckOf(`# A\n\n---\n\n# B\n<!-- ${directive} -->`)
    expect(codes).toEqual([code])
  })
})

/** The texts of a tree, each with what stands in the file at its place, and the place's line and column. */
function placesIn(text: string): string[] {
  const places: string[] = []
  const visit = (node: Node): void => {
    if (node.type !== 'text') node.children.forEach(visit)
    else if (node.position) {
      const { start, end } = node.position
      const lines = text.slice(0, start.offset).split('\n')
      expect([start.line, start.column]).toEqual([lines.length, (lines.at(-1) ?? '').length + 1])
      places.push(`${node.value} = ${text.slice(start.offset, end.offset)}`)
    }
  }
  visit(parseMarkdown(text))
  return places
}

test.each([
  ['on one line', '<!-- one *two* -->', ['one  = one ', 'two = two']],
  [
    'on many lines',
    '<!--\none\n\n*two* three\n\n- four\n- five\n-->',
    ['one = one', 'two = two', ' three =  three', 'four = four', 'five = five'],
  ],
  [
    'on lines with an indentation of their own',
    '<!-- one\n\n     two\n\n     - `three`\n-->',
    ['one = one', 'two = two', 'three = `three`'],
  ],
  ['in a quotation', '> a\n>\n> <!-- one\n>\n> two -->', ['a = a', 'one = one', 'two = two']],
  ['in an item', '- a\n\n  <!-- one\n\n  two\n  -->', ['a = a', 'one = one', 'two = two']],
  ['in a text', 'a <!-- one\n*two* --> b', ['a  b = a <!-- one\n*two* --> b', 'one\n = one\n', 'two = two']],
  ['two in a row', '<!--\none\n--> <!-- two -->', ['one = one', 'two = two']],
])('a note in a comment %s has its places, line by line', (_, comment, places) => {
  const head = '---\nhtml-comments: notes\n---\n\n'
  expect(placesIn(`${head}# H\n\n${comment}\n`)).toEqual(['H = H', ...places])
})

test('the attributes of reveal.js have their places, line by line', async () => {
  const { codes } = await deckOf('# A\n\n<!-- .slide:\n  data-transition="zoom"\n    data-autoslide="x" data-x="p5"\n-->')
  expect(codes).toEqual(['markdown/no-meaning@4:3', 'markdown/no-meaning@5:5', 'layout/bad-value@5:32'])
})
