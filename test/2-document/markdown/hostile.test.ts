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

/** Texts that take long where a construct of pandoc's looks at a line again for each line. */
test.each([
  ['notes in notes', '^['.repeat(100_000)],
  ['notes in notes, line by line', '^[a ^[b\n'.repeat(5000)],
  ['notes that another block ends', `${`${'^[a [b '.repeat(400)}\n`.repeat(20)}# ${']'.repeat(5000)}`],
  ['marks below and above', 'a~b^c '.repeat(50_000)],
  ['marks without a blank', `${'a\n~b^c\n'.repeat(5000)}${'~^'.repeat(50_000)}`],
  ['terms without definitions', 'a\n\n'.repeat(5000)],
  ['definitions', 'a\n: b\n\n'.repeat(4000)],
  ['definitions of one term', `a\n${': b\n'.repeat(5000)}`],
  ['definitions in definitions', `a\n${': '.repeat(2000)}b`],
  ['examples', '(@a) (@a)\n'.repeat(5000)],
  ['lines', '| a\n  b\n'.repeat(2000)],
  ['tables that do not end', '-----\na b\n-- --\nc d\n\n'.repeat(5000)],
  ['dashes', '-- --\n'.repeat(5000)],
  ['a grid without an end', `+---+\n${'| a |\n+---+\n'.repeat(4000)}`],
  ['grids', '+---+\n| a\n'.repeat(5000)],
  ['captions', ': a\n\n'.repeat(5000)],
  ['shortcodes', '{{< a {{< b '.repeat(5000)],
  ['options of code', `\`\`\`{r}\n${'#| a: b\n'.repeat(5000)}`],
])('in pandoc’s Markdown, %s', (_, text) => {
  expect(() => read(text, { dialect: 'quarto' })).not.toThrow()
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

const pandocPiece = fc.oneof(
  piece,
  fc.constantFrom(
    '^[',
    '~',
    '^',
    ']{.a}',
    ': ',
    '| ',
    '(@) ',
    '(@a) ',
    'a. ',
    '-- --\n',
    '-----\n',
    '+---+\n',
    '| a |\n',
    '|---|\n',
    'Table: ',
  ),
  fc.constantFrom(
    '{{< video a >}}',
    '```{r}\n',
    '#| echo: false\n',
    '![a](b)',
    '    ',
    '::: {.callout-note}\n',
    '::: {.panel-tabset}\n',
    '  ',
  ),
)

test.each([
  ['plain', piece],
  ['quarto', pandocPiece],
] as const)('in a %s deck every position lies in the text, and no text makes the parser throw', (dialect, piece) => {
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
      check(parseMarkdown(text, { dialect }))
    }),
    { numRuns: 300, seed: 7 },
  )
})
