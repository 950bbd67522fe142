import { describe, expect, test } from 'vitest'
import { toPseudoXml } from '../../../../src/2-document/pseudo-xml.ts'
import { parse } from '../../../../src/2-document/rst/parse.ts'
import type { Settings } from '../../../../src/2-document/settings.ts'
import type { Diagnostic } from '../../../../src/diagnostics/diagnostic.ts'

/** The paragraph's children as pseudo-XML, one level out, and the diagnostics as `code@line:column`. */
const read = (source: string, settings: Settings = {}) => {
  const found: Diagnostic[] = []
  const document = parse(source, { ...settings, report: (diagnostic) => found.push(diagnostic) })
  const lines = document.children.flatMap((node) => ('children' in node && node.type === 'paragraph' ? node.children : []))
  return {
    tree: lines.map((node) => toPseudoXml(node)).join(''),
    diagnostics: found.map(({ code, position }) => `${code}@${position?.start.line}:${position?.start.column}`),
  }
}

const xml = (...lines: string[]) => `${lines.join('\n')}\n`

const wellFormed: readonly (readonly [name: string, source: string, tree: string])[] = [
  ['emphasis', '*a b*', xml('<emphasis>', '    a b')],
  ['strong', '**a**', xml('<strong>', '    a')],
  ['strong around an asterisk', '***a**', xml('<strong>', '    *a')],
  ['a literal keeps backslashes', '``\\*``', xml('<literal>', '    \\*')],
  ['an escape takes an asterisk for itself', '\\*a\\*', xml('*a*')],
  ['an escaped blank disappears', '*a*\\ b', xml('<emphasis>', '    a', 'b')],
  ['markup next to punctuation', '(*a*)', xml('(', '<emphasis>', '    a', ')')],
  ['no markup within a word', 'a*b*c', xml('a*b*c')],
  ['a quoted start-string is text', '"*" (*) <*> «*» „*“', xml('"*" (*) <*> «*» „*“')],
  ['punctuation newer than docutils’ table is none', '⸺*a* §*a*', xml('⸺*a* §*a*')],
  ['full-width brackets quote, too', '［*］ ｛*｝ （*）', xml('［*］ ｛*｝ （*）')],
  ['substitution', '|a  b|', xml('<substitution_reference refname="a b">', '    a  b')],
  ['substitution that refers', '|A|_', xml('<reference refname="a">', '    <substitution_reference refname="A">', '        A')],
  ['simple reference', 'A-b_', xml('<reference name="A-b" refname="a-b">', '    A-b')],
  ['anonymous reference', 'a__', xml('<reference anonymous="1" name="a">', '    a')],
  ['no reference inside a word', 'a_b', xml('a_b')],
  ['phrase reference', '`A  b`_', xml('<reference name="A b" refname="a b">', '    A  b')],
  [
    'embedded URI',
    '`a <http://x.y/>`_',
    xml('<reference name="a" refuri="http://x.y/">', '    a', '<target ids="a" names="a" refuri="http://x.y/">'),
  ],
  ['embedded URI, anonymous', '`a <x y>`__', xml('<reference name="a" refuri="xy">', '    a')],
  ['embedded alias', '`a <B_>`__', xml('<reference name="a" refname="b">', '    a')],
  ['embedded e-mail address', '`a <b@c.de>`__', xml('<reference name="a" refuri="mailto:b@c.de">', '    a')],
  ['inline target', '_`A b`', xml('<target ids="a-b" names="a\\ b">', '    A b')],
  [
    'footnotes',
    '[1]_ [#]_ [#a]_ [*]_',
    xml(
      '<footnote_reference ids="footnote-reference-1" refname="1">',
      '    1',
      ' ',
      '<footnote_reference auto="1" ids="footnote-reference-2">',
      ' ',
      '<footnote_reference auto="1" ids="footnote-reference-3" refname="a">',
      ' ',
      '<footnote_reference auto="*" ids="footnote-reference-4">',
    ),
  ],
  ['citation', '[Ab1]_', xml('<citation_reference ids="citation-reference-1" refname="ab1">', '    Ab1')],
  ['URI without its full stop', 'http://a.b/c?d#e.', xml('<reference refuri="http://a.b/c?d#e">', '    http://a.b/c?d#e', '.')],
  ['e-mail address', 'a.b@c.de', xml('<reference refuri="mailto:a.b@c.de">', '    a.b@c.de')],
  ['a dot in an e-mail address stands between two other characters', 'a..b@c.de a.@c.de .a@b.de', xml('a..b@c.de a.@c.de .a@b.de')],
  ['after the sign dots may stand together', 'a@b..c', xml('<reference refuri="mailto:a@b..c">', '    a@b..c')],
  ['an unknown scheme hides what follows', 'x:y http://a.b', xml('x:y http://a.b')],
]

describe('well-formed markup', () => {
  test.each(wellFormed)('%s', (_name, source, tree) => {
    expect(read(source)).toEqual({ tree, diagnostics: [] })
  })

  test.each([
    ['a*b*c', xml('a', '<emphasis>', '    b', 'c')],
    ['a**b**`c`', xml('a', '<strong>', '    b', '<title_reference>', '    c')],
    [
      '[1]_[a]_',
      xml(
        '<footnote_reference ids="footnote-reference-1" refname="1">',
        '    1',
        '<citation_reference ids="citation-reference-1" refname="a">',
        '    a',
      ),
    ],
    ['a_b_c', xml('<reference name="a_b" refname="a_b">', '    a_b', 'c')],
    ['x:t:`a`', xml('x', '<title_reference>', '    a')],
    ['a\\*b*', xml('a*b*')],
    ['a\\\\\\*b', xml('a\\*b')],
  ])('character-level: %s', (source, tree) => {
    expect(read(source, { characterLevelInlineMarkup: true })).toEqual({ tree, diagnostics: [] })
  })
})

test('the blank before a footnote reference may go, that before a citation stays', () => {
  const { tree } = read('a [1]_ [B]_', { trimFootnoteReferenceSpace: true })
  expect(tree).toBe(
    xml(
      'a',
      '<footnote_reference ids="footnote-reference-1" refname="1">',
      '    1',
      ' ',
      '<citation_reference ids="citation-reference-1" refname="b">',
      '    B',
    ),
  )
})

const mistakes: readonly (readonly [source: string, problematic: string, diagnostic: string])[] = [
  ['a\nb *c', '*', 'rst/inline-without-end@2:3'],
  ['**a', '**', 'rst/inline-without-end@1:1'],
  ['``a', '``', 'rst/inline-without-end@1:1'],
  ['`a', '`', 'rst/inline-without-end@1:1'],
  ['|a', '|', 'rst/inline-without-end@1:1'],
  ['_`a', '_`', 'rst/inline-without-end@1:1'],
  [':b:`a`:c:', ':b:`a`:c:', 'rst/two-roles@1:1'],
  [':b:`a`_', ':b:`a`_', 'rst/role-and-reference@1:1'],
]

describe('mistakes', () => {
  test.each(mistakes)('%j', (source, problematic, diagnostic) => {
    const { tree, diagnostics } = read(source)
    expect(tree).toContain(`<problematic ids="problematic-1" refid="system-message-1">\n    ${problematic}\n`)
    expect(diagnostics).toEqual([diagnostic])
  })

  test('a message stands after the paragraph, on its first line', () => {
    expect(toPseudoXml(parse('a\nb *c', { source: 'x' }))).toMatch(
      /<\/?paragraph>[\s\S]*<system_message backrefs="problematic-1" ids="system-message-1" level="2" line="1" source="x" type="WARNING">/,
    )
  })
})
