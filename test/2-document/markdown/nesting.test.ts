import { describe, expect, test } from 'vitest'
import type { Node } from '../../../src/2-document/nodes.ts'
import { parseMarkdown } from '../../../src/2-document/parse-markdown.ts'
import { read } from './read.ts'

const indented = (tree: string, levels: number): string =>
  tree
    .split('\n')
    .map((line) => (line === '' ? '' : ' '.repeat(4 * levels) + line))
    .join('\n')

const lines = (text: string, first: string, others: string): string =>
  text
    .split('\n')
    .map((line, index) => ((index === 0 ? first : others) + line).trimEnd())
    .join('\n')

/** Text around a block, and what is around its tree then. */
const containers: readonly (readonly [name: string, around: (block: string) => string, tree: (tree: string) => string])[] = [
  ['a box', (block) => `::::::: {.w}\n${block}\n:::::::`, (tree) => `<container classes="w">\n${indented(tree, 1)}`],
  ['a quotation', (block) => lines(block, '> ', '> '), (tree) => `<block_quote>\n${indented(tree, 1)}`],
  ['an item', (block) => lines(block, '- ', '  '), (tree) => `<bullet_list bullet="-">\n    <list_item>\n${indented(tree, 2)}`],
]

const blocks: readonly (readonly [name: string, text: string])[] = [
  ['a directive', ':::tip[A *t*]\nx\n\n- y\n:::'],
  ['a directive with options', ':::figure[a.png]\n:width: 30%\n\nCaption\n:::'],
  ['a directive that is no Markdown', ':::csv-table[T]\n:header: a, b\n\n1, *2*\n:::'],
  ['a directive without an end', ':::note\nx'],
  ['directives in one another', '::::a\n:::b\nx\n:::\n::::\n\ny'],
  ['directives with as many colons', ':::a\n:::b\nx\n:::\n:::\n\ny'],
  ['a directive in an item', '- :::note\n  x\n  :::\n- y'],
  ['a directive in an item that the item ends', '- :::note\n  x\n\ny'],
  ['a directive that the directive around it ends', '::::a\n- :::note\n  x\n::::\n\ny'],
  ['a directive below HTML', '<div>\n:::note\nx\n:::\n</div>'],
  ['a directive below a text', 'x\n:::note\ny\n:::\nz'],
  ['a directive on one line', '::svg[a.svg]{show="x"}'],
  ['colons in code', '~~~\n:::\n:::note\n~~~'],
  ['colons in code with an indentation', 'x\n\n    :::\n    :::note\n    ## A {.b}'],
  ['colons in a formula', '$$\n:::\n$$'],
  ['colons in HTML over lines', '<pre>\n:::\n\n</pre>'],
  ['colons in HTML over lines, below other HTML', '1. > <div>\n   > </div>\n2. <pre>\n   :::\n\n   x\n   </pre>'],
  ['MyST’s directive', '```{note}\n:class: k\n\nx *y*\n```'],
  ['tags of clicks', '<v-clicks>\n\n- x\n- y\n\n</v-clicks>'],
  ['an end of clicks without a beginning', 'x\n\n</v-clicks>\n\ny'],
  ['clicks in a text', 'a <v-click>b *c*</v-click> d <v-click>e'],
  ['a heading with attributes', '# Z\n\nx\n\n## A {.b}\n\ny'],
  ['a heading with attributes and marks at its end', '# Z\n\nx\n\n## A ## {.b} ##\n\ny'],
]

const codeOf = (found: string): string => found.replace(/@.*/, '')

describe.each(containers)('in %s', (_, around, tree) => {
  test.each(blocks)('%s is what it is elsewhere', (_, text) => {
    const alone = read(text)
    const within = read(around(text))
    expect(within.tree).toBe(tree(alone.tree))
    expect(within.codes.map(codeOf)).toEqual(alone.codes.map(codeOf))
  })
})

test.each([
  ['a heading with attributes', '- ## A {.b}', 'section classes="b"'],
  ['tags of clicks', '- <v-clicks>\n\n  - x\n\n  </v-clicks>', 'bullet_list bullet="-" classes="substep"'],
  ['a directive on one line', '- ::svg[a.svg]', 'drawing'],
])('%s may be the first thing in an item', (_, text, element) => {
  expect(read(text).tree).toContain(
    `<list_item>\n${element.startsWith('bullet') ? '        <container classes="incremental v-clicks">\n    ' : ''}        <${element}`,
  )
})

