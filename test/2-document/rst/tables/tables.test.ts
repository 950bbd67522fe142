import { describe, expect, test } from 'vitest'
import type { Node } from '../../../../src/2-document/nodes.ts'
import { parse } from '../../../../src/2-document/rst/parse.ts'
import type { Diagnostic } from '../../../../src/diagnostics/diagnostic.ts'

/** A table as text: `head`/`body` rows of cells; `a>1` spans one more column, `a^1` one more row. */
const outline = (source: string) => {
  const found: Diagnostic[] = []
  const document = parse(source, { report: (diagnostic) => found.push(diagnostic), lineLengthLimit: Number.POSITIVE_INFINITY })
  const rows: string[] = []
  const widths: unknown[] = []
  const visit = (node: Node, part: string): void => {
    if (node.type === 'colspec') widths.push(node.colwidth)
    if (node.type === 'row')
      rows.push(
        `${part}: ${node.children
          .map((entry) => textOf(entry) + (entry.morecols ? `>${entry.morecols}` : '') + (entry.morerows ? `^${entry.morerows}` : ''))
          .join(' | ')}`,
      )
    else if (node.type !== 'text' && node.type !== 'system_message')
      for (const child of node.children) visit(child, node.type === 'thead' ? 'head' : 'body')
  }
  visit(document, '')
  return { widths, rows, diagnostics: found.map(({ code, position }) => `${code}@${position?.start.line}`) }
}
const textOf = (node: Node): string =>
  node.type === 'text' ? node.value.replaceAll('\n', '/') : node.children.map((child) => textOf(child)).join('')

const drawings: readonly (readonly [name: string, lines: readonly string[], widths: readonly number[], rows: readonly string[]])[] = [
  ['grid', ['+--+---+', '|a |b  |', '|  |c  |', '+--+---+'], [2, 3], ['body: a | b/c']],
  ['grid with a head', ['+-+-+', '|a|b|', '+=+=+', '|c|d|', '+-+-+'], [1, 1], ['head: a | b', 'body: c | d']],
  ['grid with spans both ways', ['+-+-+-+', '|a  |b|', '+-+-+ |', '|c|d| |', '+-+-+-+'], [1, 1, 1], ['body: a>1 | b^1', 'body: c | d']],
  [
    'grid whose rows no single edge shows',
    ['+--+-----+', '|a |b    |', '|  +--+--+', '|  |c |d |', '+--+--+  |', '|e    |  |', '+-----+--+'],
    [2, 2, 2],
    ['body: a^1 | b>1', 'body: c | d^1', 'body: e>1'],
  ],
  ['grid with wide characters', ['+----+--+', '|北京|a |', '+----+--+'], [4, 2], ['body: 北京 | a']],
  ['simple', ['==  ===', 'a   b', '    c', 'd   e', '==  ==='], [2, 3], ['body: a | b/c', 'body: d | e']],
  ['simple with a head', ['= =', 'a b', '= =', 'c d', '= ='], [1, 1], ['head: a | b', 'body: c | d']],
  ['simple with a span', ['= = =', 'a b c', '- ---', 'd e f', '= = ='], [1, 1, 1], ['body: a | b c>1', 'body: d | e | f']],
  ['simple that runs over', ['= =', 'a bcd', '= ='], [1, 3], ['body: a | bcd']],
  ['simple with wide characters', ['==== =', '北京 a', '==== ='], [4, 1], ['body: 北京 | a']],
  ['simple with combining characters', ['== =', 'a\u0306b c', '== ='], [2, 1], ['body: a\u0306b | c']],
]

test.each(drawings)('%s', (_name, lines, widths, rows) => {
  expect(outline(lines.join('\n'))).toEqual({ widths, rows, diagnostics: [] })
})

const mistakes: readonly (readonly [name: string, lines: readonly string[], diagnostics: readonly string[]])[] = [
  ['no right border', ['+---+', '| a', '+---+'], ['rst/malformed-table@2']],
  ['no bottom border', ['+---+', '| a |', '| b |'], ['rst/malformed-table@3']],
  ['cells that are no rectangles', ['+-+-+', '|a| |', '+-+ |', '|b  |', '+---+'], ['rst/malformed-table@1']],
  ['two heads', ['+---+', '| a |', '+===+', '| b |', '+===+', '| c |', '+---+'], ['rst/malformed-table@5']],
  ['no blank line', ['+---+', '| a |', '+---+', 'b'], ['rst/table-without-blank-line@4']],
  ['indented text', ['+---+', '| a |', '+---+', '  b'], ['rst/unexpected-indentation@4', 'rst/table-without-blank-line@4']],
  [
    'a line without a border, and indented text below it',
    ['+---+', '| a |', 'b', '  c'],
    ['rst/unexpected-indentation@4', 'rst/malformed-table@3', 'rst/table-without-blank-line@3'],
  ],
  ['simple without a bottom', ['= =', 'a b'], ['rst/malformed-table@1']],
  ['simple with a short bottom', ['== ==', 'a  b', '== ='], ['rst/malformed-table@3']],
  ['text in the margin', ['= =', 'a b', 'cdd', '= ='], ['rst/malformed-table@3']],
  ['a span that ends early', ['= = =', 'a b c', '---', 'd e f', '= = ='], ['rst/malformed-table@3']],
  ['a span between columns', ['== == ==', 'a  b  c', '--- ----', '== == =='], ['rst/malformed-table@2']],
]

test.each(mistakes)('%s', (_name, lines, diagnostics) => {
  expect([...outline(lines.join('\n')).diagnostics].sort()).toEqual([...diagnostics].sort())
})

describe('large tables are read to their end', () => {
  const many = 100_000
  const columns = `+${'-+'.repeat(many)}`
  const comb = 300
  test.each([
    ['a grid of many columns', `${columns}\n|${'a|'.repeat(many)}\n${columns}`, many],
    ['one cell under many crosses', `${columns}\n|${'a'.repeat(2 * many - 1)}|\n${columns}`, many],
    ['a comb', `+${'-+'.repeat(comb)}\n${`|${' |'.repeat(comb)}\n+${'-'.repeat(2 * comb - 1)}+\n`.repeat(comb)}`, comb],
    ['a simple table with a line that is nearly a border', `= =\n${'='.repeat(many)}x\n= =\n`, 0],
    ['a simple table of many columns', `${'= '.repeat(many).trim()}\n${'a '.repeat(many).trim()}\n${'= '.repeat(many).trim()}`, many],
  ])('%s', (_name, source, count) => {
    expect(outline(source).widths.length).toBe(count)
  })
})

test('an escaped line end makes one text of what stands in two lines of a cell', () => {
  const [table] = parse('+----+--+\n| a\\ | b|\n| c  | d|\n+----+--+').children
  const texts: string[] = []
  const visit = (node: Node): void => {
    if (node.type === 'text') texts.push(node.value)
    else for (const child of node.children) visit(child)
  }
  visit(table as Node)
  expect(texts).toEqual(['ac', 'b\n', 'd'])
})
