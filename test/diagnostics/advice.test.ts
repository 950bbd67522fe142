import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CompileOptions, compile } from '../../src/compile.ts'

/** Files beside the deck. */
const files = {
  'three.py': 'a = 1\nb = 2\nc = 3\n',
  'long.txt': `${'x'.repeat(10_001)}\n`,
  'script.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>a</script></svg>',
}

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'advice-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Case {
  readonly deck: string
  readonly markdown?: true
  readonly options?: Partial<CompileOptions>
  readonly code: string
  /** What the message and its advice must say, and what they must not. */
  readonly says: RegExp
  readonly never?: RegExp
}

const cases: readonly [what: string, wanted: Case][] = [
  [
    'lines beyond the end of an included file',
    {
      deck: '.. include:: three.py\n   :code: python\n   :start-line: 9\n   :end-line: 12',
      code: 'rst/include-no-lines',
      says: /":start-line: 9" and ":end-line: 12" leave nothing of .*three\.py, which has 3 lines\. Lines are counted from 0/,
      never: /blank line/,
    },
  ],
  [
    'the same where the text is read',
    {
      deck: '.. include:: three.py\n   :start-line: 9',
      code: 'rst/include-no-lines',
      says: /":start-line: 9" leaves nothing of .* 3 lines/,
    },
  ],
  [
    'a text that stands only before where it is looked for',
    {
      deck: '.. include:: three.py\n   :start-after: b = 2\n   :end-before: a = 1',
      code: 'rst/include-text-not-found',
      says: /after the text of ":start-after:"/,
    },
  ],
  [
    'a standard file that does not exist',
    {
      deck: '.. include:: <isonums.txt>',
      code: 'rst/no-standard-file',
      says: /html-roles.*isonum.*Any other file/,
      never: /Looked for it/,
    },
  ],
  [
    'a long line in a file',
    { deck: '.. include:: long.txt', code: 'rst/include-long-line', says: /more than 10000 characters.*":literal:"/ },
  ],
  ['a long line in the deck', { deck: 'x'.repeat(10_001), code: 'rst/line-too-long', says: /a file of its own/, never: /lineLengthLimit/ }],
  [
    'data that is parted by semicolons',
    {
      deck: ".. csv-table::\n   :delim: ;\n   :quote: '\n\n   'a",
      code: 'rst/csv-syntax',
      says: /holds “;” or a line break stands between two '/,
      never: /comma/,
    },
  ],
  ['a name with a colon', { deck: '`a: b`_', code: 'document/unknown-target', says: /“\.\. _`a: b`: address”/ }],
  [
    'a word that ends in a low line',
    { deck: 'snake_case_ here', code: 'document/unknown-target', says: /if no link is meant, write “\\_”/ },
  ],
  [
    'bars that are no substitution',
    { deck: 'cat |sort| uniq', code: 'document/unknown-substitution', says: /if bars are meant, write “\\\|”/ },
  ],
  [
    'a width that is no size',
    { deck: '# A\n\n![a](data:,){width=wide}', markdown: true, code: 'page/picture-unit', says: /“wide” is no size/, never: /NaN/ },
  ],
  ['a factor', { deck: ':data-max-scale: big\n\n----\n\nA', code: 'page/bad-canvas', says: /such as 2\./, never: /1920/ }],
  [
    'a script in a drawing that --safe has removed',
    {
      deck: '.. svg:: script.svg',
      options: { safe: true },
      code: 'svg/unsafe',
      says: /was removed.*Build without --safe/,
      never: /--safe removes/,
    },
  ],
]

test.each(cases)('the advice fits: %s', async (_, { deck, markdown, options, code, says, never }) => {
  const path = join(folder, markdown ? 'deck.md' : 'deck.rst')
  const text = markdown || deck.startsWith(':') ? deck : `----\n\n${deck}\n`
  const { diagnostics } = await compile({ path, text }, { player: '', ...options })
  const found = diagnostics.filter((diagnostic) => diagnostic.code === code).map(({ message, advice }) => `${message} ${advice}`)
  expect(found).toHaveLength(1)
  expect(found[0]).toMatch(says)
  if (never) expect(found[0]).not.toMatch(never)
})
