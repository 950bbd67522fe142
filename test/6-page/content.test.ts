import { describe, expect, test } from 'vitest'
import { pageOf, slideOf } from './page-of.ts'

/** docs/dev/dialect.md, “Content”: the elements and classes that decks' own styles select. */
const cases: readonly (readonly [name: string, rst: string, html: string, ...codes: string[]])[] = [
  ['a title', 'Hello\n=====', '<h1 id="hello">Hello</h1>'],
  ['titles nest within the slide', 'A\n=\n\nB\n-\n\nC\n~', '<h1 id="a">A</h1><h2 id="b">B</h2><h3 id="c">C</h3>'],
  ['emphasis, strong, literal', '*a* **b** ``c``', '<p><em>a</em> <strong>b</strong> <tt>c</tt></p>'],
  ['a title reference is bare text', '`a`', '<p>a</p>'],
  ['sub and sup', 'H\\ :sub:`2`\\ O\\ :sup:`+`', '<p>H<sub>2</sub>O<sup>+</sup></p>'],
  [
    'roles for HTML’s elements',
    '.. include:: <html-roles.txt>\n.. role:: big(kbd)\n\n:kbd:`*X*` :del:`y` :q:`z` :big:`w`',
    '<p><kbd>*X*</kbd> <del>y</del> <q>z</q> <kbd class="big">w</kbd></p>',
  ],
  [
    'a role of the author’s own of such a name is a class, as for Hovercraft',
    '.. role:: kbd\n\n:kbd:`X`',
    '<p><span class="kbd">X</span></p>',
  ],
  ['text is escaped', 'a < b & "c"', '<p>a &lt; b &amp; "c"</p>'],
  ['a bullet list', '* a\n* b', '<ul><li>a</li><li>b</li></ul>'],
  ['a second paragraph of an item stays one', '* a\n\n  b', '<ul><li>a<p>b</p></li></ul>'],
  ['an indented list under an item is a definition', '* a\n    * b', '<ul><li><dl><dt>a</dt><dd><ul><li>b</li></ul></dd></dl></li></ul>'],
  ['an enumerated list', '3. a\n4. b', '<ol start="3"><li>a</li><li>b</li></ol>', 'rst/enumeration-start@3'],
  ['a lettered list', '(a) x\n(b) y', '<ol type="a"><li>x</li><li>y</li></ol>'],
  [
    'substeps',
    '.. class:: substep\n\n* a\n\n  * b',
    '<ul><li class="substep" data-press="1">a<ul><li class="substep" data-press="2">b</li></ul></li></ul>',
  ],
  ['a definition list', 'a : b\n  c', '<dl><dt>a<span class="classifier">b</span></dt><dd><p>c</p></dd></dl>'],
  ['a literal block', '::\n\n  a\n   b', '<pre class="highlight">a\n b</pre>'],
  ['a line block', '| a\n|   b\n| c', '<div class="line-block">a<br><div class="line-block">b<br></div>c<br></div>'],
  [
    'a quotation',
    'x\n\n  a\n\n  -- b',
    '<p>x</p><blockquote><p>a</p></blockquote><div class="cite"><span class="cite_label">Source: </span><cite>b</cite></div>',
  ],
  ['a container', '.. container:: a b\n\n  x', '<div class="a b"><p>x</p></div>'],
  ['a comment', '.. nothing\n\nx', '<p>x</p>'],
  ['raw html', '.. raw:: html\n\n  <b a="x">&nbsp;</b>\n\nx', '<b a="x">&nbsp;</b><p>x</p>'],
  ['raw of another format', '.. raw:: latex\n\n  \\x', ''],
  [
    'a table',
    '= =\na b\n= =\n1 2\n= =',
    '<table cellpadding="0" cellspacing="0"><thead><tr><th><p>a</p></th><th><p>b</p></th></tr></thead><tbody><tr><td><p>1</p></td><td><p>2</p></td></tr></tbody></table>',
  ],
  [
    'spans',
    '+-+-+\n|a  |\n+-+-+\n|b|c|\n+ +-+\n| |d|\n+-+-+',
    '<table cellpadding="0" cellspacing="0"><tbody><tr><td colspan="2"><p>a</p></td></tr><tr><td rowspan="2"><p>b</p></td><td><p>c</p></td></tr><tr><td><p>d</p></td></tr></tbody></table>',
  ],
  [
    'a warning has its title in an attribute',
    '.. warning:: x',
    '<div class="admonition warning" role="note" data-title="Warning"><p>x</p></div>',
  ],
  [
    'an admonition of its own',
    '.. admonition:: T\n\n  x',
    '<div class="admonition admonition-t" role="note"><p class="admonition-title">T</p><p>x</p></div>',
  ],
  ['a topic', '.. topic:: T\n\n  x', '<div class="topic"><p class="topic-title">T</p><p>x</p></div>'],
  ['a rubric', '.. rubric:: T', '<p class="rubric">T</p>'],
  [
    'a footnote',
    'a [1]_\n\n.. [1] b',
    '<p>a <a class="footnoteref" id="footnote-backref-footnote-reference-1" href="#footnote-footnote-1">[1]</a></p>' +
      '<div class="footnote" id="footnote-footnote-1"><a class="footnotereturn" href="#footnote-backref-footnote-reference-1" title="return to content">#1: </a><p>b</p></div>',
  ],
  [
    'an option list',
    '-a  x',
    '<table cellpadding="0" cellspacing="0" class="option-list"><tr><th>Option</th><th>Description</th></tr><tr><td><span class="option-string">-a</span><br></td><td><p>x</p></td></tr></table>',
  ],
  ['a note is kept', 'x\n\n.. note:: y', '<p>x</p><div class="notes"><p>y</p></div>'],
]

describe('content of a slide', () => {
  test.each(cases)('%s', async (_, rst, html, ...codes) => {
    const slide = await slideOf(rst)
    expect(slide.html.replace(/\n$/, '')).toBe(html)
    expect(slide.codes).toEqual(codes)
  })

  test('an item that unfolds keeps the classes it has', async () => {
    const { steps, codes } = await pageOf('# A\n\n:::class[substep]\n- [x] a\n- b\n:::\n', {}, { language: 'markdown' })
    expect(steps[0]).toMatch(/<li class="task done substep"[^>]*>.*<li class="substep"/)
    expect(codes).toEqual([])
  })
})
