import { describe, expect, test } from 'vitest'
import { compile } from '../../../src/compile.ts'
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts'

interface Read {
  /** The text of each slide's content, its blocks parted by a blank. */
  readonly slides: readonly string[]
  /** What the deck is read as, and why; undefined where nothing is said. */
  readonly readAs: string | undefined
  readonly told: readonly Diagnostic[]
}

async function read(text: string, path = '/decks/deck.md'): Promise<Read> {
  const { deck, page, diagnostics } = await compile({ path, text }, { player: '', language: 'markdown' })
  const slides = page.html
    .split(/<div id="[^"]*" class="step/)
    .slice(1)
    .map((html) =>
      html
        .replace(/^[^>]*>/, '')
        .replace(/<script[\s\S]*/, '')
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
  expect(slides).toHaveLength(deck.steps.length)
  const said = diagnostics.find(({ code }) => code === 'markdown/read-as')
  return { slides, readAs: said?.message, told: diagnostics.filter((found) => found !== said) }
}

const codes = ({ told }: Read): string[] => told.map(({ code, position }) => `${code}@${position?.start.line}`)

const front = (fields: string, text: string): string => `---\n${fields}\n---\n${text}`

describe('what begins slides', () => {
  test.each([
    [
      'rules alone, whatever headings stand between them',
      front('dialect: plain', '# A\n\na\n\n## B\n\nb\n\n# C\n\nc\n\n---\n\nd'),
      ['A a B b C c', 'd'],
    ],
    ['Marp: rules of any kind', front('marp: true', 'a\n\n# B\n\nb\n\n***\n\nc\n\n___\n\nd'), ['a B b', 'c', 'd']],
    ['Marp: a deck without rules is one slide', front('marp: true', '# A\n\na\n\n# B\n\nb'), ['A a B b']],
    [
      'Marp: headings where it is asked for',
      front('marp: true\nheadingDivider: 1\ntitle: T', '# A\n\na\n\n# B\n\n## C\n\n---\n\nd'),
      ['A a', 'B C', 'd'],
    ],
    [
      'Slidev: dashes alone, under a text too',
      front('mdc: true', 'a\n\n***\n\nb\n\n# C\n\nc\n---\n\nd\n\n-----\n\ne\n\n- - -\n\nf'),
      ['a b C c', 'd', 'e f'],
    ],
    ['reveal.js: two or three dashes', '<!-- .slide: class="x" -->\na\n\n# B\n\n---\n\nb\n\n***\n\nc\n\n--\n\nd', ['a B', 'b c', 'd']],
    [
      'reveal.js: headings where separators stood in the page around it',
      '# A\n\n<!-- .slide: class="x" -->\n\na\n\n# B\n\nb',
      ['A a', 'B b'],
    ],
    [
      'reveal-md: four dashes too',
      front('revealOptions:\n  transition: fade', '# A\n\n---\n\n# B\n\n# C\n\n----\n\nd\n\n***\n\ne'),
      ['A', 'B C', 'd e'],
    ],
    ['pandoc: rules and headings', '% T\n\n## A\n\na\n\n## B\n\nb\n\n---\n\nc\n\n---\n\n## D\n\nd', ['T', 'A a', 'B b', 'c', 'D d']],
    [
      'pandoc: headings above the level are slides',
      front('dialect: pandoc', '# P\n\n## A\n\na\n\n### B\n\nb\n\n# Q\n\n---\n\n## C\n\nc'),
      ['P', 'A a B b', 'Q', 'C c'],
    ],
    ['pandoc: the level that is asked for', front('dialect: pandoc\nslide-level: 2', '# A\n\na\n\n## B\n\nb'), ['A a', 'B b']],
    [
      'Quarto: level 2, though text stands under level 1',
      front('format: revealjs', '# P\n\np\n\n## A\n\na\n\n---\n\nb\n\n### C'),
      ['P p', 'A a', 'b C'],
    ],
    [
      'Quarto: the level of its format',
      front('format:\n  revealjs:\n    slide-level: 1', '# P\n\np\n\n## A\n\na\n\n# Q'),
      ['P p A a', 'Q'],
    ],
    ['no tool: rules and headings', '## A\n\na\n\n## B\n\nb\n\n---\n\nc\n\n## D\n\nd', ['A a', 'B b', 'c', 'D d']],
    [
      'no tool, nearly all slides with a rule: rules',
      '# A\n\n## S\n\n---\n\n## B\n\nb\n\n---\n\n## C\n\nc\n\n---\n\n## D\n\nd',
      ['A S', 'B b', 'C c', 'D d'],
    ],
    ['a field of our own: rules', '---\n\n:data-x: r100\n\n# A\n\na\n\n# B\n\nb', ['A a B b']],
    [
      'blanks that nobody sees',
      front('marp: true', 'a\n\n---\u3000\n\nb\n\n---\u00a0\n\nc').replace('\n---\n', '\n---\u3000\n'),
      ['a', 'b', 'c'],
    ],
    [
      'blanks that nobody sees, around a slide’s fields',
      front('mdc: true', 'a\n\n---\u3000\nclass: x\n---\u3000\n\nb\n---\u3000\n\nc'),
      ['a', 'b', 'c'],
    ],
    ['the field on a line', ':dialect: pandoc\n\n# A\n\na\n\n# B\n\nb\n\n---\n\nc', ['A a', 'B b', 'c']],
  ])('%s', async (_, text, slides) => {
    expect((await read(text)).slides).toEqual(slides)
  })

  test('headings and rules that both divide are told once, with the way out', async () => {
    const { told } = await read('# A\n\na\n\n# B\n\nb\n\n---\n\nc\n\n# D\n\nd')
    expect(told).toMatchObject([{ code: 'markdown/headings-and-rules', severity: 'warning', position: { start: { line: 5 } } }])
    expect(told[0]?.advice).toContain('"dialect: plain"')
  })

  test.each(['plain', 'pandoc'])('nothing is told where the deck says dialect: %s', async (dialect) => {
    expect(codes(await read(front(`dialect: ${dialect}`, '# A\n\na\n\n# B\n\nb\n\n---\n\nc')))).toEqual([])
  })

  test('a rule right below a text begins a slide in reveal.js, and is told', async () => {
    const text = '<!-- .slide: class="x" -->\n# A\n\nlast line\n---\n\n# B\n\n---\n\n# C'
    const deck = await read(text)
    expect(deck.slides).toEqual(['A last line', 'B', 'C'])
    expect(deck.told).toMatchObject([{ code: 'markdown/rule-under-text', severity: 'warning', position: { start: { line: 5 } } }])
  })
})