test.each([
  [
    'a directive below HTML that a blank line would end',
    '<div>\n:::note\nx\n:::\n</div>',
    '<raw format="html" xml:space="preserve">\n    <div>\n<note>\n    <paragraph>\n        x\n<raw format="html" xml:space="preserve">\n    </div>',
  ],
  [
    'a list of clicks below HTML that a blank line would end',
    '<div>\n<v-clicks>\n\n- x\n\n</v-clicks>',
    '<raw format="html" xml:space="preserve">\n    <div>\n<container classes="incremental v-clicks">\n    <bullet_list bullet="-" classes="substep">\n        <list_item>\n            <paragraph>\n                x',
  ],
  [
    'no mark in a heading between its text and its attributes',
    '# Z\n\nx\n\n## A ## {.b} ##',
    '<section ids="z" names="z">\n    <title>\n        Z\n    <paragraph>\n        x\n    <section classes="b" ids="a" names="a">\n        <title>\n            A',
  ],
  [
    'no option below a blank line',
    ':::figure[a.png]\n\n:width: 30%\n:::',
    '<figure>\n    <image uri="a.png">\n    <caption>\n        :width: 30%',
  ],
  [
    'an end of clicks that ends no directive in them',
    '<v-clicks>\n:::a\nx\n\n</v-clicks>\n\ny\n:::\n</v-clicks>\n\nz',
    '<container classes="incremental v-clicks">\n    <container classes="a">\n        <paragraph>\n            x\n        <paragraph>\n            y\n<paragraph>\n    z',
  ],
  [
    'no directive and no attribute in code with an indentation',
    '    :::note\n    ## A {.b}\n    :::',
    '<literal_block xml:space="preserve">\n    :::note\n    ## A {.b}\n    :::',
  ],
])('there is %s', (_, text, tree) => {
  expect(read(text).tree).toBe(tree)
})

describe('a row of colons', () => {
  test.each([
    [
      'ends what is around an item that it is not in',
      ':::a\n- :::b\n  x\n:::\n\ny',
      '<container classes="a">\n    <bullet_list bullet="-">\n        <list_item>\n            <container classes="b">\n                <paragraph>\n                    x\n<paragraph>\n    y',
    ],
    [
      'ends the directive that has as many, and those in it',
      '::::a\n:::b\nx\n::::\n\ny',
      '<container classes="a">\n    <container classes="b">\n        <paragraph>\n            x\n<paragraph>\n    y',
    ],
    [
      'ends the innermost directive if none has as many',
      '::::a\n:::b\nx\n:::::\ny\n::::',
      '<container classes="a">\n    <container classes="b">\n        <paragraph>\n            x\n    <paragraph>\n        y',
    ],
    ['is text where no directive is open', 'x\n\n:::', '<paragraph>\n    x\n<paragraph>\n    :::'],
  ])('%s', (_, text, tree) => {
    expect(read(text).tree).toBe(tree)
  })
})

/** What is written at the place of the first element of a type. */
function writtenAt(text: string, type: Node['type']): string | undefined {
  const find = (node: Node): Node | undefined =>
    node.type === type ? node : node.type === 'text' ? undefined : (node.children as Node[]).map(find).find((found) => found !== undefined)
  const position = find(parseMarkdown(text))?.position
  return position && text.slice(position.start.offset, position.end.offset)
}

test.each<[string, string, Node['type'], string]>([
  ['a directive in a quotation', '> :::note\n> x\n> :::', 'note', ':::note\n> x\n> :::'],
  ['a quotation that ends with a directive', '> ::::tip\n> x\n> ::::\n\ny', 'block_quote', '> ::::tip\n> x\n> ::::'],
  ['a directive on one line, in an item', '- ::svg[a.svg]{.x}', 'drawing', '::svg[a.svg]{.x}'],
  ['the item', '- ::svg[a.svg]{.x}\n- b', 'list_item', '- ::svg[a.svg]{.x}'],
  ['MyST’s directive in a fence', '```{note}\nx\n```\n\ny', 'note', '```{note}\nx\n```'],
  ['clicks in a text', 'a <v-click>b</v-click> c', 'inline', '<v-click>b</v-click>'],
  ['the speaker’s notes, without the blank lines behind them', 'x\n\nNote: y\n\n---\n\nz', 'note', 'Note: y'],
])('the place of %s is where it is written', (_, text, type, written) => {
  expect(writtenAt(text, type)).toBe(written)
})
