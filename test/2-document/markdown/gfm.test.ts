import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { describe, expect, test } from 'vitest'
import { normalHtml, ourHtml } from './rendered.ts'

const reference = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeStringify, { allowDangerousHtml: true })
  .freeze()

const table = (...rows: string[]): string => rows.join('\n')

/** Texts of our own for each rule of GitHub's extensions (GFM 0.29, by section). The specification’s own examples are in gfm-spec.test.ts. */
const same: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'Tables (4.10)': [
    ['a head and a row', table('| one | two |', '| --- | --- |', '| 1 | 2 |')],
    ['without outer pipes', table('one | two', '--- | ---', '1 | 2')],
    ['sides', table('| a | b | c | d |', '| :-- | :-: | --: | --- |', '| 1 | 2 | 3 | 4 |')],
    ['an escaped pipe, in code too', table('| a\\|b |', '| --- |', '| `x\\|y` **p\\|q** |')],
    ['marks in cells', table('| *a* | **b** |', '| - | - |', '| [c](d) | x ![e](f) |')],
    ['a quotation ends it', table('| a | b |', '| - | - |', '| 1 | 2 |', '> quoted')],
    ['a list ends it', table('| a | b |', '| - | - |', '| 1 | 2 |', '- item')],
    ['a blank line ends it, a text does not', table('| a | b |', '| - | - |', '| 1 | 2 |', 'more', '', 'text')],
    ['as many cells in the head as in the rule', table('| a | b |', '| - |', '| 1 |')],
    ['fewer and more cells in a row', table('| a | b |', '| - | - |', '| 1 |', '| 1 | 2 | 3 |')],
    ['one column', table('| a |', '| - |', '| 1 |')],
    ['indented and without blanks', table('  |a|b|', '  |:-|-:|', '  |1|2|')],
    ['in a quotation', table('> | a | b |', '> | - | - |', '> | 1 | 2 |')],
    ['in an item', table('- | a | b |', '  | - | - |', '  | 1 | 2 |')],
    ['behind a paragraph', table('text', '| a | b |', '| - | - |', '| 1 | 2 |')],
    ['an empty cell', table('| a | b |', '| - | - |', '| | 2 |')],
    ['a rule without a head', table('| - | - |', '| 1 | 2 |')],
    ['four blanks are code', table('    | a | b |', '    | - | - |')],
  ],
  'Strikethrough (6.5)': [
    ['not over paragraphs', 'This ~~goes\n\non~~ there'],
    ['three tildes are none', 'This is ~~~not~~~ one'],
    ['two and one are no pair', 'a ~~b~ c'],
    ['not before a blank', 'a ~~ b ~~ c'],
    ['escaped', 'a \\~~b~~ c'],
    ['in code', '`~~a~~`'],
  ],
  'Autolinks (6.9)': [
    ['www', 'See www.example.org'],
    ['with a path', 'See www.example.org/help/me?a=b#c for it'],
    ['a full stop behind', 'See www.example.org. And www.example.org/a.b.'],
    ['other marks behind', 'Is it www.example.org/a? Yes: www.example.org/b! Or *www.example.org/c*, _www.example.org/d_'],
    ['balanced brackets', 'www.example.org/a(b) (www.example.org/a(b)) (www.example.org/a(b))) (www.example.org/a(b'],
    ['brackets within', 'www.example.org/a=(b)+1'],
    ['entities behind', 'www.example.org/a?b=c&amp; www.example.org/a?b=c&d; www.example.org/a?b=c&d=e'],
    ['a less-than sign ends it', 'www.example.org/a<b'],
    ['http and https', 'http://example.org and (see https://a.example.org/x?y=(z))'],
    ['an underscore in the last two parts', 'www.a_b.example.org www.example_a.org http://x_y.z'],
    ['one name is none', 'http://localhost'],
    ['within a word', 'awww.example.org xhttp://example.org'],
    ['an address', 'me@example.org'],
    ['marks in an address', 'a.b-c_d+e@x.example-y.org a@b a+b@c@d.org'],
    ['the end of an address', 'a.b@example.org. a.b@example.org- a.b@example.org_ a.b@example'],
    ['in a link', '[see www.example.org](x) and <https://example.org>'],
    ['in code', '`www.example.org`'],
    ['in a table', table('| a |', '| - |', '| www.example.org |')],
    ['in emphasis', '**www.example.org** *me@example.org*'],
  ],
  'Footnotes (GitHub, outside of the specification) leave text alone': [
    ['a label without a footnote', 'a [^b] c'],
    ['escaped', 'a \\[^b]'],
  ],
}

for (const [section, examples] of Object.entries(same))
  describe(section, () => {
    test.each(examples)('%s', (_, markdown) => {
      expect(normalHtml(ourHtml(markdown))).toBe(normalHtml(String(reference.processSync(markdown))))
    })
  })

/** Where our HTML is another on purpose, written out. */
describe('what is said otherwise here', () => {
  test.each([
    [
      'a table without rows has an empty body',
      table('| a | b |', '| - | - |'),
      '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody></tbody></table>',
    ],
    ['strikethrough is a class', 'a ~~b~~ ~c~', '<p>a <span>b</span> <span>c</span></p>'],
    ['escaped', 'www\\.example.org and a\\@b.org', '<p>www.example.org and a@b.org</p>'],
    ['within a link an address is text', '[write mailto:a@b.org](x)', '<p><a href="x">write mailto:a@b.org</a></p>'],
    ['escaped', 'mailto:a\\@b.org', '<p>mailto:a@b.org</p>'],
    [
      'a box to tick is a sign',
      '- [ ] a\n- [x] b\n- [X] c',
      '<ul><li><span>☐ </span>a</li><li><span>☑ </span>b</li><li><span>☑ </span>c</li></ul>',
    ],
    ['in nested and numbered lists', '1. [x] a\n   - [ ] b', '<ol><li><span>☑ </span>a<ul><li><span>☐ </span>b</li></ul></li></ol>'],
    [
      'not within a text, without a blank, or with another letter',
      '- a [ ]\n- [ ]b\n- [y] c',
      '<ul><li>a [ ]</li><li>[ ]b</li><li>[y] c</li></ul>',
    ],
    [
      'HTML that GitHub disallows stays: a deck is its author’s own',
      'a <title>b</title>\n\n<xmp>c</xmp>',
      '<p>a <title>b</title></p><p></p><xmp>c</xmp><p></p>',
    ],
  ])('%s', (_, markdown, html) => {
    expect(normalHtml(ourHtml(markdown))).toBe(html)
  })
})
