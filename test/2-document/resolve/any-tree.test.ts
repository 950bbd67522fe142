import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Document, Node } from '../../../src/2-document/nodes.ts'
import { toPseudoXml } from '../../../src/2-document/pseudo-xml.ts'
import { resolve } from '../../../src/2-document/resolve/resolve.ts'
import { parse } from '../../../src/2-document/rst/parse.ts'

const repeat = (count: number, line: (index: number) => string) => Array.from({ length: count }, (_, index) => line(index)).join('')

const codesOf = (document: Document) => {
  const codes: string[] = []
  resolve(document, { report: ({ code }) => codes.push(code) })
  return codes
}

const nodesOf = (root: Node): Node[] => {
  const nodes: Node[] = [root]
  for (let index = 0; index < nodes.length; index++) nodes.push(...((nodes[index] as { children?: Node[] }).children ?? []))
  return nodes
}

describe('resolve takes any tree', () => {
  test('of long chains', () => {
    const chain = `${repeat(20_000, (index) => `.. _t${index}: t${index + 1}_\n`)}.. _t20000: http://end\n\nt0_`
    expect(toPseudoXml(resolve(parse(chain)))).toMatch(/<reference name="t0" refuri="http:\/\/end">/)
    const row = `${repeat(20_000, (index) => `.. _t${index}:\n`)}\npara t0_`
    expect(toPseudoXml(resolve(parse(row)))).toMatch(/<reference name="t0" refid="t0">/)
  })

  test('that is deeper than the call stack', () => {
    const document: Document = { type: 'document', source: 'deep', children: [] }
    let parent: Node[] = document.children
    for (let level = 0; level < 50_000; level++) {
      const section: Node = { type: 'section', ids: [`s${level}`], children: [{ type: 'title', children: [{ type: 'text', value: 'x' }] }] }
      parent.push({ type: 'paragraph', children: [] }, section)
      parent = section.children
    }
    parent.push({ type: 'pending', transform: 'docutils.transforms.parts.SectNum', details: { depth: 3 }, children: [] })
    const resolved = resolve(document)
    expect((resolved.children[1] as { children: Node[] }).children[0]).toMatchObject({ type: 'title', auto: 1 })
  })

  test('of substitutions that multiply', () => {
    const bomb = `|x0|\n\n${repeat(12, (index) => `.. |x${index}| replace:: ${`|x${index + 1}|\\ `.repeat(10)}\n`)}.. |x12| image:: x\n`
    expect(codesOf(parse(bomb))).toContain('document/too-much-generated')
    expect(codesOf(parse(bomb)).filter((code) => code === 'document/too-much-generated')).toHaveLength(1)
  })

  test('of contents in each of many sections', () => {
    const text = repeat(1500, (index) => `T${index}\n=====\n\n.. contents::\n\n`)
    expect(codesOf(parse(text))).toEqual(['document/too-much-generated'])
  })

  test('of contents with much markup in the titles', () => {
    const title = '*a* '.repeat(500)
    const text = repeat(50, () => `${title}\n${'='.repeat(2000)}\n\n.. contents::\n\n`)
    expect(codesOf(parse(text)).filter((code) => code.startsWith('document/'))).toEqual(['document/too-much-generated'])
    expect(nodesOf(resolve(parse(text))).length).toBeLessThan(300_000)
  })

  test('of many notes for many targets', () => {
    const text = `${repeat(400, (index) => `a${index}_ `)}\n\n${repeat(400, (index) => `.. _a${index}: http://${index}\n`)}`
    const document = parse(`${text}\n${'.. target-notes::\n\n'.repeat(400)}`)
    expect(codesOf(document)).toEqual(['document/too-much-generated'])
    expect(nodesOf(resolve(document)).length).toBeLessThan(150_000)
  })

  test('with the names of object members', () => {
    const text = '__proto__\n=========\n\n`__proto__`_ constructor_ |constructor| [#toString]_\n\n.. _constructor: http://x\n\nOther\n====='
    expect(codesOf(parse(text))).toEqual([
      'document/unknown-substitution',
      'document/too-few-numbered-footnotes',
      'document/unknown-footnote',
    ])
  })

  test('made by hand, without positions and markup as written', () => {
    const children: Node[] = [
      { type: 'reference', refname: 'nowhere', children: [{ type: 'text', value: 'words' }] },
      { type: 'footnote_reference', auto: 1, children: [] },
      { type: 'substitution_reference', refname: 'x', children: [] },
    ]
    const document: Document = { type: 'document', source: 'hand', children: [{ type: 'paragraph', children } as Node] }
    expect(nodesOf(resolve(document)).flatMap((node) => (node.type === 'text' ? node.value : []))).toEqual(['`words`_', '[#]_', '|x|'])
  })

  test('with a pending node that nobody knows', () => {
    const document: Document = {
      type: 'document',
      source: 'hand',
      children: [{ type: 'pending', transform: 'mine', details: {}, children: [] }],
    }
    expect(codesOf(document)).toEqual(['document/unknown-pending'])
    expect(resolve(document).children).toEqual([])
  })
})

const words = ['a_', 'b__', '`c <a_>`_', '[#]_', '[#f]_', '[*]_', '[1]_', '[C]_', '|s|', '|t|_', '_`a`', 'text', '*em*']
const inline = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' '))
const block = fc.oneof(
  inline,
  fc.constantFrom(
    '.. _a:',
    '.. _b: a_',
    '.. _a: http://a',
    '__ b_',
    '__',
    '.. class:: c',
    '.. comment',
    '----',
    '.. contents::',
    '.. sectnum::',
  ),
  fc.constantFrom(
    '.. target-notes::',
    ':Author: x',
    ':Authors: a; b',
    '.. header:: h [#]_',
    '- a\n\n  .. class:: d',
    '.. meta::\n   :k: v',
  ),
  inline.map((text) => `.. |s| replace:: ${text}`),
  inline.map((text) => `.. |t| replace:: ${text}`),
  fc.constantFrom('#', '#f', '*', '1', 'C').chain((label) => inline.map((text) => `.. [${label}] ${text}`)),
  fc.constantFrom('=', '-').map((line) => `Title\n${line.repeat(8)}`),
)

test('whatever stands in a document, resolving it completes it', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
      const parsed = parse(blocks.join('\n\n'))
      const before = JSON.stringify(parsed)
      const resolved = resolve(parsed)
      expect(JSON.stringify(parsed)).toBe(before)
      expect(toPseudoXml(resolve(JSON.parse(before)))).toBe(toPseudoXml(resolved))
      for (const node of nodesOf(resolved)) {
        expect(node.type).not.toMatch(/^(?:pending|substitution_reference)$/)
        expect(node.position).toBeDefined()
        const { names: _, ...attributes } = node
        expect(Object.values(attributes).filter((value) => value === undefined)).toEqual([])
        for (const list of ['ids', 'names', 'dupnames', 'classes', 'backrefs'] as const) expect(node[list]).not.toEqual([])
      }
    }),
    { seed: 3, numRuns: 300 },
  )
})
