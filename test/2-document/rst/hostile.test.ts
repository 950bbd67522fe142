import { describe, expect, it } from 'vitest'
import type { Node } from '../../../src/2-document/nodes.ts'
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts'
import { parse, toPseudoXml } from '../../../src/rst.ts'

const noLimit = { lineLengthLimit: Number.POSITIVE_INFINITY }

/** Every one of these takes more than the test's time, or all of the stack, unless reading is linear and its depth bounded. */
const texts: Record<string, string> = {
  'bullets in bullets on one line': '* '.repeat(500_000),
  'numbers in numbers': '1. '.repeat(100_000),
  'fields in fields': ':a: '.repeat(100_000),
  'quotes in quotes': Array.from({ length: 1_000 }, (_, depth) => `${' '.repeat(depth)}a`).join('\n\n'),
  'directives in directives': Array.from({ length: 300 }, (_, depth) => `${'   '.repeat(depth)}.. note::\n`).join('\n'),
  'ever deeper lines of a line block': Array.from({ length: 1_000 }, (_, depth) => `| ${' '.repeat(depth)}a`).join('\n'),
  'ever less deep lines of a line block': Array.from({ length: 1_000 }, (_, depth) => `| ${' '.repeat(1_000 - depth)}a`).join('\n'),
  'a hundred thousand items': '* a\n'.repeat(100_000),
  'a hundred thousand one-item lists': '* a\n- a\n'.repeat(50_000),
  'a hundred thousand blank lines': '\n'.repeat(100_000),
  'fifty thousand quotes with attributions': '  a\n\n  -- b\n\n'.repeat(50_000),
  'a name that never ends': `.. _a\n${'   b\n'.repeat(100_000)}`,
  'a substitution that never ends': `.. |a\n${'   b\n'.repeat(100_000)}`,
  'one name for many targets': '.. _a:\n'.repeat(30_000),
  'one name for many titles': 'A\n=\n\n'.repeat(20_000),
  'sections opening and closing': 'A\n=\n\nB\n-\n\n'.repeat(10_000),
  'a million letters': 'a'.repeat(1_000_000),
  'a million backslashes before colons': `${'\\'.repeat(1_000_000)}::`,
  'a million colons': `.. _${':'.repeat(1_000_000)}`,
  'a million digits': `${'9'.repeat(1_000_000)}. a`,
  'a million Roman digits': `${'M'.repeat(1_000_000)}. a`,
  'a long option argument': `-a <${'b'.repeat(1_000_000)}`,
  'many options': '-a, '.repeat(250_000),
  'half a mail address': `.. _a: ${'a.'.repeat(500_000)}@`,
  'half a directive name': `.. ${'a-'.repeat(500_000)}`,
  'more messages than a call takes arguments': '*a '.repeat(150_000),
  'the same in a line block': `| ${'*a '.repeat(150_000)}`,
  'the same in an attribution': `  a\n\n  -- ${'*a '.repeat(150_000)}`,
  'the same number of blocks in a footnote': `.. [1] a\n\n${'   a\n\n'.repeat(150_000)}`,
  'the same number of blocks in a definition': `a\n${'   a\n\n'.repeat(150_000)}`,
  'roles of roles': `.. role:: r0\n${Array.from({ length: 12_000 }, (_, at) => `.. role:: r${at + 1}(r${at})\n`).join('')}\n:r12000:\`a\``,
  'headers over headers': '.. header:: a\n\n'.repeat(30_000),
  'a row of a hundred thousand cells': `.. csv-table::\n\n   ${'a,'.repeat(100_000)}`,
  'literal blocks that are missing': 'a::\n\n'.repeat(30_000),
}

describe('hostile text is read to its end', () => {
  it.each(Object.entries(texts))('%s', (_, text) => {
    const document = parse(text, noLimit)
    expect(document.type).toBe('document')
    expect(depthOf(document)).toBeLessThan(500)
  })
})

describe('limits', () => {
  it('nests a hundred blocks; what is inside stays literal, with a message', () => {
    const found: Diagnostic[] = []
    const document = parse('* '.repeat(150), { report: (diagnostic) => found.push(diagnostic) })
    expect(found.map(({ code }) => code)).toEqual(['rst/too-deep'])
    expect(toPseudoXml(document)).toContain(`<literal_block xml:space="preserve">`)
  })

  it.each([
    ['simple table', `${'= '.repeat(400)}\n${'a\n'.repeat(400)}${'= '.repeat(400)}\n`, 'rst/malformed-table'],
    ['csv-table', `.. csv-table::\n\n   ${'a,'.repeat(400)}\n${'   a\n'.repeat(400)}`, 'rst/table-too-sparse'],
  ])('makes no hundred thousand empty cells of a %s', (_, text, code) => {
    const found: Diagnostic[] = []
    expect(parse(text, { report: (diagnostic) => found.push(diagnostic) }).children.map(({ type }) => type)).toEqual(['system_message'])
    expect(found.map((diagnostic) => diagnostic.code)).toEqual([code])
  })

  it('quotes definitions within definitions a few times', () => {
    const text = '.. |a| replace:: '.repeat(500)
    const printed = toPseudoXml(parse(text))
    expect(printed.length).toBeLessThan(30 * text.length)
    expect(printed.match(/<literal_block /g)).toHaveLength(11)
  })

  it('does not read a text with a line beyond the limit', () => {
    const found: Diagnostic[] = []
    const settings = { source: 'a.rst', lineLengthLimit: 10, report: (diagnostic: Diagnostic) => found.push(diagnostic) }
    expect(parse('short\n\n0123456789', settings).children).toHaveLength(2)
    const document = parse('short\n\n0123456789a', settings)
    expect(document.children.map(({ type }) => type)).toEqual(['system_message'])
    expect(found.map(({ code, position }) => [code, position?.start.line])).toEqual([['rst/line-too-long', 3]])
  })

  it.each(['\0', '\ud800', '\udc00::\n\n  \ud800', '\ufeff\n', '\v\f', 'a\r\nb\rc\n', '\u2028', '\x1c\x1d\x85'])('takes %j', (text) => {
    expect(parse(text).type).toBe('document')
  })
})

function depthOf(root: Node): number {
  let deepest = 0
  const open = [{ node: root, depth: 1 }]
  for (let next = open.pop(); next; next = open.pop()) {
    deepest = Math.max(deepest, next.depth)
    if (next.node.type !== 'text') for (const child of next.node.children) open.push({ node: child, depth: next.depth + 1 })
  }
  return deepest
}
