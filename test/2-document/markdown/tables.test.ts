import { describe, expect, test } from 'vitest'
import { read, rstTree } from './read.ts'

const pandoc = (text: string) => read(`---\ndialect: pandoc\n---\n${text}`)

const lines = (...written: string[]): string => written.join('\n')

/** Each row's cells, with the text of a cell's blocks; a cell's classes before it. */
function cells(tree: string): string[][] {
  return tree
    .split(/\n *<row>\n/)
    .slice(1)
    .map((row) =>
      row
        .split(/ *<entry/)
        .slice(1)
        .map((entry) => {
          const [head = '', ...rest] = entry.split('\n')
          const side = /classes="align-(\w+)"/.exec(head)?.[1]
          const text = rest
            .map((line) => line.trim())
            .filter((line) => line !== '' && !line.startsWith('<'))
            .join(' ')
          return side ? `${side}: ${text}` : text
        }),
    )
}

test('a table of several lines a row', () => {
  const { tree, codes } = pandoc(
    lines(
      '-------------------------------------------------------------',
      ' Centered   Default           Right Left',
      '  Header    Aligned         Aligned Aligned',
      '----------- ------- --------------- -------------------------',
      '   First    row                12.0 Example of a *row* that',
      '                                    spans multiple lines.',
      '',
      '  Second    行                  5.0 Here’s another one.',
      '-------------------------------------------------------------',
      '',
      'after',
    ),
  )
  expect(cells(tree.replace(/\n<paragraph>[\s\S]*$/, ''))).toEqual([
    ['center: Centered Header', 'Default Aligned', 'right: Right Aligned', 'left: Left Aligned'],
    ['center: First', 'row', 'right: 12.0', 'left: Example of a row that spans multiple lines.'],
    ['center: Second', '行', 'right: 5.0', 'left: Here’s another one.'],
  ])
  expect(tree).toContain('<emphasis>')
  expect(tree).toMatch(/<paragraph>\n {4}after$/)
  expect(codes).toEqual([])
})

test('one without headings, which a blank line shows to be one', () => {
  const { tree } = pandoc('----- -----\na     b\n      c\n\nd     e\n----- -----\n\nafter')
  expect(cells(tree.replace(/\n<paragraph>[\s\S]*$/, ''))).toEqual([
    ['left: a', 'left: b c'],
    ['left: d', 'left: e'],
  ])
})

test('a table in an item and in a quotation', () => {
  const { tree, codes } = pandoc('- x\n\n  a  b\n  -- --\n  c  d\n\n> a  b\n> -- --\n> c  d')
  expect(cells(tree)).toEqual(
    [
      ['a', 'b'],
      ['c', 'd'],
      ['a', 'b'],
      ['c', 'd'],
    ].map((row) => row.map((text) => `left: ${text}`)),
  )
  expect(codes).toEqual([])
})

describe('a grid', () => {
  test('is reStructuredText’s, with Markdown in its cells', () => {
    const drawn = lines(
      '+---+-----+',
      '| a | b   |',
      '+===+=====+',
      '| c | - d |',
      '|   | - e |',
      '+---+-----+',
      '| f *g*   |',
      '+---+-----+',
    )
    const { tree, codes } = pandoc(drawn)
    expect(tree).toBe(rstTree(drawn))
    expect(codes).toEqual([])
  })

  test('has sides where colons stand, and a foot', () => {
    const { tree } = pandoc('+---+:-:+--:+\n| a | b | c |\n+:==+:=:+==:+\n| d | e | f |\n+===+===+===+\n| g | h | i |\n+===+===+===+')
    expect(cells(tree)).toEqual([
      ['left: a', 'center: b', 'right: c'],
      ['left: d', 'center: e', 'right: f'],
      ['left: g', 'center: h', 'right: i'],
    ])
  })

  test('may have a foot alone', () => {
    const { tree } = pandoc('+---+\n| a |\n+---+\n| b |\n+===+')
    expect(cells(tree)).toEqual([['a'], ['b']])
    expect(tree).not.toContain('<thead>')
  })

  test.each(['+---+\n| a\n+---+', '+ a\n+ b', '+---+---+\n| a | b |\n+---+\n'])('%j is none', (text) => {
    expect(pandoc(text).tree).not.toContain('<table')
  })
})

describe('a caption', () => {
  test.each([
    ['below', '| a |\n|---|\n| b |\n\n: C *d* {#tbl-e .f}'],
    ['above', 'Table: C *d* {#tbl-e .f}\n\n| a |\n|---|\n| b |'],
    ['below a table that is drawn', '+---+\n| a |\n+===+\n| b |\n+---+\n\n: C *d* {#tbl-e .f}'],
  ])('%s', (_, markdown) => {
    const { tree, codes } = pandoc(markdown)
    expect(tree).toMatch(
      /^<table classes="f" ids="tbl-e" names="tbl-e">\n {4}<title>\n {8}C \n {8}<emphasis>\n {12}d\n {4}<tgroup cols="1">/,
    )
    expect(tree).not.toMatch(/^<paragraph>/m)
    expect(codes).toEqual([])
  })

  test('below a simple table of one row', () => {
    const { tree } = pandoc('a  b\n-- --\nc  d\n\n: e')
    expect(tree).toMatch(/^<table>\n {4}<title>\n {8}e\n/)
  })

  test('is text without a table, and where the deck is none of pandoc’s', () => {
    expect(pandoc('Table: a').tree).toBe('<paragraph>\n    Table: a')
    expect(read('---\ndialect: plain\n---\n| a |\n|---|\n\n: b').tree).toContain('<paragraph>\n    : b')
  })
})

test('a rule of dashes above a text is a rule', () => {
  const { tree } = pandoc('a\n\n---\nb\n\n---\n\nc')
  expect(tree.match(/<transition>/g)).toHaveLength(2)
})
