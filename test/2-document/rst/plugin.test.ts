import { unified } from 'unified'
import { expect, it } from 'vitest'
import type { Node } from '../../../src/2-document/nodes.ts'
import { rstParse, toPseudoXml } from '../../../src/rst.ts'

it('parses as a unified plugin and puts diagnostics on the file', async () => {
  const file = await unified()
    .use(rstParse)
    .use(function printer() {
      this.compiler = (tree) => toPseudoXml(tree as Node)
    })
    .process({ path: 'deck.rst', value: '- a\nb\n' })
  expect(String(file).split('\n')[0]).toBe('<document source="deck.rst">')
  expect(file.messages.map(({ source, ruleId, line, column, fatal }) => ({ source, ruleId, line, column, fatal }))).toEqual([
    { source: 'rst', ruleId: 'unexpected-unindent', line: 2, column: 1, fatal: false },
  ])
})

it('takes settings as its options', () => {
  const document = unified().use(rstParse, { source: 'a', idPrefix: 'x-' }).parse('A\n=\n')
  expect(document.children[0]?.ids).toEqual(['x-a'])
})
