import { describe, expect, test } from 'vitest'
import type { Node } from '../../../src/2-document/nodes.ts'
import { parseMarkdown } from '../../../src/2-document/parse-markdown.ts'

/** What becomes of a text: formulas between angles, other text as it is; and the codes that are told. */
function read(text: string) {
  const codes: string[] = []
  const document = parseMarkdown(text, { report: ({ code, position }) => codes.push(`${code}@${position?.start.line}`) })
  const shown = (node: Node): string => {
    if (node.type === 'text') return node.value
    const inner = (node.children as Node[]).map(shown).join(node.type === 'document' || node.type === 'section' ? '|' : '')
    if (node.type === 'math') return `⟨${inner}⟩`
    if (node.type === 'math_block') return `⟪${inner}⟫${(node.ids ?? []).map((id) => `#${id}`).join('')}`
    return ['strong', 'emphasis', 'literal'].includes(node.type) ? `{${inner}}` : inner
  }
  return {
    shown: document.children
      .map(shown)
      .filter((part) => part !== '')
      .join('|'),
    codes,
  }
}

describe('a formula in a text is what pandoc takes for one', () => {
  test.each([
    ['$x$ and $a b$', '⟨x⟩ and ⟨a b⟩'],
    ['It costs $5, `code`, **bold** or $6.', 'It costs $5, {code}, {bold} or $6.'],
    ['Pay $10. **$4** now', 'Pay $10. {$4} now'],
    ['a $x $ b, $ x$, $x$5', 'a $x $ b, $ x$, $x$5'],
    ['$a \\$ b$ *c*', '⟨a \\$ b⟩ {c}'],
    ['$a\\\\$ b', '⟨a\\\\⟩ b'],
    ['\\$x$ *y*', '$x$ {y}'],
    ['$$ x $$ and $$\\text{$5}$$', '⟨x⟩ and ⟨\\text{$5}⟩'],
    ['$5 and $$x$$', '$5 and ⟨x⟩'],
    ['$a\nb$ c', '⟨a\nb⟩ c'],
    ['a$ *b* $c', 'a$ {b} $c'],
    ['$$a *b* $c$', '$$a {b} ⟨c⟩'],
  ])('%j', (text, shown) => {
    expect(read(text)).toMatchObject({ shown, codes: [] })
  })
})

describe('a formula on lines of its own', () => {
  test.each([
    ['$$\na = b\n$$\n\nafter', '⟪a = b⟫|after'],
    ['$$ {#eq-a}\nb', '$$ {#eq-a}\nb'],
    ['$$\na\n$$ {#eq-a}\n\nafter', '⟪a⟫#eq-a|after'],
    ['$$\na\n\nb\n$$\nafter', '⟪a\n\nb⟫|after'],
    ['$$ a\n  + b $$\nafter', '⟪ a\n+ b ⟫|after'],
    ['text\n$$\na\n$$\nafter', 'text|⟪a⟫|after'],
    ['> $$\n> a\n> $$\n\nafter', '⟪a⟫|after'],
    ['$$5 is a price', '$$5 is a price'],
  ])('%j', (text, shown) => {
    expect(read(text)).toMatchObject({ shown, codes: [] })
  })

  test.each([
    ['with its block', '$$\na\nb\n\n*after*', '⟪a\nb⟫|{after}'],
    ['with its quotation', '> $$\n> a\n\nafter', '⟪a⟫|after'],
    ['before the next slide', '$$\na\n\n---\n\n$$\nb\n$$', '⟪a⟫|⟪b⟫'],
    ['before the next heading', '$$\na\n\n# B\n\n$$\nb\n$$', '⟪a⟫|B|⟪b⟫'],
  ])('one that is never closed ends %s, and is told', (_, text, shown) => {
    const { codes, ...found } = read(text)
    expect(found.shown).toBe(shown)
    expect(codes).toEqual(['markdown/formula-not-closed@1'])
  })

  test('many that are not closed cost no more than their length', () => {
    const time = (count: number): number => {
      const text = '$$a\n\n$$$b $$c '.repeat(count)
      const start = performance.now()
      parseMarkdown(text)
      return performance.now() - start
    }
    time(200)
    expect(time(4000) / Math.max(1, time(400))).toBeLessThan(60)
  })
})
