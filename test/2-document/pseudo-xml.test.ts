import { expect, test } from 'vitest'
import type { Node } from '../../src/2-document/nodes.ts'
import { toPseudoXml } from '../../src/2-document/pseudo-xml.ts'

const start = { line: 1, column: 1, offset: 0 }
const nowhere = { start, end: start, source: 'a.rst' }

const printed: readonly (readonly [name: string, node: Node, text: string])[] = [
  ['text by the line', { type: 'text', value: 'a\nb' }, 'a\nb\n'],
  ['empty text', { type: 'text', value: '' }, ''],
  [
    'attributes by name',
    { type: 'target', refuri: 'u', names: ['a b', 'c\\d'], ids: ['x'], children: [] },
    '<target ids="x" names="a\\ b c\\\\d" refuri="u">\n',
  ],
  ['no empty lists or position', { type: 'paragraph', ids: [], position: nowhere, children: [] }, '<paragraph>\n'],
  ['nothing that other tools keep in `data`', { type: 'paragraph', ...{ data: { word: 'x' } }, children: [] }, '<paragraph>\n'],
  [
    'no field of ours',
    { type: 'reference', refuri: 'u', rawsource: '`x`_', tooltip: 'x', standalone: true, children: [] },
    '<reference refuri="u">\n',
  ],
  [
    'what names the author of a meta element gives',
    { type: 'meta', content: 'a', character: 'b', tooltip: 'c', children: [] },
    '<meta character="b" content="a" tooltip="c">\n',
  ],
  [
    'the kind of a message',
    { type: 'system_message', level: 2, kind: 'WARNING', line: 3, source: 's', message: 'Why.\nHow.', children: [] },
    '<system_message level="2" line="3" source="s" type="WARNING">\n    <paragraph>\n        Why.\n        How.\n',
  ],
  ['the number of a line of code', { type: 'line_number', number: ' 7 ', children: [] }, '<inline classes="ln">\n     7 \n'],
  [
    'a blank line of a literal block',
    { type: 'literal_block', 'xml:space': 'preserve', children: [{ type: 'text', value: 'a\n\nb' }] },
    '<literal_block xml:space="preserve">\n    a\n    \n    b\n',
  ],
  [
    'what is pending',
    {
      type: 'pending',
      transform: 'docutils.transforms.parts.Contents',
      details: { local: null, depth: 2, class: ["it's"], title: { type: 'title', children: [{ type: 'text', value: 'A' }] } },
      children: [],
    },
    `<pending>
    .. internal attributes:
         .transform: docutils.transforms.parts.Contents
         .details:
           class: ["it's"]
           depth: 2
           local: None
           title:
             <title>
                 A
`,
  ],
]

test.each(printed)('%s', (_name, node, text) => {
  expect(toPseudoXml(node)).toBe(text)
})

test('a tree of any depth', () => {
  let node: Node = { type: 'text', value: 'a' }
  for (let depth = 0; depth < 3_000; depth++) node = { type: 'block_quote', children: [node] }
  expect(toPseudoXml(node).split('\n').length).toBe(3_002)
})

test('a text of many lines', () => {
  expect(toPseudoXml({ type: 'text', value: 'a\n'.repeat(300_000) }).length).toBe(600_000)
})
