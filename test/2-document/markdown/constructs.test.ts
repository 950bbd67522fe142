import { describe, expect, test } from 'vitest'
import { read, rstTree } from './read.ts'

describe('is the same tree as in reStructuredText', () => {
  test.each([
    ['a list', '- a\n- b', '- a\n- b'],
    ['a numbered list', '1. a\n2. b', '1. a\n2. b'],
    ['marks', 'A *b* **c** `d` :sub[2] :math[x_1]', 'A *b* **c** ``d`` :sub:`2` :math:`x_1`'],
    ['code', '```python\na = 1\n\nb\n```', '.. code:: python\n\n   a = 1\n\n   b'],
    ['code with a tab that is partly the list’s', '- b\n\n  ```\n  x\n\ty = 1\n  ```', '- b\n\n  ::\n\n    x\n      y = 1'],
    ['numbered code', '```python showLineNumbers\na\nb\n```', '.. code:: python\n   :number-lines:\n\n   a\n   b'],
    ['a code directive', ':::code[python]{number-lines=7}\na\n:::', '.. code:: python\n   :number-lines: 7\n\n   a'],
    ['a formula', '$$\nx\n$$', '.. math::\n\n   x'],
    ['a picture', '![alt text](a.png){width=40%}', '.. image:: a.png\n   :alt: alt text\n   :width: 40%'],
    [
      'a figure',
      ':::figure[a.png]{width="40%" figclass=x}\nCaption\n\nLegend\n:::',
      '.. figure:: a.png\n   :width: 40%\n   :figclass: x\n\n   Caption\n\n   Legend',
    ],
    ['a drawing', '::svg[a.svg]{show="a b" steps="c | +d" .x}', '.. svg:: a.svg\n   :class: x\n   :show: a b\n   :steps: c | +d'],
    ['options on lines', ':::svg[a.svg]\n:show: a b\n:fit: cover\n:::', '.. svg:: a.svg\n   :show: a b\n   :fit: cover'],
    ['a box', '::: {.a .b}\nx\n:::', '.. container:: a b\n\n   x'],
    ['boxes in boxes', ':::a\n:::container[b]\nx\n:::\n:::\n', '.. container:: a\n\n   .. container:: b\n\n      x'],
    ['an admonition', ':::tip\nx\n:::', '.. tip:: x'],
    ["MyST's fence", '```{admonition} A *title*\n:class: c\n\nx\n```', '.. admonition:: A *title*\n   :class: c\n\n   x'],
    ["VitePress's words", '::: tip A *title* :::\nx\n:::', '.. admonition:: A *title*\n   :class: tip\n\n   x'],
    ["Docusaurus's words, with a class", ':::admonition A title {.c}\nx\n:::', '.. admonition:: A title\n   :class: c\n\n   x'],
    ["MyST's colons", ':::{warning}\nx\n:::', '.. warning:: x'],
    ['a class', ':::class[substep]\n- a\n:::', '.. class:: substep\n\n   - a'],
    ['a quotation', '> a\n>\n> -- b', 'x\n\n   a\n\n   -- b'],
    ['raw HTML', ':::raw[html]\n<b>\n:::', '.. raw:: html\n\n   <b>'],
    ['CSV', ':::csv-table[Title]\n:header: a, b\n\n1, *2*\n:::', '.. csv-table:: Title\n   :header: a, b\n\n   1, *2*'],
    [
      'a table of lists',
      ':::list-table{header-rows=1}\n- - a\n  - b\n- - c\n  - d\n:::',
      '.. list-table::\n   :header-rows: 1\n\n   - - a\n     - b\n   - - c\n     - d',
    ],
    ['a default role', ':::default-role[math]\n:::\n\n:::rst\n`x`\n:::', '.. default-role:: math\n\n`x`'],
    ['a topic in a sidebar', '::::sidebar[A]\n:::topic[B]\nc\n:::\n::::', '.. sidebar:: A\n\n   .. topic:: B\n\n      c'],
    [
      'a topic of reStructuredText in a sidebar',
      '::::sidebar[A]\n:::rst\n.. topic:: B\n\n   c\n:::\n::::',
      '.. sidebar:: A\n\n   .. topic:: B\n\n      c',
    ],
    ['a sidebar behind a sidebar', ':::sidebar[A]\nb\n:::\n\n:::sidebar[C]\nd\n:::', '.. sidebar:: A\n\n   b\n\n.. sidebar:: C\n\n   d'],
    ['anything', ':::rst\nTerm\n  Definition\n\n| a\n| b\n:::', 'Term\n  Definition\n\n| a\n| b'],
  ])('%s', (name, markdown, rst) => {
    const expected = name === 'a quotation' ? rstTree(rst).split('\n').slice(2).join('\n') : rstTree(rst)
    const { tree, codes } = read(markdown)
    expect(tree).toBe(expected)
    expect(codes.filter((code) => !code.startsWith('markdown/unknown-directive'))).toEqual([])
  })
})

