import { describe, expect, test } from 'vitest'
import { parseMarkdown } from '../../../src/2-document/parse-markdown.ts'
import { compile } from '../../../src/compile.ts'
import { read } from './read.ts'

const lines = (...written: string[]): string => written.join('\n')

const code = (language: string, ...written: string[]): string =>
  lines(`<literal_block classes="code ${language}" xml:space="preserve">`, ...written.map((line) => `    ${line}`))

const notRun = ['markdown/read-as@1:1', 'markdown/code-not-run@1:1']

describe('a block that Quarto would run is code in its language', () => {
  test.each([
    ['by its name', '```{r}\nx <- 1\n```', code('r', 'x <- 1'), notRun],
    ['with options on lines, which are none of it', '```{python}\n#| echo: true\n#| label: fig-a\n\nx\n```', code('python', 'x'), notRun],
    ['with knitr’s options', '```{r setup, fig.cap="a, b"}\nx\n```', code('r', 'x'), notRun],
    ['in Observable’s notebooks', '```{ojs}\n//| echo: fenced\nx\n```', code('js', 'x'), notRun],
    ['that does not ask to be run', '```{r}\n#| eval: false\nx\n```', code('r', 'x'), ['markdown/read-as@1:1']],
    ['that stands for itself', '```{{python}}\nx\n```', code('python', 'x'), []],
    ['that is hidden', '```{r}\n#| echo: false\nx\n```', '', notRun],
    ['that is hidden, as knitr says it', '```{r, echo=FALSE}\nx\n```', '', notRun],
    ['that is neither shown nor gives anything', '```{r, include = FALSE}\nx\n```', '', ['markdown/read-as@1:1']],
  ])('%s', (_, markdown, tree, codes) => {
    expect(read(markdown)).toEqual({ tree, codes })
  })

  test.each(['```{r setup, include=FALSE}\nx\n```', '```{python}\n#| label: a\n#| include: false\nx\n```'])(
    'that begins a deck and is hidden is no slide: %j',
    async (markdown) => {
      const text = `---\ndialect: quarto\n---\n${markdown}\n\n## A\n\na`
      expect((await compile({ path: '/decks/deck.md', text }, { player: '' })).deck.steps).toHaveLength(1)
    },
  )

  test('and so is one of any engine where the deck is Quarto’s', () => {
    expect(read('---\ndialect: quarto\n---\n```{Rcpp a, echo=TRUE}\nx\n```')).toEqual({
      tree: code('cpp', 'x'),
      codes: ['markdown/code-not-run@4:1'],
    })
  })

  test('and a name in braces that is a directive here is that', () => {
    expect(read('```{math}\nx\n```').tree).toBe('<math_block xml:space="preserve">\n    x')
  })
})

const quarto = (text: string) => read(`---\ndialect: quarto\n---\n${text}`)

test.each([
  ['```{python}\n#| code-line-numbers: "1,3-4|7"\n#| eval: false\nx\n```', ['markdown/code-steps@4:4']],
  ['```{.python code-line-numbers="1,3-4|7"}\nx\n```', ['markdown/code-steps@4:4']],
])('lines are numbered, those of the first stage are marked: %j', (markdown, codes) => {
  const { tree, codes: told } = quarto(markdown)
  expect(tree).toBe(lines('<literal_block classes="code python" xml:space="preserve">', '    <inline classes="ln">', '        1 ', '    x'))
  expect(told).toEqual(codes)
  const { children } = parseMarkdown(`---\ndialect: quarto\n---\n${markdown}`)
  expect(children.at(-1)).toMatchObject({ listing: { 'emphasize-lines': '1,3-4' } })
})

test('a file’s name stands over its code', () => {
  const { children } = parseMarkdown('---\ndialect: quarto\n---\n```{.python filename="a.py"}\nx\n```')
  expect(children.at(-1)).toMatchObject({ listing: { caption: 'a.py' } })
})

describe('what is for one format', () => {
  test.each([
    ['HTML is the page’s', '```{=html}\n<b>\n```', lines('<raw format="html" xml:space="preserve">', '    <b>'), []],
    ['LaTeX is left out', '```{=latex}\n\\x\n```', '', ['markdown/no-meaning@4:1']],
    [
      'HTML in a text',
      'a `<b>`{=html} c',
      lines('<paragraph>', '    a ', '    <raw format="html" xml:space="preserve">', '        <b>', '     c'),
      [],
    ],
    ['LaTeX in a text', 'a `b`{=latex} c', lines('<paragraph>', '    a  c'), ['markdown/no-meaning@4:3']],
  ])('%s', (_, markdown, tree, codes) => {
    expect(quarto(markdown)).toEqual({ tree, codes })
  })
})
