import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Node } from '../../../src/2-document/nodes.ts'
import { parseMarkdown } from '../../../src/2-document/parse-markdown.ts'
import { read } from './read.ts'

test.each([
  ['quotes', `${'>'.repeat(2000)} x`, 'markdown/too-deep'],
  ['lists', `${'- '.repeat(1000)}x`, 'markdown/too-deep'],
  ['lists, item by item', Array.from({ length: 400 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n'), 'markdown/too-deep'],
  ['quotes, line by line', Array.from({ length: 400 }, (_, depth) => `${'>'.repeat(depth + 1)} x`).join('\n'), 'markdown/too-deep'],
  ['footnotes between paragraphs', Array.from({ length: 5000 }, (_, index) => `A[^${index}]\n\n[^${index}]: B`).join('\n\n'), ''],
  ['quotes between paragraphs', 'a\n\n> b\n\n'.repeat(6000), ''],
  ['headings that are underlined', 'Aa\n===\n\nb\n\n'.repeat(6000), ''],
  ['directives between paragraphs', 'a\n\n:::b\nc\n:::\n\n'.repeat(6000), ''],
  ['long HTML in a note', `Note: a\n\n<pre>\n${'b\n'.repeat(50_000)}`, ''],
  ['clicks in a text', '<v-click>a\n'.repeat(2000), ''],
  ['fields that are none', `${'\n'.repeat(50_000)}${'> a\n:b: c\n'.repeat(3000)}`, ''],
  ['directives', ':::a\n'.repeat(300), 'markdown/directive-not-closed'],
  ['directives in fences', '```{note}\n'.repeat(100), ''],
  ['brackets', '['.repeat(20_000), 'markdown/too-much-markup'],
  ['dollars in a line', `a\n\n${'$'.repeat(200_000)}x`, 'markdown/too-much-markup'],
  ['formulas that nobody closes', '$$\n\n$$a b\n'.repeat(5000), ''],
  ['what looks like another tool’s marks', '{{<a ^[ '.repeat(50_000), 'markdown/too-much-markup'],
  ['a line of a megabyte', 'word '.repeat(200_000), ''],
  ['anchors that multiply', '---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\n', 'markdown/front-matter-value'],
  [
    'names of every object',
    ':::__proto__\nx\n:::\n\n:constructor[x] [__proto__]: y\n\n:::constructor\n:toString: a\n:::\n\n![a](b){__proto__=x}',
    'markdown/unknown-directive',
  ],
  ['braces in a Marp style', `---\nmarp: true\n---\n<style>${'@media x{'.repeat(50_000)}${'(,'.repeat(50_000)}</style>`, ''],
  ['NUL', 'a\0b\n\n:::note\n\0\n:::', ''],
])('%s', (_, text, code) => {
  const { codes } = read(text)
  expect(codes.some((found) => found.startsWith(code))).toBe(code !== '' || codes.length > 0)
})

test('a table of a few cells in many rows and columns', () => {
  const table = (size: number): number => {
    const text = `${'|a'.repeat(size)}|\n${'|-'.repeat(size)}|\n${'|b|\n'.repeat(size)}`
    let cells = 0
    const count = (node: Node): void => {
      if (node.type === 'entry') cells++
      if (node.type !== 'text') (node.children as Node[]).forEach(count)
    }
    count(parseMarkdown(text, {}))
    return cells
  }
  expect(table(100)).toBe(101 * 100)
  // The head, and what was written of each row.
  expect(table(1000)).toBe(2000)
})

const piece = fc.constantFrom(
  '# ',
  '---\n',
  ':::',
  'note',
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  '*',
  '_',
  '`',
  '```',
  '\n',
  '\n\n',
  ' ',
  '- ',
  '> ',
  ':a: b\n',
  'Note:',
  '<v-clicks>',
  '</v-clicks>',
  '<!--',
  '-->',
  '|',
  '$',
  '$$',
  'x',
  '::svg[a]',
  ':sub[',
  '% ',
  '\t',
  '. . .',
  '::right::',
  '![bg](x)',
)

test('every position lies in the text, and no text makes the parser throw', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('')
      const check = (node: Node): void => {
        const { position } = node
        if (position) {
          expect(position.start.offset).toBeLessThanOrEqual(position.end.offset)
          expect(position.end.offset).toBeLessThanOrEqual(text.length)
          const before = text.slice(0, position.start.offset)
          expect(position.start.line).toBe(before.split('\n').length)
        }
        if (node.type !== 'text') for (const child of node.children) check(child)
      }
      check(parseMarkdown(text))
    }),
    { numRuns: 300, seed: 7 },
  )
})
