import { describe, expect, test } from 'vitest'
import { compile } from '../../../src/compile.ts'
import { read } from './read.ts'

const pandoc = (text: string) => read(`---\ndialect: pandoc\n---\n${text}`)

const lines = (...written: string[]): string => written.join('\n')

describe('pandoc’s marks', () => {
  test.each([
    ['a text below the line', 'H~2~O', lines('<paragraph>', '    H', '    <subscript>', '        2', '    O')],
    ['a text above the line', 'x^2^', lines('<paragraph>', '    x', '    <superscript>', '        2')],
    ['marks in it', 'x^*a*^', lines('<paragraph>', '    x', '    <superscript>', '        <emphasis>', '            a')],
    ['an escaped blank in it', 'P~a\\ cat~', lines('<paragraph>', '    P', '    <subscript>', '        a\u00a0cat')],
    ['an escaped blank in a text, and one by itself', 'a\\ b\n\n\\ c', lines('<paragraph>', '    a\u00a0b', '<paragraph>', '    \u00a0c')],
    ['a backslash before a blank', 'a\\\\ b', lines('<paragraph>', '    a\\ b')],
    ['a blank in it makes it text', 'a ~b c~ d^e f^', lines('<paragraph>', '    a ~b c~ d^e f^')],
    [
      'struck out beside it',
      '~~a~~ b~c~',
      lines('<paragraph>', '    <inline classes="strike">', '        a', '     b', '    <subscript>', '        c'),
    ],
    ['an escaped mark is text', 'a\\~b~ 2\\^3^', lines('<paragraph>', '    a~b~ 2^3^')],
    ['code is code', '`a~b~`', lines('<paragraph>', '    <literal>', '        a~b~')],
    [
      'a text with a class, marks in it, over lines',
      '[a *b*\nc]{.d #e}',
      lines(
        '<paragraph>',
        '    <inline classes="d" ids="e" names="e">',
        '        a ',
        '        <emphasis>',
        '            b',
        '        ',
        '        c',
      ),
    ],
    [
      'brackets within brackets, and in code',
      '[a [b]{.c} `]`]{.d}',
      lines(
        '<paragraph>',
        '    <inline classes="d">',
        '        a ',
        '        <inline classes="c">',
        '            b',
        '         ',
        '        <literal>',
        '            ]',
      ),
    ],
    [
      'a text with a style',
      '[a]{.b style="color:red"}',
      lines(
        '<paragraph>',
        '    <raw format="html" xml:space="preserve">',
        '        <span class="b" style="color:red">',
        '    a',
        '    <raw format="html" xml:space="preserve">',
        '        </span>',
      ),
    ],
    ['a text that is underlined', '[a]{.underline}', lines('<paragraph>', '    <inline classes="u">', '        a')],
  ])('%s', (_, markdown, tree) => {
    expect(pandoc(markdown)).toEqual({ tree, codes: [] })
  })

  test.each([
    ['one tilde strikes out', '~a~', lines('<paragraph>', '    <inline classes="strike">', '        a')],
    ['a caret is text', 'x^2^ ^[a]', lines('<paragraph>', '    x^2^ ^[a]')],
    ['braces that say nothing are text', '[a]{b=c}', lines('<paragraph>', '    [a]{b=c}')],
    ['an escaped bracket is text', '\\[a]{.b}', lines('<paragraph>', '    [a]{.b}')],
  ])('elsewhere %s', (_, markdown, tree) => {
    expect(read(`---\ndialect: plain\n---\n${markdown}`)).toEqual({ tree, codes: [] })
  })
})

describe('a note where it is referred to', () => {
  test('stands at the end of its slide, whatever it stands in', () => {
    const { tree, codes } = pandoc('# A\n\n- a^[one *two*\n  three]\n\nb\n\n# B\n\nc')
    expect(tree).toBe(
      lines(
        '<section ids="a" names="a">',
        '    <title>',
        '        A',
        '    <bullet_list bullet="-">',
        '        <list_item>',
        '            <paragraph>',
        '                a',
        '                <footnote_reference auto="1" classes="superscript" ids="footnote-reference-1" refname="inline-note-1">',
        '    <paragraph>',
        '        b',
        '    <footnote auto="1" ids="inline-note-1" names="inline-note-1">',
        '        <paragraph>',
        '            one ',
        '            <emphasis>',
        '                two',
        '            ',
        '            three',
        '<section ids="b" names="b">',
        '    <title>',
        '        B',
        '    <paragraph>',
        '        c',
      ),
    )
    expect(codes).toEqual([])
  })

  test('has a name that no footnote of the deck has', () => {
    const { tree } = pandoc('a^[b]\n\n[^inline-note-2]\n\n[^inline-note-2]: c')
    expect(tree).toContain('<footnote auto="1" ids="inline-note-3" names="inline-note-3">')
  })

  test.each(['^[a', 'a ^[b\n\nc]', '\\^[a]', `${'^['.repeat(40)}a`])('%j is none', (markdown) => {
    expect(pandoc(markdown).tree).not.toContain('<footnote')
  })
})

test('a note’s number is raised, without brackets; elsewhere it stands in brackets', async () => {
  const page = async (text: string) => (await compile({ path: '/decks/deck.md', text }, { player: '' })).page.html
  expect(await page('# A\n\na^[b]')).toContain(
    '<a class="footnoteref superscript" id="footnote-backref-footnote-reference-1" href="#footnote-inline-note-1">1</a>',
  )
  expect(await page('# A\n\na[^b]\n\n[^b]: c')).toContain(
    '<a class="footnoteref" id="footnote-backref-footnote-reference-1" href="#footnote-b">[1]</a>',
  )
})

test('a pause in an item or a column holds for the rest of that', () => {
  const { tree } = pandoc('::: {.column}\na\n\n. . .\n\nb\n:::\n\n- c\n\n  . . .\n\n  d\n\ne')
  expect(tree).toBe(
    lines(
      '<container classes="column">',
      '    <paragraph>',
      '        a',
      '    <container classes="substep">',
      '        <paragraph>',
      '            b',
      '<bullet_list bullet="-">',
      '    <list_item>',
      '        <paragraph>',
      '            c',
      '        <container classes="substep">',
      '            <paragraph>',
      '                d',
      '<paragraph>',
      '    e',
    ),
  )
})

test('a heading below another begins its slide, whatever pauses stand before', async () => {
  const text = '---\ndialect: pandoc\nslide-level: 2\n---\n## A\n\na\n\n. . .\n\nb\n\n# B\n\n## C\n\nc'
  const { deck } = await compile({ path: '/decks/deck.md', text }, { player: '' })
  expect(deck.steps).toHaveLength(3)
  expect(deck.steps.map(({ presses }) => presses.length)).toEqual([1, 0, 0])
})

test('the first slide says the institute too', () => {
  const { tree, codes } = read('---\ndialect: pandoc\ntitle: A\nauthor: B\ninstitute: C\ndate: D\n---\n\n# E\n\nf')
  expect(tree.match(/<paragraph classes="\w+">\n *\w/g)?.map((text) => text.replace(/\s+/g, ' '))).toEqual([
    '<paragraph classes="author"> B',
    '<paragraph classes="institute"> C',
    '<paragraph classes="date"> D',
  ])
  expect(codes).toEqual([])
})