describe('is what it says', () => {
  test.each([
    ['a time is no role', 'at 12:30', '<paragraph>\n    at 12:30'],
    ['an unknown role is text', ':foo[a *b*]{c}', '<paragraph>\n    :foo[a \n    <emphasis>\n        b\n    ]{c}'],
    ['prices are no formula', '$5 or $6', '<paragraph>\n    $5 or $6'],
    [
      'a tick',
      '- [x] a',
      '<bullet_list bullet="-">\n    <list_item classes="task done">\n        <paragraph>\n            <inline classes="task-box">\n                ☑ \n            a',
    ],
    ['struck out', '~~a~~', '<paragraph>\n    <inline classes="strike">\n        a'],
    ['a hard break', 'a\\\nb', '<paragraph>\n    a\n    <line>\n    b'],
    ["GitHub's alert", '> [!WARNING]\n> a', '<warning>\n    <paragraph>\n        a'],
    ['words with a class', '[a]{.b}', '<paragraph>\n    <inline classes="b">\n        a'],
    ['lines that are marked', '```js {1,3-4}\na\n```', '<literal_block classes="code js" xml:space="preserve">\n    a'],
    ['a word in braces is no attribute', '## {title}', '<section ids="title" names="{title}">\n    <title>\n        {title}'],
    [
      'links and notes of the document in a title',
      ':::admonition[[a] [^b]]\nc\n:::\n\n[A]: x\n\n[^b]: d',
      '<admonition classes="admonition-a-b">\n    <title>\n        <reference refuri="x">\n            a\n         \n        <footnote_reference auto="1" ids="footnote-reference-1" refname="b">\n    <paragraph>\n        c\n<footnote auto="1" ids="b" names="b">\n    <paragraph>\n        d',
    ],
    [
      'a link of the document in a title, whatever the case of its letters',
      ':::admonition[[ẞ] [Σ  ς]]\nc\n:::\n\n[ss]: x\n\n[σ σ]: y',
      '<admonition classes="admonition-sz">\n    <title>\n        <reference refuri="x">\n            ẞ\n         \n        <reference refuri="y">\n            Σ  ς\n    <paragraph>\n        c',
    ],
    ['a comment', '<!-- a -->', '<comment xml:space="preserve">\n    a'],
  ])('%s', (_, markdown, expected) => {
    expect(read(markdown)).toEqual({ tree: expected, codes: [] })
  })
})

describe('mistakes are told with their place', () => {
  test.each([
    ['an option that there is not', 'x\n\n::svg[a.svg]{shwo=a}', ['rst/directive-option-unknown@3:1']],
    ['an argument that is missing', ':::figure\nx\n:::', ['rst/directive-arguments-missing@1:1']],
    ['a directive that there is not', '> :::nope\n> x\n> :::', ['markdown/unknown-directive@1:3']],
    ['a sidebar in a sidebar', '::::sidebar[A]\n:::sidebar[B]\nc\n:::\n::::', ['rst/sidebar-in-sidebar@2:1']],
    ['a topic in a quotation in a sidebar', '::::sidebar[A]\n> :::topic[B]\n> c\n> :::\n::::', ['rst/directive-misplaced@2:3']],
    ['a directive without an end', ':::note\nx', ['markdown/directive-not-closed@1:1']],
    ['an attribute of a later heading', '# A\n\n---\n\n# B\n\n# C {data-x=1}', ['markdown/attribute-without-element@7:6']],
    ['a component', 'a <Tweet id="1">b</Tweet> <B>c</B>', ['markdown/component@1:3']],
    ['lines that light up in turn', '```js {1|2}\na\n```', ['markdown/code-steps@1:4']],
  ])('%s', (_, markdown, codes) => {
    expect(read(markdown).codes).toEqual(codes)
  })
})

test('a topic in a file that a sidebar includes stands directly in the sidebar', () => {
  const readFile = () => ({ path: 'a.md', text: ':::topic[B]\nc\n:::\n' })
  const { tree, codes } = read('::::sidebar[A]\nb\n\n::include[a.md]\n::::', { readFile })
  expect(tree).toBe(rstTree('.. sidebar:: A\n\n   b\n\n   .. topic:: B\n\n      c'))
  expect(codes).toEqual([])
})
