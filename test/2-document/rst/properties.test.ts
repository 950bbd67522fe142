import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Node } from '../../../src/2-document/nodes.ts'
import { parse, toPseudoXml } from '../../../src/rst.ts'

/** One seed for all, so that a failure is the same everywhere. */
const run = { seed: 20_260_101, numRuns: 400 }

// What a text is made of, so that constructs meet each other more often than in random letters.
const starts = [
  '- ',
  '* ',
  '1. ',
  'a) ',
  '#. ',
  ':a: ',
  '-o  ',
  '--o=x  ',
  '>>> ',
  '| ',
  '.. ',
  '.. _a: ',
  '.. __: ',
  '__ ',
  '.. [1] ',
  '.. [#a] ',
]
const more = [
  '.. [b] ',
  '.. |c| replace:: ',
  '.. note:: ',
  '.. image:: ',
  '.. unknown:: ',
  '.. code:: ',
  '+---+',
  '| a |',
  '=== ===',
  '====',
  '----',
  '::',
]
const words = [
  'a',
  'b c',
  '*a*',
  '**b**',
  '``c``',
  '`d`_',
  'e_',
  '|c|',
  '[1]_',
  '*',
  '`',
  'x::',
  '\\',
  'http://a.b',
  ':emphasis:`f`',
  '_`g`',
  '<h>',
  'é',
  '日本',
]

const line = fc
  .tuple(fc.nat({ max: 6 }), fc.constantFrom('', '', ...starts, ...more), fc.array(fc.constantFrom(...words), { maxLength: 3 }))
  .map(([indent, start, text]) => (' '.repeat(indent) + start + text.join(' ')).trimEnd())
const structured = fc
  .array(fc.oneof({ weight: 3, arbitrary: line }, { weight: 1, arbitrary: fc.constant('') }), { maxLength: 14 })
  .map((lines) => lines.join('\n'))
const anyText = fc.oneof(structured, fc.string({ unit: 'binary', maxLength: 80 }), fc.string({ unit: 'grapheme', maxLength: 80 }))

const each = (node: Node, visit: (node: Node, parent: Node | undefined) => void): void => {
  visit(node, undefined)
  const walk = (parent: Node): void => {
    if (parent.type === 'text') return
    for (const child of parent.children) {
      visit(child, parent)
      walk(child)
    }
  }
  walk(node)
}

describe('any text', () => {
  it('becomes a tree of plain data that can be printed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const document = parse(text)
        expect(toPseudoXml(document).startsWith('<document')).toBe(true)
        expect(JSON.parse(JSON.stringify(document))).toEqual(document)
      }),
      run,
    )
  })

  it('has positions within the text whose line and column agree with their offset', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const before = linesBefore(text)
        each(parse(text), ({ position }) => {
          if (!position) return
          expect(position.start.offset).toBeGreaterThanOrEqual(0)
          expect(position.end.offset).toBeLessThanOrEqual(text.length)
          expect(position.start.offset).toBeLessThanOrEqual(position.end.offset)
          const { line, column, offset } = position.start
          if (before[line - 1] !== undefined) expect(offset).toBe((before[line - 1] ?? 0) + column - 1)
        })
      }),
      run,
    )
  })

  it('has positions that nest, messages aside', () => {
    fc.assert(
      fc.property(structured, (text) => {
        each(parse(text), (node, parent) => {
          if (node.type === 'system_message' || parent?.type === 'system_message' || !parent?.position || !node.position) return
          expect([node.type, node.position.start.offset >= parent.position.start.offset]).toEqual([node.type, true])
          expect([node.type, node.position.end.offset <= parent.position.end.offset]).toEqual([node.type, true])
        })
      }),
      run,
    )
  })

  it('keeps each text at its place, white space and escapes aside', () => {
    const bare = (text: string): string => text.replace(/[\s\\]+/g, '')
    fc.assert(
      fc.property(structured, (text) => {
        each(parse(text), (node) => {
          if (node.type !== 'text' || !node.position) return
          expect(bare(text.slice(node.position.start.offset, node.position.end.offset))).toBe(bare(node.value))
        })
      }),
      run,
    )
  })

  it('reads the same a second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(parse(text)).toEqual(parse(text))
      }),
      run,
    )
  })
})

describe('paragraphs', () => {
  // The language itself says so only of blocks that cannot take up what follows.
  it('parsed one by one are the paragraphs of the whole', () => {
    const paragraph = fc.array(fc.constantFrom('alpha', 'beta *gamma*', '``delta`` epsilon', 'zeta.'), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 6 }), (paragraphs) => {
        const texts = paragraphs.map((lines) => lines.join('\n'))
        const printed = (text: string) => parse(text).children.map(toPseudoXml).join('')
        expect(printed(texts.join('\n\n'))).toBe(texts.map(printed).join(''))
      }),
      run,
    )
  })
})

/** Where each line begins, for the line ends that the parser knows. */
const linesBefore = (text: string): number[] => {
  const begins = [text.charCodeAt(0) === 0xfeff ? 1 : 0]
  for (const { index, 0: end } of text.matchAll(/\r\n|[\n\r\x1c-\x1e\x85\u2028\u2029]/g)) begins.push(index + end.length)
  return begins
}
