import { describe, expect, test } from 'vitest'
import { read, rstTree } from './read.ts'

const pandoc = (text: string) => read(`---\ndialect: pandoc\n---\n${text}`)

const lines = (...written: string[]): string => written.join('\n')

describe('pandoc’s lists', () => {
  test.each([
    ['terms', 'A *b*\n: c\n\n  d\n\nE\n\n:   f\n\n    - g\n~ h', 'A *b*\n  c\n\n  d\n\nE\n  f\n\n  - g\n\n  h'],
    ['lines', '| a\n| *b*\n  c\n|   d\n|\n| e', '| a\n| *b*\n  c\n|   d\n|\n| e'],
    ['letters', 'a. b\nb. c\n\n   d', 'a. b\nb. c\n\n   d'],
    ['Roman numbers', 'iv) a\nv) b', 'iv) a\nv) b'],
    ['numbers in brackets', '(2) a\n(3) b', '(2) a\n(3) b'],
    ['numbers of themselves', '#. a\n#. b', '#. a\n#. b'],
    ['lists in lists', '(a) b\n\n    (1) c\n    (2) d\n(b) e', '(a) b\n\n    (1) c\n    (2) d\n\n(b) e'],
  ])('%s are the same tree as in reStructuredText', (_, markdown, rst) => {
    const { tree, codes } = pandoc(markdown)
    // What docutils says of a list that does not begin with its first number is no part of it.
    const expected = rstTree(rst).replace(/\n<system_message[\s\S]*$/, '')
    expect(tree).toBe(expected)
    expect(codes).toEqual([])
  })
})

describe('what stands behind a line of tags is Markdown', () => {
  test.each<[what: string, markdown: string, tree: RegExp]>([
    ['between two', '<div class="x">\na *b*\n</div>', /<paragraph>\s+a\s+<emphasis>/],
    ['behind an empty one', '<br>\n# B', /<title>\s+B/],
    ['behind several', '<center><b>\n*b*\n</b></center>', /<emphasis>/],
  ])('%s', (_, markdown, tree) => {
    expect(pandoc(markdown).tree).toMatch(tree)
  })

  test.each([
    ['in elements whose text is no Markdown', '<pre>\n<b>\n*b*\n</b>\n</pre>'],
    ['in code', '```html\n<div>\n*b*\n</div>\n```'],
    ['on a line with a tag', '<p>*b*\n</p>'],
  ])('but not %s', (_, markdown) => {
    expect(pandoc(markdown).tree).not.toContain('<emphasis>')
  })

  test('nor in plain Markdown', () => {
    expect(read('<div>\na *b*\n</div>').tree).not.toContain('<emphasis>')
  })
})

test('examples are numbered through the deck, and named by their labels', () => {
  const { tree, codes } = pandoc('(@) a\n(@b) c\n\nSee (@b), (@d) and (@e).\n\n> (@d) f')
  expect(tree).toBe(
    lines(
      '<enumerated_list enumtype="arabic" prefix="(" suffix=")">',
      '    <list_item>',
      '        <paragraph>',
      '            a',
      '    <list_item>',
      '        <paragraph>',
      '            c',
      '<paragraph>',
      '    See (2), (3) and (@e).',
      '<block_quote>',
      '    <enumerated_list enumtype="arabic" prefix="(" start="3" suffix=")">',
      '        <list_item>',
      '            <paragraph>',
      '                f',
    ),
  )
  expect(codes).toEqual([])
})

describe('is text', () => {
  test.each([
    ['a definition of nothing', '# A\n\n: b', ': b'],
    ['a definition below a text of two lines', 'a\nb\n: c', 'a\n    b\n    : c'],
    ['a definition two blank lines below', 'a\n\n\n: b', 'a\n<paragraph>\n    : b'],
    ['a name', 'B. Russell', 'B. Russell'],
    ['a letter within a text', 'a\nb. c', 'a\n    b. c'],
    ['a bar within a text', 'a\n| b', 'a\n    | b'],
  ])('%s', (_, markdown, text) => {
    expect(pandoc(markdown).tree).toContain(`<paragraph>\n${markdown.startsWith('#') ? '        ' : '    '}${text}`)
  })

  test.each(['a\n: b', '| a\n| b', '(@) a', 'a. b'])('%j where the deck is none of pandoc’s', (markdown) => {
    expect(read(`---\ndialect: plain\n---\n${markdown}`).tree).toBe(`<paragraph>\n    ${markdown.replaceAll('\n', '\n    ')}`)
  })
})

test('bars are a table where a rule stands below the first line', () => {
  const { tree } = pandoc('| a | b |\n|---|---|\n| c | d |\n| e |\n\n| f\n| g')
  expect(tree).toBe(`${read('| a | b |\n|---|---|\n| c | d |\n| e |').tree}\n${rstTree('| f\n| g')}`)
})
