import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Node } from '../../../../src/2-document/nodes.ts'
import { toPseudoXml } from '../../../../src/2-document/pseudo-xml.ts'
import { parse } from '../../../../src/2-document/rst/parse.ts'

const textsOf = (node: Node): Extract<Node, { type: 'text' }>[] => {
  if (node.type === 'text') return [node]
  return (node.children as Node[]).flatMap(textsOf)
}
const bare = (text: string) => text.replace(/[\s\\]+/g, '')
const slices = (source: string) =>
  textsOf(parse(source)).map(({ value, position }) => [bare(value), bare(source.slice(position?.start.offset, position?.end.offset))])

describe('each text is at its place', () => {
  test.each([
    ['over several lines', 'a *b\nc* d\n``e``\nf_ `g\nh <i>`__'],
    ['in a nested block', '- x\n\n  > a *b\n    c* d'],
    ['after tabs', '\ta\t*b*\tc'],
    ['beside other cells', '+----+---+\n| *a | b |\n| c* | d |\n+----+---+'],
    ['in a literal block of a cell', '+------+---+\n| a::  | b |\n|      |   |\n|   *c | d |\n|   d* |   |\n+------+---+'],
    ['in the messages of cells', '===  =====  =====\n1    a      b\n     -----  -----\n2\n===  =====  ====='],
    ['in messages', 'a\n  b\nc\n===\n\n*d\n\n.. nothing:: x\n   y\n\n.. image::'],
    ['beside line numbers', '.. code::\n   :number-lines:\n\n   a\n   b'],
    ['in wide cells', '====  ===\n北京  *b*\n南a   c\n====  ==='],
  ])('%s', (_name, source) => {
    const found = slices(source)
    expect(found.length).toBeGreaterThan(0)
    for (const [value, slice] of found) expect(slice).toBe(value)
  })

  test('in any paragraph', () => {
    const token = fc.constantFrom(...'* ** ` `` | [ ] 1 a b_ _` `_ : :b: \\ http://x a@b.c ( ) " < > 北 é 😀'.split(' '), ' ', '\n')
    fc.assert(
      fc.property(fc.array(token, { maxLength: 25 }), (tokens) => {
        const source = `x ${tokens.join('').replace(/\s*\n\s*/g, '\n')}`
        // An alias is shown in its normalized form.
        fc.pre(!/_>/.test(source))
        for (const [value, slice] of slices(source)) expect(slice).toBe(value)
      }),
      { seed: 20_261_122, numRuns: 400 },
    )
  })
})

describe('hostile text is read to its end', () => {
  const many = 100_000
  test.each([
    '`a ',
    '*a ',
    '**a ',
    '``a ',
    '|a ',
    '_`a ',
    '[a ',
    '[#a-',
    '`',
    '*',
    '|',
    '[',
    '_',
    ':',
    '@',
    'a-',
    'a_',
    'a:',
    ':a:`',
    'a@b.',
    'mailto:x ',
    '`a <b ',
  ])('%j many times on one line', (piece) => {
    const document = parse(`x ${piece.repeat(many)}`, { lineLengthLimit: Number.POSITIVE_INFINITY })
    expect(document.children[0]?.type).toBe('paragraph')
  })

  test.each([
    '\0',
    '\\',
    'a\0*b*',
    '\ud800 *a* \udc00',
    '*a\ud83d*',
    ':__proto__:`a`',
    '|__proto__|',
    '`a <constructor_>`_',
    '[__proto__]_',
  ])('%j', (source) => {
    expect(toPseudoXml(parse(source))).toContain('<document')
  })
})