describe('what a deck is read as', () => {
  test.each([
    [front('marp: true', 'a'), 'Read as Marp because the front matter has "marp: true".'],
    ['a\n\n---\n\n<!-- _class: lead -->\nb', 'Read as Marp because it has "<!-- _class:".'],
    [front('mdc: true', 'a'), 'Read as Slidev because the front matter has "mdc".'],
    ['a\n\n---\n\n<v-clicks>\n\n- b\n\n</v-clicks>', 'Read as Slidev because it has "<v-clicks>".'],
    ['a\n\n---\n\nNote: b', 'Read as reveal.js because it has "Note:".'],
    ['a\n\n--\n\nb', 'Read as reveal.js because it has "--".'],
    [front('separator: <!--s-->', 'a'), 'Read as reveal-md because the front matter has "separator".'],
    ['<!-- .slide: id="a" -->\n\n---\n\nb\n\n----\n\nc', 'Read as reveal-md because it has "----".'],
    ['% A\n% B\n\ntext', 'Read as pandoc because it begins with "% title" lines.'],
    ['a\n\n. . .\n\nb', 'Read as pandoc because it has ". . .".'],
    [front('format:\n  revealjs: default', 'a'), 'Read as Quarto because the front matter has "format".'],
    ['a\n\n```{r}\nx\n```', 'Read as Quarto because it has "```{r}".'],
    ['a\n\n{{< pagebreak >}}', 'Read as Quarto because it has "{{< pagebreak >}}".'],
    ['```md\n<!-- _class: lead -->\n---\n```', undefined],
    [front('dialect: plain\nmarp: true', 'a'), undefined],
    [':data-x: 5\n\n---\n\nNote: a', undefined],
    ['# A\n\ntext', undefined],
  ])('%j', async (text, sentence) => {
    expect((await read(text)).readAs).toBe(sentence)
  })

  test('the ending of its name says Quarto', async () => {
    expect((await read('## A', '/decks/a.qmd')).readAs).toBe('Read as Quarto because its name ends in ".qmd".')
  })

  test('a dialect that is not known is told with those that are', async () => {
    const { told } = await read(front('dialect: beamer', 'a'))
    expect(told).toMatchObject([{ code: 'markdown/unknown-dialect', severity: 'warning', position: { start: { line: 2, column: 10 } } }])
    expect(told[0]?.advice).toBe('Write one of plain, marp, slidev, reveal, reveal-md, pandoc, quarto.')
  })

  test('fields within another tool’s fields are its own, told with their names', async () => {
    const { told } = await read(front('format:\n  revealjs:\n    theme: moon\n    slide-level: 2\nauthor:\n  - name: Ann', 'a'))
    expect(told).toMatchObject([
      {
        code: 'markdown/no-meaning',
        severity: 'info',
        message: 'Quarto\'s "format" (revealjs.theme) has no meaning here and is left out.',
      },
    ])
  })
})
