import { describe, expect, it } from 'vitest'
import { createBudget } from '../../src/1-source/budget.ts'
import type { Document, Node } from '../../src/2-document/nodes.ts'
import { parseMarkdown } from '../../src/2-document/parse-markdown.ts'
import { resolve } from '../../src/2-document/resolve/resolve.ts'
import { parse } from '../../src/2-document/rst/parse.ts'
import type { Settings } from '../../src/2-document/settings.ts'
import { deckSettings } from '../../src/3-deck/deck-settings.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'

const repeat = (count: number, piece: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => piece(index)).join('')

function sizeOf(document: Document): { readonly nodes: number; readonly bytes: number } {
  const size = { nodes: 0, bytes: 0 }
  const open: Node[] = [document]
  for (let node = open.pop(); node; node = open.pop()) {
    size.nodes++
    if (node.type === 'text') size.bytes += node.value.length
    for (const child of 'children' in node ? (node.children as Node[]) : []) open.push(child)
  }
  return size
}

/** A deck of these files, the first of which is the deck itself, parsed and resolved with one budget. */
function made(
  files: Readonly<Record<string, string>>,
  language: 'rst' | 'markdown' = 'rst',
  budget = createBudget({ nodes: 100_000, bytes: 4_000_000 }),
) {
  const diagnostics: Diagnostic[] = []
  const [source = '', text = ''] = Object.entries(files)[0] ?? []
  const settings: Settings = {
    source: `/deck/${source}`,
    ...deckSettings,
    budget,
    report: (diagnostic) => diagnostics.push(diagnostic),
    readFile: (path) => {
      const name = path.replace(/^.*\//, '')
      const found = Object.hasOwn(files, name) ? files[name] : undefined
      return found === undefined ? undefined : { path: `/deck/${name}`, text: found }
    },
  }
  const parsed = language === 'rst' ? parse(text, settings) : parseMarkdown(text, settings)
  const document = resolve(parsed, settings)
  const told = diagnostics.filter(({ code }) => code === 'document/too-much-generated')
  return { ...sizeOf(document), told, codes: [...new Set(diagnostics.map(({ code }) => code))] }
}

const tenDeep = (times: number, inner: (name: string) => string, last: string, ending = 'rst'): Record<string, string> =>
  Object.fromEntries(
    [...'abcdefghij'].map((name, index, names) => [
      `${name}.${ending}`,
      index === 9 ? last : inner(`${names[index + 1]}.${ending}`).repeat(times),
    ]),
  )

describe('what a few files ask for is made out of one budget, and told once with the chain that spent it', () => {
  it.each([
    ['rst', { 'deck.rst': '.. include:: a.rst\n' }, tenDeep(3, (name) => `.. include:: ${name}\n`, 'x\n')],
    ['rst, with blank lines', { 'deck.rst': '.. include:: a.rst\n' }, tenDeep(3, (name) => `.. include:: ${name}\n\n`, 'x\n\n')],
    ['markdown', { 'deck.md': '# a\n\n:::include[a.md]\n:::\n' }, tenDeep(3, (name) => `:::include[${name}]\n:::\n\n`, 'x\n\n', 'md')],
  ] as const)('includes, three in each file and ten deep (%s)', (name, deck, files) => {
    const start = Date.now()
    const { told, nodes, codes } = made({ ...deck, ...files }, name === 'markdown' ? 'markdown' : 'rst')
    expect(told).toHaveLength(1)
    expect(told[0]).toMatchObject({
      severity: 'error',
      message: expect.stringMatching(/^The deck would make more than \d+ nodes out of what is written once; .* \d+ % comes of /),
    })
    const ending = name === 'markdown' ? 'md' : 'rst'
    expect(told[0]?.message).toContain(`of ${['deck', ...'abcdefghi'].map((file) => `${file}.${ending}`).join(' → ')}`)
    expect(told[0]?.position?.source).toMatch(/^\/deck\/[a-j]\.(?:rst|md)$/)
    expect(nodes).toBeLessThan(300_000)
    expect(codes).toEqual(['document/too-much-generated'])
    expect(Date.now() - start).toBeLessThan(20_000)
  })

  const long = 'word '.repeat(1000).trim()
  const large = `${long}\n`.repeat(10)
  it.each<[string, Record<string, string>, RegExp]>([
    [
      'the text of a file, as it is',
      { 'deck.rst': repeat(200, () => '.. include:: b.txt\n   :literal:\n\n'), 'b.txt': large },
      /4 MB .* 100 % comes of deck\.rst → b\.txt\./,
    ],
    [
      'the text of a file, as code',
      { 'deck.rst': repeat(200, () => '.. include:: b.txt\n   :code:\n\n'), 'b.txt': large },
      /4 MB .* comes of deck\.rst → b\.txt\./,
    ],
    [
      'many different parts of a file',
      {
        'deck.rst': repeat(
          200,
          (index) => `.. include:: b.txt\n   :literal:\n   :start-line: ${index % 5}\n   :end-line: ${10 - (index % 4)}\n\n`,
        ),
        'b.txt': large,
      },
      /4 MB .* comes of deck\.rst → b\.txt\./,
    ],
    ['raw files', { 'deck.rst': repeat(200, () => '.. raw:: html\n   :file: b.html\n\n'), 'b.html': large }, /4 MB .* comes of b\.html\./],
    [
      'drawings, whose text is read each time',
      { 'deck.rst': repeat(3000, () => '.. raw:: html\n   :file: b.svg\n\n'), 'b.svg': large },
      /4 MB .* comes of b\.svg\./,
    ],
    [
      'tables of a file',
      { 'deck.rst': repeat(200, () => '.. csv-table::\n   :file: b.csv\n\n'), 'b.csv': 'a,b,c\n'.repeat(1000) },
      /comes of b\.csv\./,
    ],
    [
      'short rows of tables of values',
      { 'deck.rst': repeat(40, () => `.. csv-table::\n\n   ${'a,'.repeat(300)}a\n${'   a\n'.repeat(300)}\n`) },
      /nodes .* comes of csv-table\./,
    ],
    [
      'short rows of tables',
      { 'deck.rst': repeat(40, () => `\n${'= '.repeat(400).trim()}\n${'a\n'.repeat(120)}${'= '.repeat(400).trim()}\n\n`) },
      /nodes .* comes of table\./,
    ],
    [
      'substitutions',
      {
        'deck.rst': `|x0|\n\n${repeat(12, (index) => `.. |x${index}| replace:: ${`|x${index + 1}|\\ `.repeat(10)}\n`)}.. |x12| image:: x\n`,
      },
      /comes of \|x0\| → \|x1\| → \|x2\|/,
    ],
    ['contents', { 'deck.rst': repeat(1500, (index) => `T${index}\n=====\n\n.. contents::\n\n`) }, /comes of contents\./],
  ])('%s', (_, files, message) => {
    const { told, nodes, bytes } = made(files)
    expect(told).toHaveLength(1)
    expect(told[0]?.message).toMatch(message)
    expect(nodes).toBeLessThan(300_000)
    expect(bytes).toBeLessThan(files['b.svg'] === undefined ? 10_000_000 : Number.POSITIVE_INFINITY)
  })

  it.each<[string, string, RegExp]>([
    [
      'short rows of tables',
      repeat(40, () => `|${' a |'.repeat(300)}\n|${'-|'.repeat(300)}\n${'|a|\n'.repeat(250)}\n`),
      /comes of table\./,
    ],
  ])('%s of Markdown', (_, text, message) => {
    const { told, nodes } = made({ 'deck.md': `# a\n\n${text}` }, 'markdown')
    expect(told).toHaveLength(1)
    expect(told[0]?.message).toMatch(message)
    expect(nodes).toBeLessThan(400_000)
  })

  it('all of them together, each of which alone is little', () => {
    const half = {
      includes: { 'part.rst': 'a\n\n'.repeat(50) },
      text: `${repeat(450, () => '.. include:: part.rst\n\n')}${repeat(10, () => `.. csv-table::\n\n   ${'a,'.repeat(250)}a\n${'   a\n'.repeat(250)}\n`)}`,
    }
    expect(made({ 'deck.rst': repeat(450, () => '.. include:: part.rst\n\n'), ...half.includes }).told).toEqual([])
    expect(made({ 'deck.rst': half.text, ...half.includes }).told).toHaveLength(1)
  })

  it('goes on with what the author wrote himself when nothing is left', () => {
    const files = tenDeep(3, (name) => `.. include:: ${name}\n`, 'x\n')
    const text = `.. include:: a.rst\n\n.. include:: own.rst\n\n.. |x| replace:: y\n\n= =\na b\n= =\n\nEnd\n`
    const { told, codes } = made({ 'deck.rst': text, ...files, 'own.rst': 'Own\n' })
    expect(told).toHaveLength(1)
    expect(codes).toEqual(['document/too-much-generated'])
    const parsed = parse(text, { readFile: (path) => ({ path, text: files[path] ?? 'Own\n' }) })
    expect(parsed.children.slice(-4).map(({ type }) => type)).toEqual(['paragraph', 'substitution_definition', 'table', 'paragraph'])
  })

  it('is never reached by a deck that includes a part on each of many slides', () => {
    expect(
      made(
        {
          'deck.rst': repeat(1000, () => '----\n\n.. include:: part.rst\n\n'),
          'part.rst': '.. image:: logo.png\n   :class: logo\n\n**Firm**\n',
        },
        'rst',
        createBudget(),
      ).told,
    ).toEqual([])
    const drawing = {
      'deck.rst': repeat(950, () => '----\n\n.. raw:: html\n   :file: a.svg\n\n'),
      'a.svg': `<svg>${'<g/>'.repeat(50_000)}</svg>`,
    }
    expect(made(drawing, 'rst', createBudget()).told).toEqual([])
  })
})
