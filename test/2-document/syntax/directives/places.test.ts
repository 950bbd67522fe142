import { describe, expect, it } from 'vitest'
import type { Document, Node } from '../../../../src/rst.ts'
import { files } from './files.ts'
import { read } from './read.ts'

/** Every text with the source between its offsets, `file:line:column` before it. */
function places(text: string): string[] {
  const found: string[] = []
  const walk = (node: Node): void => {
    if (node.type !== 'text') {
      node.children.forEach(walk)
      return
    }
    const { position } = node
    if (!position) throw new Error(`"${node.value}" has no place`)
    const source = position.source === 'test data' ? text : (files[position.source] ?? '')
    const { line, column, offset } = position.start
    const own = position.source === 'test data' ? '' : `${position.source}:`
    found.push(`${own}${line}:${column} ${JSON.stringify(source.slice(offset, position.end.offset))}`)
  }
  walk(read(text).document)
  return found
}

const cases = [
  {
    name: 'cells of a csv-table, quotes doubled or not',
    text: '.. csv-table:: T\n   :header: "H", I\n\n   a, "b ""c"" d"\n   "e\n   f", *g*\n',
    texts: ['1:16 "T"', '2:14 "H"', '2:18 "I"', '4:4 "a"', '4:8 "b \\"\\"c\\"\\" d"', '5:5 "e\\n   f"', '6:9 "g"'],
  },
  {
    name: 'cells of a csv file with tabs',
    text: '.. csv-table::\n   :file: tab.csv\n   :delim: tab\n',
    texts: ['tab.csv:1:1 "a"', 'tab.csv:1:3 "b c"', 'tab.csv:1:7 "d"', 'tab.csv:2:1 "1"', 'tab.csv:2:3 "2"', 'tab.csv:2:5 "3"'],
  },
  {
    name: 'cells of a list-table',
    text: '.. list-table::\n\n   * - a\n     - *b*\n',
    texts: ['3:8 "a"', '4:9 "b"'],
  },
  {
    name: 'a part of a file from the middle of a line',
    text: '.. include:: parts.txt\n   :start-after: START h\n   :end-before: STOP\n',
    texts: ['parts.txt:3:8 "ere Line 2\\nLine 3\\nline"'],
  },
  {
    name: 'a file in a list',
    text: '* a\n\n  .. include:: inc2.txt\n\n* b\n',
    texts: ['1:3 "a"', 'inc2.txt:1:1 "Second file."', 'inc2.txt:3:3 "quote in it"', '5:3 "b"'],
  },
  {
    name: 'code with numbers: a number is no text',
    text: '.. code:: c\n   :number-lines:\n\n   a\n     b\n',
    texts: ['4:4 "a"', '5:4 "  b"'],
  },
  {
    name: 'titles, subtitles, captions',
    text: '.. sidebar::\n   A *b*\n   :subtitle: c\n\n   .. figure:: x\n\n      d\n',
    texts: ['2:4 "A "', '2:7 "b"', '3:15 "c"', '7:7 "d"'],
  },
  {
    name: 'characters by their codes',
    text: '.. |a| unicode:: U+41 b\n   67 .. c\n',
    texts: ['1:18 "U+41"', '1:23 "b"', '2:4 "67"'],
  },
]

describe('places of texts in directives', () => {
  it.each(cases)('$name', ({ text, texts }) => expect(places(text)).toEqual(texts))
})

describe('hostile data', () => {
  it.each([
    ['a csv-table of one long quoted cell', `.. csv-table::\n\n   "${'a""'.repeat(50_000)}"\n`],
    ['a csv-table of many cells', `.. csv-table::\n\n   ${'a,'.repeat(20_000)}\n`],
    ['a URI of backslashes', `.. image:: ${'\\'.repeat(100_000)}\n`],
    ['a role name of joints', `.. role:: ${'a-'.repeat(50_000)}\n`],
    ['a number that never ends', `.. image:: a\n   :width: ${'1.'.repeat(50_000)}\n`],
    ['prototype names', '.. meta::\n   :__proto__=x: a\n   :type=b: c\n\n.. code::\n   :constructor: x\n\n   y\n'],
  ])('%s is read', (_, text) => expect(read(text).document.type).toBe('document'))
})

it.each([
  ['an empty cell of a csv-table', '.. csv-table:: T\n\n   a,,b\n   ,c\n   ,\n'],
  ['a table with a title', '.. table:: T\n\n   = =\n   a b\n   = =\n'],
  ['a second header', '.. header:: a\n\nb\n\n.. header:: c\n'],
  ['what is left of a malformed substitution', '- .. |a|replace:: b\n\n- c\n'],
  ['a figure in a legend', '.. figure:: a\n\n   b\n\n   .. figure:: c\n\n      - d\n\n      e\n'],
])('%s stands within its parent', (_, text) => {
  const walk = (node: Node, parent: Node): void => {
    const [inner, outer] = [node.position, parent.position]
    expect(inner && outer && inner.start.offset >= outer.start.offset && inner.end.offset <= outer.end.offset).toBe(true)
    // A message stands where docutils puts it, not where it is about.
    if (node.type !== 'text') for (const child of node.children) if (child.type !== 'system_message') walk(child, node)
  }
  const { document } = read(text)
  walk(document, document)
})

it('an image and its caption stand one after the other', () => {
  const [figure] = (read('.. figure:: a\n   :alt: b\n\n   c\n').document as Document).children
  const places = figure && 'children' in figure ? figure.children.map(({ position }) => [position?.start.line, position?.end.line]) : []
  expect(places).toEqual([
    [1, 2],
    [4, 4],
  ])
})
